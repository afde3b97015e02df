// What sharers earn, as they and staff read it: the shop's terms, sums, each row of the ledger, and who shares.
import * as z from 'zod'
import { At, Currency, Minor, OrderId, StaffId } from './ids.ts'
import { CommissionRate, SharerId, SharingRules } from './sharing.ts'
import { LocalText } from './things.ts'

/** What whoever thinks of sharing may know. */
export const SharingTerms = SharingRules.pick({
  isOn: true,
  clickDays: true,
  orderDays: true,
  freezeDays: true,
  rates: true,
})

const count = z.number().int().nonnegative()
const sum = z.number().int()

/** Of one currency: `confirmed` is what the freeze has passed and the shop has not paid out; below zero is owed to the shop. */
export const CommissionMoney = z.object({ currency: Currency, pendingMinor: sum, confirmedMinor: sum, paidMinor: sum })
export type CommissionMoney = z.infer<typeof CommissionMoney>

/** One line of the ledger: of what product, at which level, by which rate of what, and why. */
export const CommissionLine = z.object({
  at: At,
  title: LocalText.nullable(),
  quantity: count,
  level: z.union([z.literal(1), z.literal(2)]),
  why: z.enum(['earned', 'reversed', 'changed']),
  rate: CommissionRate,
  /** What the shop keeps of the line since then. */
  baseMinor: Minor,
  amountMinor: sum,
  currency: Currency,
  confirmedAt: At,
  /** The shop's number of the order. */
  orderId: OrderId,
  /** The version of the rules it is paid by. */
  rules: z.number().int().positive(),
  /** What the sharer calls the link that brought it; null: it has no name, or is somebody else's. */
  link: z.string().nullable(),
  /** Of the second level: who sold it, by the name they chose. Null: the sharer, or nobody who is known. */
  by: z.string().nullable(),
})
export type CommissionLine = z.infer<typeof CommissionLine>

export const StaffSharer = z.object({
  id: SharerId,
  /** Empty: erased. */
  name: z.string(),
  staffId: StaffId.nullable(),
  /** Whoever brought them; null: nobody. */
  upper: z.string().nullable(),
  joinedAt: At,
  overAt: At.nullable(),
  /** In all shows. */
  opens: count,
  people: count,
  /** Their own opens, and the most that one device opened their links within a day. */
  ownOpens: count,
  mostOfOne: count,
  /** Orders that brought them something, and of these such as went back after it was confirmed. */
  orders: count,
  lateBack: count,
  money: z.array(CommissionMoney),
})
export type StaffSharer = z.infer<typeof StaffSharer>
