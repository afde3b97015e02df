// What `npm run setup` asks about the shop: every setting of its kind, unless setup makes it or its default is the right one.
import {
  CONNECTION_FIELD_NAMES,
  CONNECTION_FIELDS,
  type ConnectionFieldName,
  type ShopKindName,
} from '@lantern/shared/contract/connections.ts'
import { type Answers, is, mayBeEmpty, needed, type Question, question } from './question.ts'

/** The answer that leaves the shop for the studio. */
export const LATER = 'later'

interface Asked {
  readonly asks: string
  /** Beside the kind. */
  readonly if?: (answers: Answers) => boolean
  readonly fallback?: Question['fallback']
}

const hasNo =
  (...names: ConnectionFieldName[]) =>
  (answers: Answers) =>
    names.every((name) => answers[name] === undefined)

/** `made`: by setup. `usual`: its default is right for whoever answers questions. A new setting has to be one of the three. */
const FIELDS: Readonly<Record<ConnectionFieldName, Asked | 'made' | 'usual'>> = {
  SHOP_URL: { asks: 'The address of the shop, such as https://shop.example.com' },
  SHOP_INTERNAL_URL: {
    asks: 'The address of the shop for this server, which has no {host} in it',
    if: ({ SHOP_URL = '' }) => SHOP_URL.includes('{host}'),
    fallback: needed,
  },
  SHOP_AUDIENCE: 'usual',
  SHOP_BASKET: 'usual',
  HANDOFF_SECRET: { asks: 'Secret that signs hand-offs (empty: the shop reads this server’s public keys)' },
  SHOP_WEBHOOK_SECRET: 'made',
  UCP_ENDPOINT_HOST: { asks: 'Host of its checkout, where that is another than the shop’s (empty: it is not)' },
  UCP_CODES_URL: {
    asks: 'Where it makes single-use discount codes (empty: prices of a show cannot be below the shop’s)',
  },
  SHOPIFY_CLIENT_ID: {
    asks: 'Client ID of your app in Shopify’s Dev Dashboard (empty: an app of before 2026)',
  },
  SHOPIFY_CLIENT_SECRET: { asks: 'Its client secret' },
  SHOPIFY_ADMIN_TOKEN: {
    asks: 'Its Admin API token (empty: prices of a show cannot be below the shop’s)',
    if: hasNo('SHOPIFY_CLIENT_ID'),
  },
  SHOPIFY_WEBHOOK_SECRET: {
    asks: 'Key under Settings > Notifications > Webhooks, for webhooks made there by hand (empty: there are none)',
  },
  SHOPIFY_PRIVATE_TOKEN: {
    asks: 'Private token of the Storefront API, from its Headless channel (empty: none)',
  },
  SHOPIFY_STOREFRONT_TOKEN: {
    asks: 'Its public token (empty: carts are made by plain addresses)',
    if: hasNo('SHOPIFY_PRIVATE_TOKEN'),
  },
  SHOPIFY_PERMALINK: {
    asks: 'Which plain addresses? cart: those of carts, buy: those of UCP',
    if: hasNo('SHOPIFY_PRIVATE_TOKEN', 'SHOPIFY_STOREFRONT_TOKEN'),
    fallback: is('cart'),
  },
  SHOPIFY_API_VERSION: 'usual',
  WOO_CONSUMER_KEY: { asks: 'Consumer key of WooCommerce’s REST API, to read and write' },
  WOO_CONSUMER_SECRET: { asks: 'Its consumer secret' },
  WOO_PLUGIN_SECRET: {
    asks: 'Secret that Lantern’s plugin for WooCommerce has, 16 characters or more (empty: each hold has a coupon)',
  },
  WOO_WEBHOOK_SECRET: 'made',
  MEDUSA_URL: { asks: 'Where Medusa’s backend answers' },
  MEDUSA_PUBLISHABLE_KEY: { asks: 'Publishable key of its Store API' },
  MEDUSA_ADMIN_TOKEN: { asks: 'Secret API key (empty: prices of a show cannot be below the shop’s)' },
  MEDUSA_REGION_ID: { asks: 'Id of the region whose prices are asked' },
  MEDUSA_LOCATION_ID: {
    asks: 'Id of the stock location whose units are set apart for shows (empty: none are)',
  },
}

const isOf = (name: ConnectionFieldName, kind: string | undefined) =>
  CONNECTION_FIELDS[name].kinds.some((one) => one === kind)

function toQuestions(name: ConnectionFieldName): Question[] {
  const field = FIELDS[name]
  if (typeof field === 'string') return []
  const isMet = field.if ?? (() => true)
  return [
    question(name, field.asks, {
      fallback: field.fallback ?? (CONNECTION_FIELDS[name].isNeeded ? needed : mayBeEmpty),
      isAsked: (answers) => isOf(name, answers.SHOP_KIND) && isMet(answers),
    }),
  ]
}

/** Secrets of the kind that nobody has to think of. */
export function madeFor(kind: string | undefined): readonly ConnectionFieldName[] {
  return CONNECTION_FIELD_NAMES.filter((name) => FIELDS[name] === 'made' && isOf(name, kind))
}

/** Settings of the kind that setup leaves as they are. */
export function usualOf(kind: ShopKindName): readonly ConnectionFieldName[] {
  return CONNECTION_FIELD_NAMES.filter((name) => FIELDS[name] === 'usual' && isOf(name, kind))
}

function hostOfShop({ SHOP_URL = '' }: Answers): string | null {
  return URL.canParse(SHOP_URL) ? new URL(SHOP_URL).hostname : null
}

const [SHOP_URL = [], ...REST] = CONNECTION_FIELD_NAMES.map(toQuestions)

export const SHOP_QUESTIONS: readonly Question[] = [
  question(
    'SHOP_KIND',
    `What shop is it? generic, ucp, shopify, woo or medusa; ${LATER}: connect it in the studio, after the start`,
    // An address without a kind is that of a generic shop.
    { fallback: (_answers, before) => (before['SHOP_URL'] === undefined ? LATER : 'generic'), leftOutBy: LATER },
  ),
  ...SHOP_URL,
  question('SHOP_NAME', 'Its name, as viewers read it', { fallback: hostOfShop }),
  ...REST.flat(),
]
