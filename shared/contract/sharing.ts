// Who brings buyers and what they earn: sharers, the shop's rules for them, and who is credited with a hold.
import * as z from 'zod'
import { Minor, ProductId, ShowId } from './ids.ts'

export const SharerId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,64}$/)
  .brand<'SharerId'>()
export type SharerId = z.infer<typeof SharerId>

/** Of a line's money in hundredths of a percent, or an amount for each unit in minor units of the show's currency. */
export const CommissionRate = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('percent'), hundredths: z.number().int().min(0).max(10_000) }),
  z.object({ kind: z.literal('amount'), minor: Minor }),
])
export type CommissionRate = z.infer<typeof CommissionRate>

/** `own`: for whoever brought the buyer; `upper`: for whoever brought them. There is no third. */
export const CommissionRates = z.object({ own: CommissionRate, upper: CommissionRate })
export type CommissionRates = z.infer<typeof CommissionRates>

export const MOST_SPECIAL_RATES = 200
const days = (least: number) => z.number().int().min(least).max(365)

export const SharingRules = z.object({
  /** Whether viewers may become sharers, and links of sharers count. */
  isOn: z.boolean(),
  /** Which of the clicks that still bind a buyer counts. */
  click: z.enum(['last', 'first']),
  /** How long a click binds a buyer to the sharer, and how long an order that was credited does. */
  clickDays: days(1),
  orderDays: days(0),
  /** While an order binds a buyer, clicks on links of others change nothing. */
  protects: z.boolean(),
  /** Whether sharers earn with what they buy themselves. */
  ownPurchases: z.boolean(),
  /** How long after the payment commission is pending. */
  freezeDays: z.number().int().min(0).max(180),
  rates: CommissionRates,
  /** The product's rates come before those of its show, and these before the shop's. */
  shows: z.array(z.object({ showId: ShowId, rates: CommissionRates })).max(MOST_SPECIAL_RATES),
  products: z.array(z.object({ productId: ProductId, rates: CommissionRates })).max(MOST_SPECIAL_RATES),
  /** Whether sharers see on their pages who has brought most; rules of before it was asked say no. */
  showsBoard: z.boolean().default(false),
})
export type SharingRules = z.infer<typeof SharingRules>

const NOTHING = { kind: 'percent', hundredths: 0 } as const

export const DEFAULT_RULES: SharingRules = {
  isOn: false,
  click: 'last',
  clickDays: 7,
  orderDays: 30,
  protects: true,
  ownPurchases: false,
  freezeDays: 7,
  rates: { own: NOTHING, upper: NOTHING },
  shows: [],
  products: [],
  showsBoard: false,
}

/** Who is credited with a hold: decided when it is granted, and never again. */
export const Credit = z.object({
  sharerId: SharerId,
  /** Whoever brought that sharer; null: nobody, or nobody who earns by it. */
  upperId: SharerId.nullable(),
  /** The code of the link that brought the buyer. */
  link: z.string(),
  /** What bound the buyer: a click on it, or an order that it brought before. */
  by: z.enum(['click', 'order']),
  /** The version of the rules by which it was decided and by which it is paid. */
  rules: z.number().int().positive(),
})
export type Credit = z.infer<typeof Credit>
