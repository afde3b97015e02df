// The leader's page as it stands: what is loaded, what waits to be sent, whether there is a line; and what can be done.
import { createId } from '@lantern/shared/client/ids.ts'
import type { LeaderShow } from '@lantern/shared/contract/leaderPage.ts'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { changesPage, type Undone, undoneIn } from '../bound/ask.ts'
import { createDisk } from '../bound/disk.ts'
import { follow } from '../bound/follow.ts'
import { createTurn, type Turn } from '../bound/turn.ts'
import { createLeaderApi, type LeaderApi } from './api.ts'
import { createKept, type Kept } from './kept.ts'
import type { Parcel, Waiting } from './parcels.ts'
import { type Looked, readOnce } from './readOnce.ts'

export interface Leader extends Looked {
  readonly waiting: readonly Waiting[]
  readonly ticks: readonly string[]
  open(pass: string): Promise<Undone>
  refresh(): Promise<void>
  arrived(show: LeaderShow): Promise<void>
  handOver(show: LeaderShow, parcel: Parcel, code: string): Promise<void>
  takeCounter(): Promise<void>
  tick(key: string): void
}

interface Parts {
  readonly api: LeaderApi
  readonly kept: Kept
  readonly turn: Turn
}

export function useLeader(code: string): Leader {
  const parts = useMemo(
    () => ({ api: createLeaderApi(code), kept: createKept(code, createDisk()), turn: createTurn() }),
    [code],
  )
  const [loaded, setLoaded] = useState<Looked>({ state: null, loadedAt: null, hasLine: true, shut: null })
  const [waiting, setWaiting] = useState<readonly Waiting[]>([])
  const [ticks, setTicks] = useState<readonly string[]>([])

  const read = useCallback(async () => {
    const change = await readOnce(parts)
    setWaiting(await parts.kept.waiting())
    if (change.state === null) setTicks([])
    setLoaded((now) => ({ ...now, ...change }))
  }, [parts])
  const refresh = useCallback(() => parts.turn.take(read), [parts, read])
  useEffect(() => {
    const kept = begin(parts, { setLoaded, setWaiting, setTicks })
    return follow(
      () => void kept.then(refresh),
      () => setLoaded((now) => ({ ...now, hasLine: false })),
    )
  }, [parts, refresh])

  return {
    ...loaded,
    ...{ waiting, ticks, refresh },
    ...actsOf(parts, refresh),
    async handOver(show, { orders }, shown) {
      await keepHandOver(parts.kept, { showId: show.id, code: shown, orders })
      setWaiting(await parts.kept.waiting())
      void parts.turn.ended().then(refresh)
    },
    tick(key) {
      const changed = ticks.includes(key) ? ticks.filter((one) => one !== key) : [...ticks, key]
      setTicks(changed)
      void parts.kept.keepTicks(changed)
    },
  }
}

/** What needs a line. */
function actsOf({ api, turn }: Parts, refresh: () => Promise<void>): Pick<Leader, 'open' | 'arrived' | 'takeCounter'> {
  // What is under way may have been read before it was done.
  const anew = () => turn.ended().then(refresh)
  return {
    async open(pass) {
      const undone = undoneIn(await api.open(pass))
      if (changesPage(undone)) await anew()
      return undone
    },
    async arrived(show) {
      await api.arrived(show.id)
      await anew()
    },
    async takeCounter() {
      await api.takeCounter()
      await anew()
    },
  }
}

type Handing = Pick<Waiting, 'showId' | 'code'> & Pick<Parcel, 'orders'>

/** On the phone before anything is said: it is sent once there is a line. */
function keepHandOver(kept: Kept, { showId, code, orders }: Handing): Promise<void> {
  const holdIds = orders.map(({ holdId }) => holdId)
  const one = { id: createId(), showId, holdIds, code, at: Date.now(), refused: null }
  return kept.changeWaiting((all) => [...all, one])
}

interface Setters {
  readonly setLoaded: (change: (now: Looked) => Looked) => void
  readonly setWaiting: (waiting: readonly Waiting[]) => void
  readonly setTicks: (ticks: readonly string[]) => void
}

/** What was kept is there at once. */
async function begin({ kept }: Parts, { setLoaded, setWaiting, setTicks }: Setters) {
  const before = await kept.loaded()
  if (before !== null) setLoaded((now) => ({ ...now, state: before.state, loadedAt: before.at }))
  setWaiting(await kept.waiting())
  setTicks(await kept.ticks())
}
