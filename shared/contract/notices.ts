// What the studio posts to endpoints of others when something has happened: a body for each type, signed as Standard Webhooks 1.0.
import * as z from 'zod'
import { ActivityId, At, Currency, HoldId, Minor, OrderId, ShowId } from './ids.ts'
import { Adjustment, HeldGroup } from './things.ts'
import type { ToldType } from './webhooks.ts'

/** `unitPriceMinor`: one unit at the lowest price; of `adjustments` a coupon's comes off the item, the others are in the price. */
const Item = z.object({
  sku: z.string(),
  quantity: z.number().int().positive(),
  unitPriceMinor: Minor,
  adjustments: z.array(Adjustment),
})
const items = z.array(Item)

/** A hold as it stood when it was granted or ended; `totalMinor`: what was to pay; `expiresAt` and `at`: ms since the epoch. */
export const HoldNotice = z.object({
  holdId: HoldId,
  showId: ShowId,
  items,
  totalMinor: Minor,
  currency: Currency,
  expiresAt: At,
  at: At,
})

export const OrderNotice = z.object({
  holdId: HoldId,
  orderId: OrderId,
  showId: ShowId,
  items,
  /** What was to pay, in the hold's currency. */
  totalMinor: Minor,
  /** What the shop says was paid. */
  amountMinor: Minor,
  currency: Currency,
  /** The share link by which the buyer came. */
  link: z.string().nullable(),
  /** The group by whose link, and where it is fetched, as the buyer was told; null: none. */
  group: HeldGroup.nullable(),
  /** The minute of the show it belongs to; null: before it was live. */
  minute: z.number().int().nonnegative().nullable(),
  at: At,
})

export const ShowNotice = z.object({ showId: ShowId, at: At })

/** A poll or another play: `kind` and, in the words of the kind, what staff set and what came of it; null: nothing yet. */
export const ActivityNotice = z.object({
  activityId: ActivityId,
  showId: ShowId,
  /** `poll`, or the name of another play. */
  kind: z.string().min(1).max(32),
  settings: z.unknown(),
  /** How many took part, each once. */
  entries: z.number().int().nonnegative(),
  /** When it closes by itself; null: by hand. */
  closesAt: At.nullable(),
  result: z.unknown(),
  at: At,
})

/** Orders of a group are at its pick-up point; whose they are the shop knows. */
export const PickupNotice = z.object({
  showId: ShowId,
  groupId: z.string(),
  /** Null: the group has no pick-up point. */
  pointId: z.string().nullable(),
  /** What can be fetched; `orderId` is null where the shop has told of no order. */
  orders: z.array(z.object({ holdId: HoldId, orderId: OrderId.nullable() })),
  /** When the leader said so, in ms since the epoch. */
  at: At,
})

const body = <Type extends ToldType, Data extends z.ZodType>(type: Type, data: Data) =>
  z.object({ type: z.literal(type), timestamp: z.iso.datetime(), data })

export const NOTICES = {
  /** A viewer has units for a few minutes. */
  'hold.created': body('hold.created', HoldNotice),
  /** The units were given back. */
  'hold.released': body('hold.released', HoldNotice),
  /** The time was over before an order came. */
  'hold.expired': body('hold.expired', HoldNotice),
  /** It was paid after its time was over, and its units were gone. */
  'hold.late_paid': body('hold.late_paid', HoldNotice),
  /** The shop's order for a hold came, or staff gave a late payment its units. */
  'order.recorded': body('order.recorded', OrderNotice),
  'show.started': body('show.started', ShowNotice),
  'show.ended': body('show.ended', ShowNotice),
  /** People can take part. */
  'activity.opened': body('activity.opened', ActivityNotice),
  /** Nobody can any more, and it is known what came of it. */
  'activity.settled': body('activity.settled', ActivityNotice),
  /** Staff took it off every screen, and nothing came of it. */
  'activity.cancelled': body('activity.cancelled', ActivityNotice),
  /** What people of a group bought can be fetched. */
  'pickup.arrived': body('pickup.arrived', PickupNotice),
} as const satisfies { readonly [Type in ToldType]: z.ZodType }
