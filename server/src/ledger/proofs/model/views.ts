// What the reference ledger answers: plain objects that can be compared with the real ledger's.
import type { ModelHold, ModelOffer, ModelOrder, ModelPlace, ModelSale, ModelState } from './state.ts'
import { offerPool, salePool, waitingFor } from './state.ts'

export interface View {
  readonly [name: string]: unknown
}

export type Answer = View | number | null

export function granted(value: View): View {
  return { ok: true, ...value }
}

export function refused(code: string, more: View = {}): View {
  return { ok: false, code, ...more }
}

export function totalOf(hold: ModelHold): number {
  return hold.lines.reduce((total, line) => total + line.quantity * line.unitPriceMinor, 0)
}

interface Line {
  readonly quantity: number
  readonly offerId: string
  readonly saleId: string | null
  readonly unitPriceMinor: number
  /** In all that its adjustments say. */
  readonly off: number
}

export function viewLine({ quantity, offerId, saleId, unitPriceMinor, off }: Line): string {
  return `${quantity} ${offerId} ${saleId} ${unitPriceMinor} off ${off}`
}

export function viewHold(hold: ModelHold): View {
  const { id, state, grantedAt, expiresAt, orderId, waited } = hold
  const lines = hold.lines.map((line) => {
    const { quantity, offerId, saleId, unitPriceMinor, listMinor } = line
    return viewLine({ quantity, offerId, saleId, unitPriceMinor, off: quantity * (listMinor - unitPriceMinor) })
  })
  return { id, state, lines, totalMinor: totalOf(hold), grantedAt, expiresAt, orderId, waited }
}

export function viewOffer(state: ModelState, offer: ModelOffer): View {
  const { id, perViewer, policy, holdMs, lapsed } = offer
  const waiting = waitingFor(state, id)
  return { id, ...offerPool(state, offer), perViewer, policy, holdMs, lapsed, waiting }
}

export function viewSale(state: ModelState, sale: ModelSale): View {
  const { id, priceMinor, perViewer, opensAt, closesAt, endedAt, endReason } = sale
  return { id, ...salePool(state, sale), priceMinor, perViewer, opensAt, closesAt, endedAt, endReason }
}

export function viewOrder({ orderId, holdId, amountMinor, state, matter }: ModelOrder): View {
  return { orderId, holdId, amountMinor, state, matter }
}

export function viewPlace({ offerId, saleId, quantity, joinedAt }: ModelPlace): View {
  return { offerId, saleId, quantity, joinedAt }
}
