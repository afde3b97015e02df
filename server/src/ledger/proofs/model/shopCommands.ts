// Random messages of a shop about what the run knows by then: checkouts, orders, payments, refunds.
import { HoldId, OfferId, OrderId } from '@lantern/shared/contract/ids.ts'
import type { AskedRequest } from './kinds.ts'
import type { Draft, KnownHold, Make, Naming, World } from './draft.ts'
import { totalOf } from './views.ts'

const NOBODY: KnownHold = { id: 'nobody', viewerId: 'v0', lines: [[OfferId.parse('nowhere'), 1]] }

/** The latest most often. */
export function pickKnown({ known }: World, { hold }: Draft): KnownHold {
  const reach = Math.min(known.length, hold % 3 === 0 ? 400 : 60)
  return known[known.length - 1 - (hold % Math.max(1, reach))] ?? NOBODY
}

type Speaks = 'open' | 'cancel' | 'authorise' | 'pay' | 'payOther' | 'refund' | 'resend'

export const SHOP_SPEAKS: Readonly<Record<Speaks, Make>> = {
  open: (world, draft, naming) => fact(world, draft, { naming, type: { type: 'checkout.opened' } }),
  cancel(world, draft, naming) {
    const orderId = draft.pick % 2 === 0 ? orderOf(pickKnown(world, draft), draft) : undefined
    const type =
      draft.pick % 5 === 4 ? { type: 'checkout.left' as const } : { type: 'order.cancelled' as const, orderId }
    return fact(world, draft, { naming, type })
  },
  authorise: (world, draft, naming) => payment(world, draft, { naming, more: 0, type: 'order.authorised' }),
  pay: (world, draft, naming) => payment(world, draft, { naming, more: 0, type: 'order.paid' }),
  payOther: (world, draft, naming) => payment(world, draft, { naming, more: 1, type: 'order.paid' }),
  refund(world, draft, naming) {
    const units = draft.pick % 4 === 0 ? 'gone' : draft.pick % 4 === 1 ? 'back' : undefined
    const orderId = draft.pick % 3 === 0 ? orderOf(pickKnown(world, draft), draft) : undefined
    return fact(world, draft, { naming, type: { type: 'order.refunded', units, orderId } })
  },
  resend: (world, draft, naming) => fact(world, draft, { naming, type: { type: 'checkout.opened' } }),
}

type Told =
  | { readonly type: 'checkout.opened' | 'checkout.left' }
  | { readonly type: 'order.cancelled'; readonly orderId: OrderId | undefined }
  | {
      readonly type: 'order.authorised' | 'order.paid'
      readonly orderId: OrderId
      readonly amountMinor: number
      readonly currency: string
    }
  | {
      readonly type: 'order.refunded'
      readonly orderId: OrderId | undefined
      readonly units: 'back' | 'gone' | undefined
    }

function fact(world: World, draft: Draft, { naming, type }: { naming: Naming; type: Told }): AskedRequest<'report'> {
  const holdId = HoldId.parse(naming.idOf(pickKnown(world, draft).id))
  return { kind: 'report', input: { eventId: `e${naming.n}`, endpointId: 'shop', holdId, ...type } }
}

function orderOf({ id }: KnownHold, { pick }: Draft): OrderId {
  return OrderId.parse(`order-${id}-${pick % 5 === 0 ? 2 : 1}`)
}

interface Paying {
  readonly naming: Naming
  readonly more: number
  readonly type: 'order.authorised' | 'order.paid'
}

function payment(world: World, draft: Draft, { naming, more, type }: Paying) {
  const known = pickKnown(world, draft)
  const hold = world.model.state.holds.find(({ id }) => id === known.id)
  const amountMinor = (hold ? totalOf(hold) : 0) + more
  const order = { type, orderId: orderOf(known, draft), amountMinor, currency: 'USD' }
  return fact(world, draft, { naming, type: order })
}
