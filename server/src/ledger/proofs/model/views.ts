// What the reference ledger answers: plain objects that can be compared with the real ledger's.
import type { ModelHold, ModelLine, ModelOffer, ModelOrder, ModelPlace, ModelSale, ModelState } from './state.ts'
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
  return hold.lines.reduce(
    (total, { quantity, unitPriceMinor, coupon }) => total + quantity * unitPriceMinor - (coupon?.amountMinor ?? 0),
    0,
  )
}

interface Line {
  readonly quantity: number
  readonly offerId: string
  readonly saleId: string | null
  readonly unitPriceMinor: number
  readonly adjustments: readonly { readonly kind: string; readonly ref: string; readonly amountMinor: number }[]
}

export function viewLine({ quantity, offerId, saleId, unitPriceMinor, adjustments }: Line): string {
  const off = adjustments.map(({ kind, ref, amountMinor }) => `, ${kind} ${ref} ${amountMinor}`)
  return `${quantity} ${offerId} ${saleId} ${unitPriceMinor}${off.join('')}`
}

function adjustmentsOf({ quantity, unitPriceMinor, listMinor, price, coupon }: ModelLine): Line['adjustments'] {
  return [
    ...(price ? [{ ...price, amountMinor: quantity * (listMinor - unitPriceMinor) }] : []),
    ...(coupon ? [{ ...coupon, kind: 'coupon' }] : []),
  ]
}

export function viewHold(hold: ModelHold): View {
  const { id, state, grantedAt, expiresAt, orderId, waited } = hold
  const lines = hold.lines.map((line) => viewLine({ ...line, adjustments: adjustmentsOf(line) }))
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

export function viewOrder({ orderId, holdId, amountMinor, state, matter, refund, askedMinor }: ModelOrder): View {
  return { orderId, holdId, amountMinor, state, matter, refund, askedMinor }
}

export function viewPlace({ offerId, saleId, quantity, joinedAt }: ModelPlace): View {
  return { offerId, saleId, quantity, joinedAt }
}
