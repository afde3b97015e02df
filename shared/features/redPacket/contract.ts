// Schemas of red packets: what staff put in, what each place held, and what everyone sees of it.
import * as z from 'zod'
import { ActivityLife, ActivityStart, OwnEntry, RequestId } from '../../activities/activity.ts'
import { WaitsFor } from '../../activities/waiting.ts'
import { ActivityId, At, Currency, Minor, ProductId, SetAt } from '../../contract/ids.ts'
import { plainText } from '../../contract/plainText.ts'
import { problemOf } from './sums.ts'

export const MOST_GREETING = 60
export const MOST_PLACES = 2000
export const MOST_PRODUCTS = 200
export const MOST_PER_MONTH = 100
const SHORTEST_MS = 10_000
const LONGEST_MS = 3_600_000

const CONFIG = {
  /** What the shop says with it; null: nothing. */
  greeting: plainText(MOST_GREETING).nullable(),
  /** `fixed`: everyone gets the same; `lucky`: at least the least, the rest by chance. */
  how: z.enum(['fixed', 'lucky']),
  /** So many can open it, each once. */
  places: z.number().int().min(1).max(MOST_PLACES),
  /** Of the show's products: a coupon in it is good for nothing else. */
  currency: Currency,
  /** All that is in it. */
  totalMinor: Minor.min(1),
  /** Of `lucky`: what each gets at least. */
  leastMinor: Minor.min(1),
  /** What the goods of an order have to come to before the coupon counts. */
  fromMinor: Minor,
  /** Null: any product. */
  productIds: z.array(ProductId).min(1).max(MOST_PRODUCTS).readonly().nullable(),
  /** Its coupons are good before that moment. */
  until: SetAt,
  /** So many red packets one person may open within thirty days, over all shows; null: any number. */
  perMonth: z.number().int().min(1).max(MOST_PER_MONTH).nullable().default(null),
}

/** What staff set: a sum that cannot be dealt out to the last unit is none. */
export const RedPacketConfig = z.object(CONFIG).refine((sum) => problemOf(sum) === null, 'this cannot be dealt out')
export type RedPacketConfig = z.infer<typeof RedPacketConfig>

/** What whoever opened it has got. */
export const RedPacketEntry = z.strictObject({ amountMinor: Minor.min(1) })
export type RedPacketEntry = z.infer<typeof RedPacketEntry>

export const RedPacketResult = z.object({ opened: z.number().int().nonnegative(), givenMinor: Minor })
export type RedPacketResult = z.infer<typeof RedPacketResult>

/** Who got the most so far, the first of those who got as much. */
export const Luckiest = z.object({
  /** As they call themselves; null: erased. */
  name: z.string().nullable(),
  amountMinor: Minor,
})
export type Luckiest = z.infer<typeof Luckiest>

export const RedPacket = ActivityLife.extend({
  ...CONFIG,
  /** What was opened so far comes to. */
  givenMinor: Minor,
  /** Null: nobody has opened it. */
  luckiest: Luckiest.nullable(),
  /** When the last place was taken; null: there are some left. */
  goneAt: At.nullable(),
})
export type RedPacket = z.infer<typeof RedPacket>

export const COMMANDS = {
  /** Safe to repeat with the same id. It comes to the front where it is announced or opened at once, unless this says no. */
  'redPacket:make': {
    input: ActivityStart.extend({
      ...CONFIG,
      lengthMs: z.number().int().min(SHORTEST_MS).max(LONGEST_MS).nullable(),
      toFront: z.boolean().optional(),
      waitsFor: WaitsFor.nullable().optional(),
    }).refine((sum) => problemOf(sum) === null, 'this cannot be dealt out'),
    output: ActivityLife,
  },
  /** One tap; the reply says the place and what was in it. Again it says the same. */
  'redPacket:open': {
    input: z.object({ activityId: ActivityId, requestId: RequestId }),
    output: OwnEntry,
  },
}

export const SLICES = {
  /** Red packets that staff have shown, the latest that are over among them. */
  everyone: { redPackets: z.array(RedPacket).readonly() },
  /** All of them, drafts too. */
  staff: { redPackets: z.array(RedPacket).readonly() },
}
