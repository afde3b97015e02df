// What a fact of an order changes in the commission ledger: a pure step, so that taking and proving do the same.
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import type { Credit, SharingRules } from '@lantern/shared/contract/sharing.ts'
import { payMinor } from '../../domain/adjusting.ts'
import { type FactHold, type FactOrder, readHoldFact } from '../../domain/holdFact.ts'
import { dueOf, type PaidOrder, type Sold } from '../../domain/sharing/due.ts'
import type { EventType } from '../../domain/eventTypes.ts'
import type { Fact } from '../../events/facts.ts'
import { SHOP } from '../../events/stream.ts'
import type { CommissionRow } from './tables.ts'

/** What moves the money of an order. */
export const MONEY_FACTS = [
  'hold:paid',
  'hold:late_paid',
  'hold:supplied',
  'hold:refunded',
  'hold:cancelled',
  'order:accepted',
  'order:cancelled',
  'order:part_refunded',
  'order:refunded',
  'order:refund_done',
  'order:refund_asked',
  'order:refund_told',
  'order:refund_by_hand',
  'order:refund_failed',
] as const satisfies readonly EventType[]

/** Of a fact what commission follows from. */
export interface Credited extends Pick<Fact, 'stream' | 'seq' | 'at' | 'holdId' | 'type' | 'mediaMs' | 'actor'> {
  readonly hold: FactHold & { readonly credit: Credit }
  readonly order: FactOrder
}

/** Null: nobody is credited with it, or it is about a second payment, which goes back. */
export function toCredited(fact: Fact): Credited | null {
  const { hold, order } = readHoldFact(fact)
  if (hold === null || order === null || order.isSecond || hold.credit === null) return null
  const { data: _, ...said } = fact
  return { ...said, hold: { ...hold, credit: hold.credit }, order }
}

/** What is written already of the hold's lines. */
export interface Written {
  /** By line and level (`keyOf`), their sum. */
  readonly sums: ReadonlyMap<string, number>
  /** Of its order; null: nothing was earned yet. */
  readonly confirmedAt: number | null
}

export const NOTHING_WRITTEN: Written = { sums: new Map(), confirmedAt: null }

export const keyOf = ({ offer_id, level }: Pick<CommissionRow, 'offer_id' | 'level'>) => `${offer_id} ${level}`

const DAY_MS = 86_400_000

export function worthOf({ state, amountMinor, currency, backMinor }: FactOrder): PaidOrder | null {
  return state === 'paid' ? { amountMinor, currency, backMinor } : null
}

export function toSold({ hold }: Pick<Credited, 'hold'>, showId: Sold['showId']): Sold {
  const { currency, totalMinor, credit } = hold
  const lines = hold.lines.map((line) => ({ ...line, payMinor: payMinor(line) }))
  return { showId, currency, totalMinor, lines, credit }
}

/** Differences alone: a fact that changes nothing adds no row. */
export function rowsOf(credited: Credited, written: Written, rules: SharingRules): CommissionRow[] {
  const { stream, seq, at, hold, order } = credited
  if (stream === SHOP) throw new Error('an order in the stream of the shop')
  const due = dueOf(toSold(credited, stream), worthOf(order), rules)
  const confirmed_at = written.confirmedAt ?? at + rules.freezeDays * DAY_MS
  const common = { seq, show_id: stream, at, hold_id: holdIdOf(credited), order_id: order.orderId, confirmed_at }
  return due.flatMap(({ offerId, level, sharerId, rate, baseMinor, amountMinor }): CommissionRow[] => {
    const line = hold.lines.find((one) => one.offerId === offerId)
    const before = written.sums.get(keyOf({ offer_id: offerId, level }))
    const change = amountMinor - (before ?? 0)
    if (change === 0 || line === undefined) return []
    return [
      {
        ...common,
        offer_id: offerId,
        level,
        product_id: line.productId,
        quantity: line.quantity,
        sharer_id: sharerId,
        link: hold.credit.link,
        rules: hold.credit.rules,
        rate: JSON.stringify(rate),
        why: change < 0 ? 'reversed' : before === undefined ? 'earned' : 'changed',
        base_minor: baseMinor,
        amount_minor: change,
        currency: hold.currency,
      },
    ]
  })
}

export function holdIdOf({ hold }: Pick<Credited, 'hold'>): HoldId {
  return hold.holdId
}

/** As it is once these rows are written, too. */
export function withRows(written: Written, rows: readonly CommissionRow[]): Written {
  const sums = new Map(written.sums)
  for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + row.amount_minor)
  return { sums, confirmedAt: written.confirmedAt ?? rows[0]?.confirmed_at ?? null }
}
