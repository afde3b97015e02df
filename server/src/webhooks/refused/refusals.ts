// Refused events of the shop, for staff to see: counted together here, and written down once a second, whatever comes.
import { createHash } from 'node:crypto'
import { type RefusedReason, UNPROVEN_REASONS } from '@lantern/shared/contract/refusedEvents.ts'
import type { Clock } from '../../kit/clock.ts'
import { refuseFailure } from '../../domain/failures.ts'
import type { Log } from '../../ops/log.ts'
import type { NewRefusal, RefusedRecords } from '../records/refusedRecords.ts'
import type { ShopNews } from '../../shops/checkout.ts'
import { createLoop } from '../../kit/loop.ts'
import { cutText, type Names, readNames } from './readNames.ts'
import { reasonOf, type RefusedDelivery } from './reasons.ts'

export interface RefusalNeeds {
  readonly records: Pick<RefusedRecords, 'keep'>
  readonly clock: Clock
  readonly log: Log
  readonly isEndpoint: (endpointId: string) => boolean
  /** Pause between two writes. */
  readonly everyMs: number
}

/** News that was taken and could not be put down. */
export interface RefusedNews {
  readonly news: ShopNews
  readonly reason: 'unknownHold' | 'failed'
  readonly why: string | null
}

export interface Refusals {
  /** Cheap, and safe to call at any rate. */
  take(refused: RefusedDelivery): void
  takeNews(refused: RefusedNews): void
  /** What was taken is written down. Idempotent. */
  close(): Promise<void>
}

const MINUTE_MS = 60_000
/** Of more than that between two writes the log tells. */
const MOST_PENDING = 100
const MOST_WHY = 300
const MOST_ENDPOINT = 64
const NO_NAMES: Names = { topic: null, order: null, hold: null }
const UNPROVEN: ReadonlySet<RefusedReason> = new Set(UNPROVEN_REASONS)

/** The same event that comes again is the same row. */
function withId(refusal: Omit<NewRefusal, 'id'>): NewRefusal {
  const { reason, endpointId, topic, order, hold, why } = refusal
  const same = JSON.stringify([reason, endpointId, topic, order, hold, why])
  return { ...refusal, id: createHash('sha256').update(same).digest('base64url') }
}

/** What waits for the next write, folded. */
function createPending() {
  const waiting = new Map<string, NewRefusal>()
  return {
    put(refusal: NewRefusal): void {
      const known = waiting.get(refusal.id)
      if (known === undefined && waiting.size >= MOST_PENDING) return
      waiting.set(refusal.id, known === undefined ? refusal : { ...known, times: known.times + refusal.times })
    },
    takeAll(): readonly NewRefusal[] {
      const all = [...waiting.values()]
      waiting.clear()
      return all
    },
  }
}

/** Of what nobody has proven a body is read once a minute: whoever sends many pays for them, and not this server. */
function createUnprovenReader(clock: Clock) {
  const readIn = new Map<RefusedReason, string>()

  return (reason: RefusedReason, { delivery }: RefusedDelivery): Names & { readonly id: string } => {
    const id = `${reason}-${Math.floor(clock() / MINUTE_MS)}`
    const isFirst = readIn.get(reason) !== id
    readIn.set(reason, id)
    return { id, ...(isFirst ? readNames(delivery) : NO_NAMES) }
  }
}

export function createRefusals({ records, clock, log, isEndpoint, everyMs }: RefusalNeeds): Refusals {
  const pending = createPending()
  const readUnproven = createUnprovenReader(clock)

  async function write(): Promise<void> {
    const batch = pending.takeAll()
    if (batch.length === 0) return
    try {
      await records.keep(batch)
    } catch (error) {
      // A database that is away takes them later; what it does not take at all must not stand in the way of the rest.
      if (refuseFailure(error) !== null) batch.forEach(pending.put)
      throw error
    }
  }

  const onError = (err: unknown) => log.warn({ err }, 'refused events not written down')
  const loop = createLoop({ everyMs, turn: () => write().then(() => false), onError })
  return {
    take(refused) {
      const { delivery, bytes, why } = refused
      const reason = reasonOf(refused, { isEndpoint, now: clock() })
      const known = { reason, ...bounded(delivery.endpointId, why), bytes: sizeOf(bytes), times: 1 }
      if (UNPROVEN.has(reason)) return pending.put({ ...known, ...readUnproven(reason, refused) })
      pending.put(withId({ ...known, ...readNames(delivery) }))
    },
    takeNews({ news, reason, why }) {
      const order = 'orderId' in news && news.orderId !== undefined ? cutText(news.orderId) : null
      const names = { topic: news.type, order, hold: 'holdId' in news ? news.holdId : null }
      pending.put(withId({ reason, ...names, ...bounded(news.endpointId, why), bytes: 0, times: 1 }))
    },
    async close() {
      await loop.close()
      await write().catch(onError)
    },
  }
}

const sizeOf = (bytes: number) => (Number.isSafeInteger(bytes) ? bytes : 0)

function bounded(endpointId: string, why: string | null) {
  return {
    endpointId: cutText(endpointId, MOST_ENDPOINT) ?? '',
    why: why === null ? null : cutText(why, MOST_WHY),
  }
}
