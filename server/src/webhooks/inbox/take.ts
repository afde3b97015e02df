// Takes a delivery of the shop in: proven on its raw bytes and kept, then answered; what it means comes later.
import { createHash } from 'node:crypto'
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { refuseFailure } from '../../domain/failures.ts'
import type { Inbox, NewArrival } from '../records/webhookRecords.ts'
import type { Checkout, Delivery, ShopNews } from '../../shops/checkout.ts'
import type { Failpoint } from '../failpoints.ts'
import { createGroup } from '../../kit/group.ts'

/** `known`: the shop has sent it before; `ignored`: news that means nothing to us. */
export type TakenAs = 'new' | 'known' | 'ignored'

export type TakeOutcome = Outcome<
  TakenAs,
  'ENDPOINT_NOT_FOUND' | 'BAD_SIGNATURE' | 'BAD_INPUT' | 'TRY_AGAIN' | 'CANNOT_STORE'
>

export interface TakeNeeds {
  readonly checkout: Pick<Checkout, 'verify'>
  readonly inbox: Pick<Inbox, 'keep'>
  readonly failpoint: Failpoint
  /** Something new waits. */
  readonly onNew: () => void
}

const MOST_TOGETHER = 200

/**
 * What is granted is on disk, and is acted on once however often it comes. TRY_AGAIN, CANNOT_STORE: it was not kept. Whatever it says is
 * no refusal: an order of somebody else's is granted, too, and staff are shown it.
 */
export function createTake({ checkout, inbox, failpoint, onNew }: TakeNeeds) {
  const keep = createGroup<NewArrival, boolean>(MOST_TOGETHER, (arrivals) => inbox.keep(arrivals))

  return async (delivery: Delivery): Promise<TakeOutcome> => {
    const said = checkout.verify(delivery)
    if (!said.ok) return said
    failpoint('inbox:received')
    const kept = await keepAll(toArrivals(delivery, said.value), keep.add)
    if (!kept.ok) return kept
    failpoint('inbox:kept')
    if (said.value.length === 0) return grant('ignored')
    if (!kept.value.includes(true)) return grant('known')
    onNew()
    return grant('new')
  }
}

async function keepAll(
  arrivals: readonly NewArrival[],
  keep: (arrival: NewArrival) => Promise<boolean>,
): Promise<Outcome<readonly boolean[], 'TRY_AGAIN' | 'CANNOT_STORE'>> {
  try {
    return grant(await Promise.all(arrivals.map(keep)))
  } catch (error) {
    const refusal = refuseFailure(error)
    if (refusal === null) throw error
    return refusal
  }
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
