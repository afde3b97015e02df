// What `npm run setup` asks, in order: each question is one setting, asked where the answers before it make it needed.
import { hostname } from 'node:os'
import { resolve } from 'node:path'
import { isPublicName } from '../../settings/certificateContradictions.ts'
import type { SettingName } from '../../settings/settings.ts'

export type Answers = Readonly<Partial<Record<SettingName, string>>>

export interface Question {
  readonly setting: SettingName
  readonly asks: string
  /** What an empty answer means; null: it has to be answered; empty: the setting is left out. */
  readonly fallback: (answers: Answers) => string | null
  readonly isAsked: (answers: Answers) => boolean
}

const always = () => true
const ofKind = (kind: string) => (answers: Answers) => answers.SHOP_KIND === kind
const needed = () => null
const mayBeEmpty = () => ''
const is = (value: string) => () => value

function question(
  setting: SettingName,
  asks: string,
  { fallback = needed, isAsked = always }: Partial<Pick<Question, 'fallback' | 'isAsked'>> = {},
): Question {
  return { setting, asks, fallback, isAsked }
}

function hostOfShop({ SHOP_URL = '' }: Answers): string | null {
  return URL.canParse(SHOP_URL) ? new URL(SHOP_URL).hostname : null
}

const isHttps = ({ PUBLIC_URL = '' }: Answers) => PUBLIC_URL.startsWith('https:')

const isOwnHttps = (answers: Answers) => isHttps(answers) && answers.TRUST_PROXY === '0'
const hasAcme = ({ ACME }: Answers) => ACME === '1'
const hasTurn = ({ TURN_URLS }: Answers) => TURN_URLS !== undefined
const hasNoTurnSecret = (answers: Answers) => hasTurn(answers) && answers.TURN_SECRET === undefined

export function httpsPortOf({ PUBLIC_URL = '' }: Answers): string {
  return URL.canParse(PUBLIC_URL) ? new URL(PUBLIC_URL).port || '443' : '443'
}

const SHOP: readonly Question[] = [
  question('SHOP_KIND', 'What shop is it? generic, ucp, shopify, woo or medusa', { fallback: is('generic') }),
  question('SHOP_URL', 'The address of the shop, such as https://shop.example.com'),
  question('SHOP_NAME', 'Its name, as viewers read it', { fallback: hostOfShop }),
  question('SHOPIFY_CLIENT_ID', 'Client ID of your app in Shopify’s Dev Dashboard (empty: an app of before 2026)', {
    fallback: mayBeEmpty,
    isAsked: ofKind('shopify'),
  }),
  question('SHOPIFY_CLIENT_SECRET', 'Its client secret', { isAsked: ofKind('shopify') }),
  question('SHOPIFY_ADMIN_TOKEN', 'Its Admin API token (empty: prices of a show cannot be below the shop’s)', {
    fallback: mayBeEmpty,
    isAsked: (answers) => ofKind('shopify')(answers) && answers.SHOPIFY_CLIENT_ID === undefined,
  }),
  question('SHOPIFY_PRIVATE_TOKEN', 'Private token of the Storefront API, from its Headless channel (empty: none)', {
    fallback: mayBeEmpty,
    isAsked: ofKind('shopify'),
  }),
  question('SHOPIFY_STOREFRONT_TOKEN', 'Its public token (empty: carts are made by plain addresses)', {
    fallback: mayBeEmpty,
    isAsked: (answers) => ofKind('shopify')(answers) && answers.SHOPIFY_PRIVATE_TOKEN === undefined,
  }),
  question('WOO_CONSUMER_KEY', 'Consumer key of WooCommerce’s REST API, to read and write', { isAsked: ofKind('woo') }),
  question('WOO_CONSUMER_SECRET', 'Its consumer secret', { isAsked: ofKind('woo') }),
  question('MEDUSA_URL', 'Where Medusa’s backend answers', { isAsked: ofKind('medusa') }),
  question('MEDUSA_PUBLISHABLE_KEY', 'Publishable key of its Store API', { isAsked: ofKind('medusa') }),
  question('MEDUSA_REGION_ID', 'Id of the region whose prices are asked', { isAsked: ofKind('medusa') }),
  question('MEDUSA_ADMIN_TOKEN', 'Secret API key (empty: prices of a show cannot be below the shop’s)', {
    fallback: mayBeEmpty,
    isAsked: ofKind('medusa'),
  }),
  question('MEDUSA_LOCATION_ID', 'Id of the stock location whose units are set apart for shows (empty: none are)', {
    fallback: mayBeEmpty,
    isAsked: ofKind('medusa'),
  }),
]

const PLACE: readonly Question[] = [
  question(
    'PUBLIC_URL',
    'Address under which viewers reach this server, such as https://live.example.com (empty: none)',
    {
      fallback: mayBeEmpty,
    },
  ),
  question('TRUST_PROXY', 'How many proxies (Caddy, nginx, a CDN) stand in front of it? 0: none', {
    fallback: is('1'),
    isAsked: isHttps,
  }),
  question('HTTPS_PORT', 'Port for this server’s own https', { fallback: httpsPortOf, isAsked: isOwnHttps }),
  question('ACME', 'Get and renew the certificate from Let’s Encrypt, and agree to its terms? 1: yes, 0: no', {
    fallback: ({ PUBLIC_URL = '' }) => (isPublicName(new URL(PUBLIC_URL).hostname) ? '1' : '0'),
    isAsked: isOwnHttps,
  }),
  question('ACME_EMAIL', 'Where Let’s Encrypt may write to (empty: nowhere)', {
    fallback: mayBeEmpty,
    isAsked: hasAcme,
  }),
  question('CERTIFICATE_FILE', 'File of your certificate with its chain, in PEM (empty: a self-made one)', {
    fallback: mayBeEmpty,
    isAsked: (answers) => isOwnHttps(answers) && !hasAcme(answers),
  }),
  question('CERTIFICATE_KEY_FILE', 'File of its key', {
    isAsked: ({ CERTIFICATE_FILE }) => CERTIFICATE_FILE !== undefined,
  }),
  question('PORT', 'Port for http', { fallback: is('4000') }),
  question('ANNOUNCED_ADDRESSES', `Public IP address of ${hostname()}, for the picture (auto: those it finds itself)`, {
    fallback: is('auto'),
  }),
  question('DATA_DIR', 'Folder for the data', { fallback: () => resolve('shop-data') }),
  question('DATABASE_URL', 'PostgreSQL, where several machines serve (empty: a file in that folder)', {
    fallback: mayBeEmpty,
  }),
  question(
    'TURN_URLS',
    'TURN server for viewers in strict networks, such as turns:turn.example.com:443?transport=tcp (empty: none)',
    { fallback: mayBeEmpty },
  ),
  question('TURN_SECRET', 'The secret it shares with this server, coturn’s static-auth-secret (empty: it has none)', {
    fallback: mayBeEmpty,
    isAsked: hasTurn,
  }),
  question('TURN_USERNAME', 'Name at the TURN server', { isAsked: hasNoTurnSecret }),
  question('TURN_PASSWORD', 'Its password', { isAsked: hasNoTurnSecret }),
]

export const QUESTIONS: readonly Question[] = [...SHOP, ...PLACE]
