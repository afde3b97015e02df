// Connecting a shop in the studio: what each kind asks for, the round trip that tries it, and what it can do.
import * as z from 'zod'
import { At, Currency, Minor, Units } from './ids.ts'
import { RefusedReason } from './refusedEvents.ts'
import { ToDecide } from './shopActs.ts'

export const SHOP_KINDS = ['shopify', 'woo', 'medusa', 'generic', 'ucp'] as const
export const ShopKindName = z.enum(SHOP_KINDS)
export type ShopKindName = z.infer<typeof ShopKindName>

interface Asked {
  readonly kinds: readonly ShopKindName[]
  /** Without it the kind cannot be tried at all. */
  readonly isNeeded: boolean
  /** Only its end is ever shown. */
  readonly isSecret: boolean
  /** The studio makes one when a kind's values are first kept. */
  readonly isMade?: boolean
  /** The choices are read from the shop. */
  readonly isChosen?: boolean
}

/** By the names of the settings, which win where they are set. In the order of the page. */
export const CONNECTION_FIELDS = {
  SHOP_URL: { kinds: SHOP_KINDS, isNeeded: true, isSecret: false },
  SHOP_INTERNAL_URL: { kinds: ['generic'], isNeeded: false, isSecret: false },
  SHOP_AUDIENCE: { kinds: ['generic'], isNeeded: false, isSecret: false },
  SHOP_BASKET: { kinds: ['generic'], isNeeded: false, isSecret: false },
  HANDOFF_SECRET: { kinds: ['generic'], isNeeded: false, isSecret: true },
  SHOP_WEBHOOK_SECRET: { kinds: ['generic', 'ucp', 'medusa'], isNeeded: true, isSecret: true, isMade: true },
  UCP_ENDPOINT_HOST: { kinds: ['ucp'], isNeeded: false, isSecret: false },
  UCP_CODES_URL: { kinds: ['ucp'], isNeeded: false, isSecret: false },
  SHOPIFY_CLIENT_ID: { kinds: ['shopify'], isNeeded: false, isSecret: false },
  SHOPIFY_CLIENT_SECRET: { kinds: ['shopify'], isNeeded: true, isSecret: true },
  SHOPIFY_ADMIN_TOKEN: { kinds: ['shopify'], isNeeded: false, isSecret: true },
  SHOPIFY_WEBHOOK_SECRET: { kinds: ['shopify'], isNeeded: false, isSecret: true },
  SHOPIFY_PRIVATE_TOKEN: { kinds: ['shopify'], isNeeded: false, isSecret: true },
  SHOPIFY_STOREFRONT_TOKEN: { kinds: ['shopify'], isNeeded: false, isSecret: true },
  SHOPIFY_PERMALINK: { kinds: ['shopify'], isNeeded: false, isSecret: false },
  SHOPIFY_API_VERSION: { kinds: ['shopify'], isNeeded: false, isSecret: false },
  WOO_CONSUMER_KEY: { kinds: ['woo'], isNeeded: true, isSecret: true },
  WOO_CONSUMER_SECRET: { kinds: ['woo'], isNeeded: true, isSecret: true },
  WOO_PLUGIN_SECRET: { kinds: ['woo'], isNeeded: false, isSecret: true },
  WOO_WEBHOOK_SECRET: { kinds: ['woo'], isNeeded: true, isSecret: true, isMade: true },
  MEDUSA_URL: { kinds: ['medusa'], isNeeded: true, isSecret: false },
  MEDUSA_PUBLISHABLE_KEY: { kinds: ['medusa'], isNeeded: true, isSecret: true },
  MEDUSA_ADMIN_TOKEN: { kinds: ['medusa'], isNeeded: false, isSecret: true },
  MEDUSA_REGION_ID: { kinds: ['medusa'], isNeeded: true, isSecret: false, isChosen: true },
  MEDUSA_LOCATION_ID: { kinds: ['medusa'], isNeeded: false, isSecret: false, isChosen: true },
} as const satisfies Record<string, Asked>
export type ConnectionFieldName = keyof typeof CONNECTION_FIELDS
export const CONNECTION_FIELD_NAMES = Object.keys(CONNECTION_FIELDS) as ConnectionFieldName[]
const FieldName = z.enum(CONNECTION_FIELD_NAMES)

/** One choice for a field, as the shop has it. */
export const FieldOption = z.object({
  value: z.string(),
  label: z.string(),
  currency: Currency.optional(),
  products: Units.optional(),
  units: Units.optional(),
})
export type FieldOption = z.infer<typeof FieldOption>

/** `from`: where the value in force stands; `environment`: fixed by the variable of the field's name. */
export const ConnectionField = z.object({
  name: FieldName,
  isSecret: z.boolean(),
  isNeeded: z.boolean(),
  isSet: z.boolean(),
  from: z.enum(['environment', 'studio']).nullable(),
  /** Null of a secret. */
  value: z.string().nullable(),
  /** The last four characters of a secret that is long enough; null where there is none. */
  tail: z.string().nullable(),
  /** When it was kept in the studio. */
  at: At.nullable(),
  /** Read from the shop by the last round trip; null: to be typed. */
  options: z.array(FieldOption).nullable(),
})
export type ConnectionField = z.infer<typeof ConnectionField>

export const TRIP_STEPS = [
  'reads_products',
  'priced_cart',
  'opens_checkout',
  'told_of_order',
  'gives_back',
  'sets_stock_apart',
] as const
export type TripStepId = (typeof TRIP_STEPS)[number]

/** What a step found; each has a sentence that says what to do. */
export const TRIP_PROBLEMS = [
  /** `fields`: names of settings, with commas. */
  'values_missing',
  'key_missing',
  'key_wrong',
  'address_not_allowed',
  /** `host`, `why`. */
  'shop_silent',
  /** `why`: in the shop's own words. */
  'shop_refused',
  'keys_refused',
  /** `host`. */
  'not_this_shop',
  /** `shop`, `here`: currencies. */
  'wrong_currency',
  /** `seconds`. */
  'clock_off',
  'no_products',
  /** Its products come by a file, and none was imported. */
  'no_file',
  /** `count`. */
  'no_sku',
  'region_unknown',
  'several_channels',
  'price_differs',
  'no_live_price',
  'no_route',
  /** `host`, `why`: of a shop that reads signed links. */
  'link_refused',
  'no_message',
  /** `reason`: of RefusedReason. */
  'message_refused',
  'needs_key',
  'choose_location',
  'location_unknown',
  /** `units`: another studio keeps them apart at this shop; the step passes. */
  'others_apart',
  'timed_out',
  /** A step before it has to pass first. */
  'after_others',
  'broken',
] as const
export const TripProblem = z.enum(TRIP_PROBLEMS)
export type TripProblem = z.infer<typeof TripProblem>

/** What the step says of itself; each only where it is known. */
const TripFigures = z.object({
  products: Units.optional(),
  variants: Units.optional(),
  withSku: Units.optional(),
  currency: Currency.optional(),
  title: z.string().optional(),
  liveMinor: Minor.optional(),
  cartMinor: Minor.optional(),
  ms: z.number().int().nonnegative().optional(),
  /** The host that takes the cart. */
  host: z.string().optional(),
  /** The checkout of a test hold, to be paid as a test order. */
  link: z.string().optional(),
  /** When what it waits for began, or came. */
  at: At.optional(),
  location: z.string().optional(),
})

/** `cannot`: this kind of shop cannot do it, and is used without. `waiting`: for the shop. */
export const TripStep = z.object({
  id: z.enum(TRIP_STEPS),
  state: z.enum(['untried', 'passed', 'waiting', 'to_do', 'failed', 'cannot']),
  figures: TripFigures,
  problem: TripProblem.nullable(),
  /** What the problem's sentence fills in. */
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type TripStep = z.infer<typeof TripStep>

const OnlyHere = z.object({ product: z.string(), sku: z.string() })

export const RoundTrip = z.object({
  /** Null: never. */
  ranAt: At.nullable(),
  isRunning: z.boolean(),
  /** All of TRIP_STEPS, in their order. */
  steps: z.array(TripStep),
  /** What is on our shelf and not in this shop: it could not be sold by it. `some`: at most 20 of them. */
  onlyHere: z.object({ count: Units, some: z.array(OnlyHere) }),
})
export type RoundTrip = z.infer<typeof RoundTrip>

export const SHOP_ABILITIES = [
  'price_below',
  'price_checked',
  'stock_apart',
  'one_basket',
  'refunds',
  'asked_when_lost',
  'paid_later',
  'buyer_seen',
  'points',
] as const
export type ShopAbility = (typeof SHOP_ABILITIES)[number]
export const AbilityAnswer = z.enum(['yes', 'by_hand', 'no'])

/** `state`: where it stands on its way to being used; `to_do`: `toDo` steps need somebody. */
export const KindConnection = z.object({
  kind: ShopKindName,
  state: z.enum(['empty', 'untried', 'to_do', 'waiting', 'ready', 'in_use']),
  /** Values were kept after it came into use, or of a kind in use: they wait for their round trip. */
  hasDraft: z.boolean(),
  toDo: Units,
  fields: z.array(ConnectionField),
  trip: RoundTrip,
  /** Null: nothing can be said before the needed values are there. */
  can: z.record(z.enum(SHOP_ABILITIES), AbilityAnswer).nullable(),
  /** Where the shop posts its messages to. */
  eventsUrl: z.string(),
})
export type KindConnection = z.infer<typeof KindConnection>

/**
 * GET /api/shop/connections (owner), and the answer of the three below.
 * `lockedBy`: the variable that fixes which kind is in use, or null. `keyProblem`: the key of the kept secrets cannot be had.
 */
export const ShopConnections = z.object({
  /** Null: no shop is connected. */
  inUse: ShopKindName.nullable(),
  from: z.enum(['environment', 'studio']).nullable(),
  lockedBy: z.string().nullable(),
  since: At.nullable(),
  keyProblem: z.enum(['missing', 'wrong']).nullable(),
  kinds: z.array(KindConnection),
})
export type ShopConnections = z.infer<typeof ShopConnections>

export const MOST_FIELD_LENGTH = 1024

/** POST /api/shop/keys (owner). Null takes a value away; what is not named stays. */
export const SetKeys = z.strictObject({
  kind: ShopKindName,
  fields: z.partialRecord(FieldName, z.string().trim().min(1).max(MOST_FIELD_LENGTH).nullable()),
})
export type SetKeys = z.infer<typeof SetKeys>

/** POST /api/shop/trip (owner): takes up to half a minute; nobody is charged. */
export const RunTrip = z.strictObject({ kind: ShopKindName })

/** POST /api/shop/use (owner): from then on hand-offs go to it. */
export const UseShop = z.strictObject({ kind: ShopKindName })

/** GET /api/shop/recipe/:kind (owner): what belongs into the shop, with its secrets whole. */
export const ShopRecipe = z.object({
  /** `name`: of the settings of the shop's side, or one of events_url, topics, secret, handoff_url, keys_url, audience. */
  rows: z.array(z.object({ name: z.string(), value: z.string(), isSecret: z.boolean() })),
  files: z.array(z.object({ path: z.string(), text: z.string(), secrets: z.array(z.string()) })),
})
export type ShopRecipe = z.infer<typeof ShopRecipe>

/** One message of the shop as it came out, newest first. */
export const ShopMessage = z.object({
  id: z.string(),
  at: At,
  /** The shop's word, or ours for it, such as `order.paid`; null: it could not be read. */
  type: z.string().nullable(),
  order: z.string().nullable(),
  amountMinor: Minor.nullable(),
  currency: Currency.nullable(),
  sku: z.string().nullable(),
  /** The nickname of whose hold it is. */
  buyer: z.string().nullable(),
  /** `waiting`: taken, and not worked off yet. */
  state: z.enum(['waiting', 'taken', 'repeat', 'not_ours', 'needs_you', 'refused']),
  /** `payment_differs`: `byMinor` more or less than the hand-off; `note`: what stood in the way. */
  why: z.enum([
    'done',
    'again',
    'means_nothing',
    'names_no_hold',
    'round_trip',
    'unknown_hold',
    'payment_differs',
    'failed',
    'seen',
    'refused',
  ]),
  reason: RefusedReason.nullable(),
  byMinor: z.number().int().nullable(),
  note: z.string().nullable(),
  times: z.number().int().positive(),
  endpointId: z.string(),
  /** An arrival that staff can settle (POST /api/webhooks/arrivals/:id), or null. */
  arrivalId: z.string().nullable(),
  /** Only of `payment_differs`: what POST /api/shop/decide takes. */
  decide: ToDecide.optional(),
})
export type ShopMessage = z.infer<typeof ShopMessage>

/** GET /api/shop/messages (staff): the latest 200, and how many there were in the last 24 hours. */
export const ShopMessages = z.object({ messages: z.array(ShopMessage), lastDay: Units, refusedLastDay: Units })
export type ShopMessages = z.infer<typeof ShopMessages>
