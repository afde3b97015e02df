// What Redis does for us: nudges between processes, and counting people over all of them. Never the truth, never waited for.
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Log } from '../ops/log.ts'
import { openConnection, within } from './client.ts'
import { createNudges, listen } from './nudges.ts'
import { createPeopleCounter, type PeopleCounter } from './people.ts'

const SYNC_EVERY_MS = 1_000
const GOODBYE_MS = 500

export interface RedisOptions {
  readonly url: string
  /** Names this life of the process. */
  readonly nodeId: string
  readonly log: Log
  onUp(up: boolean): void
  onNudge(showIds: readonly ShowId[], atOnce: boolean): void
  onDrop(): void
  /** The people on this process, of every show that someone here watches, staff too. */
  localPeople(): ReadonlyMap<ShowId, ReadonlySet<ViewerId>>
  /** How many people of the show are on other processes only. */
  onOthers(showId: ShowId, others: number): void
}

export interface RedisLink {
  /** Never waits, never throws. */
  nudge(showIds: Iterable<ShowId>, atOnce: boolean): void
  /** Whether another process has the viewer; a second old at most. Rejects when Redis does not answer. */
  isElsewhere(showId: ShowId, viewerId: ViewerId): Promise<boolean>
  /** Says goodbye for at most half a second. Idempotent. */
  close(): Promise<void>
}

function startSync(people: PeopleCounter, { localPeople, onOthers, onUp }: RedisOptions, isReady: () => boolean) {
  let isRunning = false
  const syncAll = async () => {
    for (const [showId, here] of localPeople()) onOthers(showId, await people.sync(showId, here))
  }
  const tick = async () => {
    if (isRunning || !isReady()) return
    isRunning = true
    // A stalled Redis keeps its connection: only its silence tells.
    await syncAll().then(
      () => onUp(true),
      () => onUp(false),
    )
    isRunning = false
  }
  return setInterval(() => void tick(), SYNC_EVERY_MS)
}

export function connectRedis(options: RedisOptions): RedisLink {
  const { url, log, nodeId, onUp } = options
  const connection = openConnection({ url, log, onUp })
  const subscriber = openConnection({ url, log: log.child({}, { level: 'silent' }), onUp: () => {} })
  listen(subscriber, options)
  const nudges = createNudges(connection, options)
  const people = createPeopleCounter(connection, nodeId)
  const timer = startSync(people, options, () => connection.isReady)
  let isClosed = false

  const close = async () => {
    if (isClosed) return
    isClosed = true
    clearInterval(timer)
    nudges.close()
    if (connection.isReady) await within(GOODBYE_MS, people.clear()).catch(() => {})
    connection.destroy()
    subscriber.destroy()
  }
  return { nudge: nudges.send, isElsewhere: people.isElsewhere, close }
}
