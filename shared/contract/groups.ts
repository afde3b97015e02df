// Groups of the shop: people in a messenger who get links of their own, and the points where they fetch what they bought.
import * as z from 'zod'
import { At, Currency, Minor, ProductId, ShowId, Units } from './ids.ts'
import { plainText } from './plainText.ts'
import { HeldGroup, Locale, LocalText } from './things.ts'

/** Chosen by whoever makes it, so that asking twice makes one. */
export const GroupId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,40}$/)
  .brand<'GroupId'>()
export type GroupId = z.infer<typeof GroupId>
export const PointId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{8,40}$/)
  .brand<'PointId'>()
export type PointId = z.infer<typeof PointId>

export const MESSENGERS = ['whatsapp', 'wechat', 'line', 'telegram', 'messenger', 'other'] as const
export const Messenger = z.enum(MESSENGERS)
export type Messenger = z.infer<typeof Messenger>

/** Of the shop; deleted ones count. */
export const MOST_GROUPS = 500
export const MOST_POINTS = 300
export const MOST_TAGS = 8
export const MOST_TAG = 24
/** Characters of a name, a theme, a leader's name. */
export const MOST_NAME = 60
export const MOST_ADDRESS = 160

/** POST /api/groups/:id (AT_THE_DESK) -> {}: makes the group or changes it. Safe to repeat. */
export const SaveGroup = z.object({
  name: plainText(MOST_NAME),
  messenger: Messenger,
  theme: plainText(MOST_NAME).nullable(),
  /** As the group calls the one who leads it. */
  leader: plainText(MOST_NAME).nullable(),
  tags: z.array(plainText(MOST_TAG)).max(MOST_TAGS),
  /** How many people are in it, as its leader says. */
  size: Units.nullable(),
  /** Where its people fetch what they bought; null: nowhere. */
  pointId: PointId.nullable(),
})
export type SaveGroup = z.infer<typeof SaveGroup>

/** POST /api/groups/points/:id (AT_THE_DESK) -> {}: makes the point or changes it. Safe to repeat. */
export const SavePoint = z.object({
  name: plainText(MOST_NAME),
  address: plainText(MOST_ADDRESS),
  hours: plainText(MOST_NAME).nullable(),
  note: plainText(MOST_ADDRESS).nullable(),
})
export type SavePoint = z.infer<typeof SavePoint>

/** May serve several groups. */
export const PickupPoint = SavePoint.extend({ id: PointId })
export type PickupPoint = z.infer<typeof PickupPoint>

export const MOST_GROUP_PRICES = 100
export const MOST_PERCENT = 90

/** Whole percent of the show's price, rounded down to whole minor units; or the price of one unit of each product. */
export const GroupOff = z.union([
  z.strictObject({ percent: z.number().int().min(1).max(MOST_PERCENT) }),
  z.strictObject({
    currency: Currency,
    prices: z
      .array(z.object({ productId: ProductId, priceMinor: Minor.min(1) }))
      .min(1)
      .max(MOST_GROUP_PRICES)
      .refine((prices) => new Set(prices.map(({ productId }) => productId)).size === prices.length),
  }),
])
export type GroupOff = z.infer<typeof GroupOff>

/** What the people of a group pay; of one show alone, or, with null, of every show that has no list of its own. */
export const GroupPrices = z.object({ showId: ShowId.nullable(), off: GroupOff })
export type GroupPrices = z.infer<typeof GroupPrices>

/** POST /api/groups/:id/prices (AT_THE_DESK) -> {}: puts the list in the place of the one that was; null: takes it away. Safe to repeat. */
export const SaveGroupPrices = z.object({ showId: ShowId.nullable(), off: GroupOff.nullable() })
export type SaveGroupPrices = z.infer<typeof SaveGroupPrices>

/** GET /api/groups/packing.csv (staff): a line for each product of each order that was bought; in the language that is asked for. */
export const PackingQuery = z.object({
  inShow: ShowId,
  ofGroup: GroupId.optional(),
  atPoint: PointId.optional(),
  language: Locale.default('en'),
})

/** Lists that one group may have. */
export const MOST_LISTS = 50

const count = z.number().int().nonnegative()

/** What came of links of a group, without robots and staff. */
export const CameOfLinks = z.object({
  /** Links that were made. */
  links: count,
  opens: count,
  /** People, once for each link. */
  people: count,
  holds: count,
  /** Orders that were paid and have not wholly gone back. */
  orders: count,
  /** What was paid for them and has not gone back. */
  paid: z.array(z.object({ currency: Currency, minor: Minor })),
})
export type CameOfLinks = z.infer<typeof CameOfLinks>

export const Group = SaveGroup.extend({
  id: GroupId,
  madeAt: At,
  /** Since then its links bring nobody to it; what was bought before is still handed over. */
  deletedAt: At.nullable(),
  came: CameOfLinks,
  /** Orders that were paid and are not handed over yet; none where the group has neither a pick-up point nor a leader's page. */
  toHand: count,
  /** Of its leader; `bound`: a phone has opened it. */
  leaderPage: z.enum(['none', 'new', 'bound']),
  /** What its people pay less; that of every show first. */
  prices: z.array(GroupPrices),
})
export type Group = z.infer<typeof Group>

/** GET /api/groups (staff): those that are not deleted first, then by name. */
export const GroupBoard = z.object({
  groups: z.array(Group),
  points: z.array(PickupPoint),
  /** Whether the shop can be told a price below its own; where it cannot, nobody is shown one. */
  carriesPrice: z.boolean(),
})
export type GroupBoard = z.infer<typeof GroupBoard>

/**
 * GET /api/pickups/:show/group?cameBy=<code>: what the viewer who asks would hold by now as one of a group; null: as nobody's. `off`
 * is null where the group has no price here, or the shop cannot be told one.
 */
export const OwnGroup = z.object({
  name: z.string(),
  point: HeldGroup.shape.point,
  off: GroupOff.nullable(),
})
export type OwnGroup = z.infer<typeof OwnGroup>
export const OwnGroupReply = z.object({ group: OwnGroup.nullable() })

/** GET /api/groups/:id/shows (staff): the shows that the group got a link for, the latest first. */
export const GroupShows = z.object({
  shows: z.array(z.object({ showId: ShowId, title: LocalText, startsAt: At, came: CameOfLinks })),
})
export type GroupShows = z.infer<typeof GroupShows>
