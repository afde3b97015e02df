// Medusa's news: a subscriber in the shop sends whole orders and stock, signed as Standard Webhooks.
import { grant } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { ShopAdapter } from '../../checkout.ts'
import { createStandardReader, type ShopEventSettings } from '../generic/shopEvents.ts'
import type { BasketNames } from '../../handoff/holdNames.ts'
import { readable } from '../orderFacts.ts'
import { misread } from '../proof.ts'
import { factsOfOrder, MedusaOrder } from './orders.ts'

const OrderEvent = z.object({ type: z.string(), data: z.object({ order: MedusaOrder }) })

/** Medusa's own event names; the subscriber sends the order as the Admin API shows it. */
export const MEDUSA_TOPICS = ['order.placed', 'payment.captured', 'payment.refunded', 'order.canceled'] as const
const ABOUT_ORDERS: ReadonlySet<string> = new Set(MEDUSA_TOPICS)

export function createMedusaEvents(settings: ShopEventSettings, names: BasketNames): ShopAdapter['verifyEvent'] {
  const read = createStandardReader(settings)

  return (delivery) => {
    const said = read(delivery)
    if (!said.ok) return said
    if (!ABOUT_ORDERS.has(said.value.type)) return grant([])
    const event = OrderEvent.safeParse(said.value.json)
    if (!event.success) return misread(event.error)
    return readable(factsOfOrder(event.data.data.order, { names, endpointId: delivery.endpointId }))
  }
}
