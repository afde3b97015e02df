// A sharer's page as it stands: what is loaded, whether there is a line, and what can be done.
import { createId } from '@lantern/shared/client/ids.ts'
import type { MakeSharerLink, SharerState } from '@lantern/shared/contract/sharerPage.ts'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { type Answer, changesPage, readBound, type Undone, undoneIn } from '../bound/ask.ts'
import { createDisk, type Disk } from '../bound/disk.ts'
import { follow } from '../bound/follow.ts'
import { createTurn } from '../bound/turn.ts'
import { createSharerApi, type SharerApi } from './api.ts'

interface Looked {
  readonly state: SharerState | null
  /** By the phone's clock; null: nothing is loaded. */
  readonly loadedAt: number | null
  readonly hasLine: boolean
  /** Why the page is not to be had: a refusal's code. */
  readonly shut: string | null
}

export interface Sharer extends Looked {
  readonly api: SharerApi
  open(pass: string): Promise<Undone>
  refresh(): Promise<void>
  make(link: NewLink): Promise<{ readonly code: string | null; readonly undone: Undone }>
  makeVoid(code: string): Promise<Undone>
  leave(): Promise<Undone>
}

interface Kept {
  readonly state: SharerState
  readonly at: number
}

export function useSharer(code: string): Sharer {
  const { api, disk, turn, ids } = useMemo(
    () => ({ api: createSharerApi(code), disk: createDisk(), turn: createTurn(), ids: createIds() }),
    [code],
  )
  const [looked, setLooked] = useState<Looked>({ state: null, loadedAt: null, hasLine: true, shut: null })

  const read = useCallback(async () => {
    const change = await look(api, disk, `sharer ${code}`)
    setLooked((now) => ({ ...now, ...change }))
  }, [api, disk, code])
  const refresh = useCallback(() => turn.take(read), [turn, read])
  // What is under way may have been read before it was done.
  const anew = () => turn.ended().then(refresh)
  useEffect(() => {
    // What was kept is there at once.
    const begun = disk.get<Kept>(`sharer ${code}`).then((kept) => {
      if (kept) setLooked((now) => (now.state === null ? { ...now, state: kept.state, loadedAt: kept.at } : now))
    })
    return follow(
      () => void begun.then(refresh),
      () => setLooked((now) => ({ ...now, hasLine: false })),
    )
  }, [disk, code, refresh])

  const act = async (asked: Promise<Answer<unknown>>) => {
    const answer = await asked
    await anew()
    return answer
  }
  return {
    ...looked,
    ...{ api, refresh },
    async open(pass) {
      const undone = undoneIn(await api.open(pass))
      if (changesPage(undone)) await anew()
      return undone
    },
    async make(link) {
      const answer = await act(api.make({ id: ids.of(link), ...link }))
      if (answer.kind === 'ok') ids.made(link)
      return { code: codeIn(answer), undone: undoneIn(answer) }
    },
    makeVoid: async (link) => undoneIn(await act(api.makeVoid(link))),
    leave: async () => undoneIn(await act(api.leave())),
  }
}

type NewLink = Omit<MakeSharerLink, 'id'>

/** The reply may be lost: the same link asked for again, until it is known to be made, is asked for by the same id. */
function createIds() {
  const ids = new Map<string, string>()
  const keyOf = ({ showId, name, messenger }: NewLink) => JSON.stringify([showId, name, messenger])
  return {
    of(link: NewLink): string {
      const id = ids.get(keyOf(link)) ?? createId()
      ids.set(keyOf(link), id)
      return id
    },
    made: (link: NewLink) => ids.delete(keyOf(link)),
  }
}

const SHUT = new Set(['SHARER_PAGE_GONE', 'OTHER_PHONE'])

/** A page that is void, or another phone's, takes what it knew off this one. */
async function look(api: SharerApi, disk: Disk, key: string): Promise<Partial<Looked>> {
  const answer = await readBound(api)
  if (answer.kind === 'refused') {
    if (!SHUT.has(answer.code)) return { hasLine: true, shut: answer.code }
    await disk.del(key)
    return { state: null, loadedAt: null, hasLine: true, shut: answer.code }
  }
  if (answer.kind !== 'ok') return { hasLine: false }
  const now = { state: answer.value, at: Date.now() }
  await disk.set<Kept>(key, now)
  return { state: now.state, loadedAt: now.at, hasLine: true, shut: null }
}

function codeIn(answer: Answer<unknown>): string | null {
  const value: unknown = answer.kind === 'ok' ? answer.value : null
  return typeof value === 'object' && value !== null && 'code' in value ? String(value.code) : null
}
