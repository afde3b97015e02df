// The orders that a shop lists in pages, turned into facts: page after page, up to a bound.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import type { ShopFact, ShopRefusal } from '../checkout.ts'
import type { OrderFacts } from './orderFacts.ts'

const MOST_PAGES = 20

interface Page<Order, Place> {
  readonly orders: readonly Order[]
  /** Where the page after it is; null: it is the last. */
  readonly next: Place | null
}

export interface OrderPages<Order, Place> {
  readonly first: Place
  readonly read: (place: Place) => Promise<Outcome<Page<Order, Place>, ShopRefusal>>
  readonly factsOf: (order: Order) => OrderFacts
}

/** A page that cannot be read is the answer. */
export async function readOrderPages<Order, Place>({
  first,
  read,
  factsOf,
}: OrderPages<Order, Place>): Promise<Outcome<readonly ShopFact[], ShopRefusal>> {
  const facts: ShopFact[] = []
  let place: Place | null = first
  for (let pages = 0; place !== null && pages < MOST_PAGES; pages += 1) {
    const page: Outcome<Page<Order, Place>, ShopRefusal> = await read(place)
    if (!page.ok) return page
    facts.push(...page.value.orders.flatMap((order) => factsOf(order).facts))
    place = page.value.next
  }
  return grant(facts)
}
