// An order of WooCommerce as far as it is read, and what its goods come to.
import { z } from 'zod'
import { toMinor } from '../../money.ts'

export const WooLine = z.object({
  total: z.string(),
  /** Rounded to the shop's places on its own, unlike the total beside it and the parts that it is made of. */
  total_tax: z.string(),
  taxes: z.array(z.object({ total: z.string() })).default([]),
  meta_data: z.array(z.object({ key: z.string(), value: z.unknown() })).default([]),
})

export type WooLine = z.infer<typeof WooLine>

export const WooGoods = z.object({
  currency: z.string().length(3),
  prices_include_tax: z.boolean(),
  line_items: z.array(WooLine),
})

export type WooGoods = z.infer<typeof WooGoods>

/** The reason says for which hold it was, where it was ours. */
export const WooRefund = z.object({ total: z.string(), reason: z.string().nullish() })

export const WooOrder = WooGoods.extend({
  id: z.number().int().positive(),
  status: z.string(),
  /** Kept when the order is cancelled. */
  date_paid: z.string().nullish(),
  coupon_lines: z.array(z.object({ code: z.string() })),
  /** Surcharges, and what is taken off the whole order with a minus. */
  fee_lines: z.array(WooLine).default([]),
  /** Amounts with a minus. */
  refunds: z.array(WooRefund).default([]),
})
export type WooOrder = z.infer<typeof WooOrder>

/** With the tax on top as well: as lines go back. Null: not readable. */
export function grossOf(goods: WooGoods): number | null {
  return goodsOf({ ...goods, prices_include_tax: true })
}

/** What has gone back, by the note that it was given with. */
export const toNoted =
  (currency: string) =>
  ({ total, reason }: z.infer<typeof WooRefund>) => {
    const minor = toMinor(total.replace(/^-/, ''), currency)
    return { minor, note: reason }
  }

const decimalsOf = (amount: string) => /\.(\d*)$/.exec(amount)?.[1]?.length ?? 0

/** As fine as the total beside it: a rounded total and an unrounded tax are not what was paid, nor the other way round. */
function taxOf({ total, total_tax, taxes }: WooLine): readonly string[] {
  const isFiner = decimalsOf(total) > decimalsOf(total_tax)
  return isFiner && taxes.length > 0 ? taxes.map((tax) => tax.total) : [total_tax]
}

/** Lines after their discount; with the tax where the shop's prices have it inside. Null: not readable. */
export function goodsOf({ line_items, currency, prices_include_tax }: WooGoods): number | null {
  const parts = line_items.flatMap((line) => [line.total, ...(prices_include_tax ? taxOf(line) : [])])
  // Shops keep more places than the currency has: summed first, rounded once.
  const sum = parts.reduce((all, part) => all + Number(part), 0)
  return Number.isFinite(sum) ? toMinor(sum.toFixed(6), currency) : null
}
