// The page of whoever leads a group: today's orders, what is to prepare, and what was handed over, also by a phone without a line.
import * as z from 'zod'
import { GroupId, Messenger, PickupPoint } from './groups.ts'
import { At, Currency, HoldId, Minor, OfferId, ShowId } from './ids.ts'
import { HeldGroup, LocalText } from './things.ts'

/** What stands behind /g/: 24 letters and digits of chance, kept as a hash alone. */
export const LeaderCode = z.string().regex(/^[A-Za-z0-9]{24}$/)

/** Six digits of a buyer, or what stands in the buyer's QR code. */
export const PickupCode = z.string().regex(/^(\d{6}|P[A-Za-z0-9_-]{16})$/)
/** Made by the phone that hands over: sent again it is the same one. */
export const HandOverId = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/)

/** What became of a hold at the counter; `here`: by this phone. */
const Handed = z.object({ id: HandOverId, at: At, here: z.boolean() })

export const LeaderOrder = z.object({
  holdId: HoldId,
  /** The same for all of one person in the show; nothing else is known by it. */
  person: z.string(),
  /** As the buyer chose to be called; empty: the buyer was erased. */
  name: z.string(),
  isPaid: z.boolean(),
  totalMinor: Minor,
  lines: z.array(z.object({ offerId: OfferId, quantity: z.number().int().positive() })),
  /** What the buyer shows, in the two ways there are. */
  digits: z.string(),
  token: z.string(),
  handed: Handed.nullable(),
  /** Others who say that they have handed it over, too. */
  conflicts: z.array(Handed),
})
export type LeaderOrder = z.infer<typeof LeaderOrder>

export const LeaderGoods = z.object({ title: LocalText, variant: LocalText.nullable(), picture: z.string() })
export type LeaderGoods = z.infer<typeof LeaderGoods>

export const LeaderShow = z.object({
  id: ShowId,
  title: LocalText,
  startsAt: At,
  currency: Currency,
  /** When its buyers were told that all is at the pick-up point; null: not yet. */
  arrivedAt: At.nullable(),
  /** People who were told. */
  told: z.number().int().nonnegative(),
  orders: z.array(LeaderOrder),
})
export type LeaderShow = z.infer<typeof LeaderShow>

/**
 * GET /api/leader/:code: shows that the group got a link for, the latest first: those of two weeks until tomorrow, and all that
 * have orders to hand over.
 */
export const LeaderState = z.object({
  now: At,
  group: z.object({
    /** The same on every page that it is given: what a phone has not sent yet is of the group. */
    id: GroupId,
    name: z.string(),
    theme: z.string().nullable(),
    messenger: Messenger,
    isDeleted: z.boolean(),
  }),
  point: PickupPoint.nullable(),
  /** Whose phone hands over at the pick-up point. */
  counter: z.enum(['this', 'other', 'none']),
  shows: z.array(LeaderShow),
  /** By the ids of offers. */
  goods: z.record(z.string(), LeaderGoods),
})
export type LeaderState = z.infer<typeof LeaderState>

/** POST /api/leader/:code/arrived: tells the buyers of the show, once. */
export const Arrived = z.object({ showId: ShowId })

/**
 * POST /api/leader/:code/handed: what was handed over, by the phone's clock, which a phone without a line sends later. Recorded
 * once by its id; of what somebody else has handed over it is recorded as a conflict.
 */
export const HandOver = z.object({
  id: HandOverId,
  showId: ShowId,
  holdIds: z.array(HoldId).min(1).max(50),
  code: PickupCode,
  at: At,
})
export type HandOver = z.infer<typeof HandOver>

export const HandedOver = z.object({ conflicts: z.array(HoldId) })
export type HandedOver = z.infer<typeof HandedOver>

/** POST /api/groups/:id/leader (AT_THE_DESK): a new page, shown this once; the one before is void. */
export const NewLeaderPage = z.object({ code: LeaderCode, /** As phones reach it. */ url: z.string() })

/** GET /api/pickups/:show: where the viewer who asks fetches what they bought in the show, and by which code. */
export const OwnPickup = z.object({
  group: z.string(),
  /** As it was when the last of it was held. */
  point: HeldGroup.shape.point,
  digits: z.string(),
  /** When all was there; null: not yet. */
  arrivedAt: At.nullable(),
  orders: z.number().int().positive(),
  handed: z.number().int().nonnegative(),
})
export type OwnPickup = z.infer<typeof OwnPickup>
export const OwnPickups = z.object({ pickups: z.array(OwnPickup) })
