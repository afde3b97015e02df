// The door of the inbox: a delivery is proven on its raw bytes and kept, then answered; what it means comes later.
import { createHash } from 'node:crypto'
import { grant, refuse, type Outcome } from '@lantern/shared/contract/refusals.ts'
import type { Inbox, NewArrival } from '../../store/mail.ts'
import type { Checkout, Delivery, ShopNews } from '../checkout.ts'
import type { Failpoint } from '../failpoints.ts'
import { createGroup } from '../group.ts'

/** `known`: the shop has sent it before; `ignored`: news that means nothing to us. */
export type TakenAs = 'new' | 'known' | 'ignored'

export type TakeOutcome = Outcome<TakenAs, 'ENDPOINT_NOT_FOUND' | 'BAD_SIGNATURE' | 'BAD_INPUT' | 'TRY_AGAIN'>

export interface TakeNeeds {
  readonly checkout: Pick<Checkout, 'verify'>
  readonly inbox: Pick<Inbox, 'keep'>
  readonly failpoint: Failpoint
  /** Something new waits. */
  readonly onNew: () => void
}

const MOST_TOGETHER = 200
const RETRY_AFTER_MS = 1000

/**
 * What is granted is on disk, and is acted on once however often it comes. TRY_AGAIN: it was not kept. Whatever it says is
 * no refusal: an order of somebody else's is granted, too, and staff are shown it.
 */
export function createTake({ checkout, inbox, failpoint, onNew }: TakeNeeds) {
  const keep = createGroup<NewArrival, boolean>(MOST_TOGETHER, (arrivals) => inbox.keep(arrivals))

  return async (delivery: Delivery): Promise<TakeOutcome> => {
    const said = checkout.verify(delivery)
    if (!said.ok) return said
    failpoint('inbox:received')
    const kept = await keepAll(toArrivals(delivery, said.value), keep.add)
    if (kept === null) return refuse('TRY_AGAIN', { retryAfterMs: RETRY_AFTER_MS })
    failpoint('inbox:kept')
    if (said.value.length === 0) return grant('ignored')
    if (!kept.includes(true)) return grant('known')
    onNew()
    return grant('new')
  }
}

/** Null: the database is away. */
async function keepAll(
  arrivals: readonly NewArrival[],
  keep: (arrival: NewArrival) => Promise<boolean>,
): Promise<readonly boolean[] | null> {
  try {
    return await Promise.all(arrivals.map(keep))
  } catch (error) {
    if (isBusy(error)) return null
    throw error
  }
}

export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'DATABASE_BUSY'
}

/** News that means nothing is kept, too: whoever looks for what a shop has sent finds it. */
function toArrivals(delivery: Delivery, news: readonly ShopNews[]): NewArrival[] {
  const body = delivery.body.toString('utf8')
  if (news.length > 0) return news.map((one) => toArrival(one, body))
  const { endpointId } = delivery
  return [{ endpointId, eventId: idOf(delivery), type: 'unknown', holdId: null, fact: null, body }]
}

export function toArrival(news: ShopNews, body: string): NewArrival {
  const { endpointId, eventId, type } = news
  const holdId = 'holdId' in news ? news.holdId : null
  return { endpointId, eventId, type, holdId, fact: JSON.stringify(news), body }
}

/** Shops name their deliveries in different ways; without a name the bytes are one. */
function idOf({ headers, body }: Delivery): string {
  const given = headers['webhook-id'] ?? headers['x-shopify-event-id'] ?? headers['x-wc-webhook-delivery-id']
  return given ?? createHash('sha256').update(body).digest('hex')
}
