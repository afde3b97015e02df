// From an order's state to what the ledger takes down; the same state gives the same event ids, however often it is told.
import { type HoldId, OrderId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { ShopFact } from '../checkout.ts'
import { type HoldMoney, sharedOut } from '../handoff/basket.ts'
import type { HoldNames } from '../handoff/holdNames.ts'
import { type Back, backOfEach } from './backs.ts'

/** What an order is read with. */
export interface OrderReader {
  readonly names: HoldNames
  readonly endpointId: string
}

export interface OrderState {
  readonly orderId: string
  readonly holdId: HoldId
  readonly endpointId: string
  readonly currency: string
  /** The goods as paid, without shipping and without taxes that come on top. Null: not readable. */
  readonly goodsMinor: number | null
  readonly isPaid: boolean
  /** Placed, and its money is still to be taken. */
  readonly isAuthorised: boolean
  /** All of it went back. */
  readonly isRefunded: boolean
  /** A part of it went back: so much so far, 0 where the shop does not say; null: nothing did. */
  readonly partMinor: number | null
  /** The shop does not fulfil it. */
  readonly isCancelled: boolean
  /** Its payment failed; the buyer may try again. */
  readonly isFailed: boolean
}

/** What of an order is one hold's. */
export interface HoldOfOrder {
  readonly holdId: HoldId
  /** As `order.paid` counts it; null: not readable. */
  readonly goodsMinor: number | null
  /** With what comes on top as taxes: as it goes back. */
  readonly grossMinor: number
}

export interface OrderOfAll extends Omit<OrderState, 'holdId' | 'goodsMinor'> {
  readonly holds: readonly HoldOfOrder[]
  readonly backs: readonly Back[]
}

/** `unread`: what the shop says of it and cannot be taken down as it stands. */
export interface OrderFacts {
  readonly facts: readonly ShopFact[]
  readonly unread: readonly ('orderId' | 'amount')[]
}

export const NO_FACTS: OrderFacts = { facts: [], unread: [] }

/** For a message: money that cannot be read is refused, so that the shop sends it again and staff are shown it. */
export function readable({ facts, unread }: OrderFacts): Outcome<readonly ShopFact[], 'BAD_INPUT'> {
  if (unread.length === 0) return grant(facts)
  return refuse('BAD_INPUT', { detail: { why: unread.map((part) => `${part} (unreadable)`).join(', ') } })
}

/**
 * A refunded order was paid before: both are told, since the first message may have been lost. So is one that was paid and
 * cancelled, and whether its money went back is another matter.
 */
export function factsOf(state: OrderState): OrderFacts {
  const { holdId, endpointId, currency, goodsMinor } = state
  const orderId = OrderId.safeParse(state.orderId)
  if (!orderId.success) return { facts: [], unread: ['orderId'] }
  const told = (what: string) => ({ holdId, endpointId, eventId: `order-${orderId.data}-${what}` })
  const facts: ShopFact[] = []
  const has = moneyOf(state)
  if (has !== null && goodsMinor !== null) {
    const money = { orderId: orderId.data, amountMinor: goodsMinor, currency }
    facts.push({ ...told(has), type: `order.${has}`, ...money })
  }
  const unread = unreadOf(state)
  if (has === 'authorised') return { facts, unread }
  if (state.partMinor !== null && facts.length > 0 && !state.isRefunded) {
    const part = { orderId: orderId.data, amountMinor: state.partMinor, isPart: true }
    facts.push({ ...told(`back-${state.partMinor}`), type: 'order.refunded', ...part })
  }
  if (state.isRefunded) facts.push({ ...told('refunded'), type: 'order.refunded', orderId: orderId.data })
  const end = endOf(state, facts.length > 0)
  if (end !== null)
    facts.push({ ...told(end), type: 'order.cancelled', ...(end !== 'failed' && { orderId: orderId.data }) })
  return { facts, unread }
}

function unreadOf(state: OrderState): OrderFacts['unread'] {
  return moneyOf(state) !== null && state.goodsMinor === null ? ['amount'] : []
}

function moneyOf({ isAuthorised, isPaid, isRefunded, isCancelled }: OrderState): 'authorised' | 'paid' | null {
  if (isPaid || isRefunded) return 'paid'
  return isAuthorised && !isCancelled ? 'authorised' : null
}

function endOf(
  { isCancelled, isFailed }: OrderState,
  wasPaid: boolean,
): 'cancelled' | 'paid-cancelled' | 'failed' | null {
  if (isCancelled) return wasPaid ? 'paid-cancelled' : 'cancelled'
  return isFailed && !wasPaid ? 'failed' : null
}

/** Of an order whose money is shared out by what its holds were promised for. */
export function sharedHolds(
  dues: readonly HoldMoney[],
  { goodsMinor, grossMinor }: { readonly goodsMinor: number | null; readonly grossMinor: number },
): readonly HoldOfOrder[] {
  const goods = sharedOut(goodsMinor ?? 0, dues)
  const gross = sharedOut(grossMinor, dues)
  return dues.map(({ holdId }, index) => ({
    holdId,
    goodsMinor: goodsMinor === null ? null : (goods[index]?.amountMinor ?? 0),
    grossMinor: gross[index]?.amountMinor ?? 0,
  }))
}

/** An order of several holds is told of each: its share of the money, what went back for it, and an event of its own. */
export function factsOfAll(order: OrderOfAll): OrderFacts {
  const { holds, partMinor, backs: known } = order
  const [only, ...others] = holds
  if (only === undefined) return NO_FACTS
  if (others.length === 0) return factsOf({ ...order, ...only })
  const backs = backOfEach(new Map(holds.map(({ holdId, grossMinor }) => [holdId, grossMinor])), known)
  const told = holds.map((hold) => {
    const backMinor = backs.get(hold.holdId) ?? 0
    const isAllBack = partMinor !== null && backMinor > 0 && backMinor >= hold.grossMinor
    const isUntouched = partMinor === null || (partMinor > 0 && backMinor === 0) || isAllBack
    const state = { isRefunded: order.isRefunded || isAllBack, partMinor: isUntouched ? null : backMinor }
    return factsOf({ ...order, ...hold, ...state })
  })
  return {
    facts: told.flatMap(({ facts }) => facts.map((fact) => ({ ...fact, eventId: `${fact.eventId}-${fact.holdId}` }))),
    unread: told.flatMap(({ unread }) => unread),
  }
}
