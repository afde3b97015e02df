// Facts of holds as they were written before they were complete: what they left out is taken from the rows as they are today.
import { HoldId, OrderId } from '@lantern/shared/contract/ids.ts'
import type { HoldState } from '@lantern/shared/contract/things.ts'
import * as z from 'zod'
import { type EventType, HOLD_EVENTS, ORDER_EVENTS } from '../domain/eventTypes.ts'
import {
  type FactHold,
  type FactLine,
  type FactOrder,
  type Goods,
  toFactLine,
  WrittenLine,
} from '../domain/holdFact.ts'

type Data = Readonly<Record<string, unknown>>

/** What rows say today of the holds of some facts. */
export interface Today {
  readonly holds: ReadonlyMap<HoldId, FactHold>
  /** By hold. */
  readonly orders: ReadonlyMap<HoldId, readonly FactOrder[]>
  /** By offer. */
  readonly goods: ReadonlyMap<string, Goods>
}

export const NOTHING_TODAY: Today = { holds: new Map(), orders: new Map(), goods: new Map() }

const Line = WrittenLine.pick({ offerId: true, saleId: true, quantity: true, unitPriceMinor: true }).extend({
  adjustments: WrittenLine.shape.adjustments.unwrap().optional(),
})
type Line = z.infer<typeof Line>

/** What facts of all these kinds said. */
const Incomplete = z.looseObject({
  holdId: HoldId.optional(),
  orderId: OrderId.optional(),
  amountMinor: z.number().optional(),
  currency: z.string().optional(),
  backMinor: z.number().optional(),
  totalMinor: z.number().optional(),
  expiresAt: z.number().optional(),
  lines: z.array(Line).optional(),
})

/** The state a hold was in after a fact of this kind. */
const STATES: Readonly<Partial<Record<EventType, HoldState>>> = {
  'hold:granted': 'held',
  'hold:changed': 'held',
  'hold:paying': 'paying',
  'hold:returned': 'held',
  'hold:authorised': 'authorised',
  'hold:paid': 'paid',
  'hold:late_paid': 'late_paid',
  'hold:supplied': 'paid',
  'hold:released': 'released',
  'hold:expired': 'expired',
  'hold:refunded': 'refunded',
  'hold:cancelled': 'refunded',
}

const ABOUT_HOLDS: ReadonlySet<EventType> = new Set([...HOLD_EVENTS, ...ORDER_EVENTS])

/** Whether a fact needs rows to be complete. */
export function isIncomplete({ type, data }: { readonly type: EventType; readonly data: Data }): boolean {
  return ABOUT_HOLDS.has(type) && (data['v'] ?? 1) === 1
}

/** The hold such a fact names. */
export function holdIdOf(data: Data): HoldId | null {
  return HoldId.safeParse(data['holdId']).data ?? null
}

/** What the fact said itself stands. Where no row of its hold is left it says of it what it said. */
export function completeHoldFact(data: Data, today: Today, type: EventType): Data {
  const { holdId, orderId, amountMinor, currency, backMinor, ...said } = Incomplete.parse(data)
  const hold = holdId && today.holds.get(holdId)
  if (!hold) return { ...data, hold: null }
  const order = today.orders.get(hold.holdId)?.find((one) => one.orderId === orderId)
  const { totalMinor, expiresAt, lines, ...more } = said
  return {
    ...more,
    hold: completeHold({ totalMinor, expiresAt, lines }, { ...hold, state: STATES[type] ?? hold.state }, today),
    order: order && {
      ...order,
      amountMinor: amountMinor ?? order.amountMinor,
      currency: currency ?? order.currency,
      backMinor: backMinor ?? order.backMinor,
    },
  }
}

type SaidOfHold = Pick<z.infer<typeof Incomplete>, 'totalMinor' | 'expiresAt' | 'lines'>

function completeHold({ totalMinor, expiresAt, lines }: SaidOfHold, hold: FactHold, today: Today): FactHold {
  return {
    ...hold,
    totalMinor: totalMinor ?? hold.totalMinor,
    expiresAt: expiresAt ?? hold.expiresAt,
    lines: lines?.flatMap((line) => completeLine(line, hold, today)) ?? hold.lines,
  }
}

/** What was taken off is known of a line that is still the same. */
function completeLine(line: Line, hold: FactHold, today: Today): FactLine[] {
  const now = hold.lines.find(({ offerId }) => offerId === line.offerId)
  const isSame = now?.quantity === line.quantity && now.unitPriceMinor === line.unitPriceMinor
  const goods = today.goods.get(line.offerId)
  if (now && isSame && !line.adjustments) return [now]
  return goods ? [toFactLine({ ...line, adjustments: line.adjustments ?? [] }, goods)] : []
}
