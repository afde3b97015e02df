// The settings under the names and in the units that the server works with.
import { resolve } from 'node:path'
import type { z } from 'zod'
import type { SETTINGS } from './settings.ts'

const DAY_MS = 86_400_000

/** What belongs to the shop kinds beside the generic one. */
function toKeepConfig(s: z.output<typeof SETTINGS>) {
  const eventsKeepMs = s.EVENTS_KEEP_DAYS === null ? null : s.EVENTS_KEEP_DAYS * DAY_MS
  const toMs = (days: number | 'off') => (days === 'off' ? null : days * DAY_MS)
  const keepMs = {
    addresses: toMs(s.ADDRESSES_KEEP_DAYS),
    names: toMs(s.NAMES_KEEP_DAYS),
    comments: toMs(s.COMMENTS_KEEP_DAYS),
    visits: toMs(s.VISITS_KEEP_DAYS),
    contacts: toMs(s.CONTACTS_KEEP_DAYS),
  }
  return { webhookKeepMs: s.WEBHOOK_KEEP_DAYS * DAY_MS, eventsKeepMs, keepMs } as const
}

function toShopConfig(s: z.output<typeof SETTINGS>) {
  return {
    secretsKeys: s.SECRETS_KEY,
    shopEndpointId: s.SHOP_ENDPOINT_ID,
    shopWebhookSecret: s.SHOP_WEBHOOK_SECRET,
    shopAudience: s.SHOP_AUDIENCE,
    shopBasket: s.SHOP_BASKET,
    shopKind: s.SHOP_KIND,
    catalogueRefreshMs: s.CATALOGUE_REFRESH,
    shopifyClientId: s.SHOPIFY_CLIENT_ID,
    shopifyClientSecret: s.SHOPIFY_CLIENT_SECRET,
    shopifyWebhookSecret: s.SHOPIFY_WEBHOOK_SECRET,
    shopifyStorefrontToken: s.SHOPIFY_STOREFRONT_TOKEN,
    shopifyPrivateToken: s.SHOPIFY_PRIVATE_TOKEN,
    shopifyPermalink: s.SHOPIFY_PERMALINK,
    shopifyAdminToken: s.SHOPIFY_ADMIN_TOKEN,
    shopifyApiVersion: s.SHOPIFY_API_VERSION,
    wooConsumerKey: s.WOO_CONSUMER_KEY,
    wooConsumerSecret: s.WOO_CONSUMER_SECRET,
    wooPluginSecret: s.WOO_PLUGIN_SECRET,
    wooWebhookSecret: s.WOO_WEBHOOK_SECRET,
    medusaUrl: s.MEDUSA_URL,
    medusaPublishableKey: s.MEDUSA_PUBLISHABLE_KEY,
    medusaRegionId: s.MEDUSA_REGION_ID,
    medusaAdminToken: s.MEDUSA_ADMIN_TOKEN,
    medusaLocationId: s.MEDUSA_LOCATION_ID,
    ucpEndpointHost: s.UCP_ENDPOINT_HOST,
    ucpCodesUrl: s.UCP_CODES_URL,
  } as const
}

function toCertificateConfig(s: z.output<typeof SETTINGS>) {
  const port = s.ACME_HTTP_PORT === 'off' ? null : s.ACME_HTTP_PORT
  return {
    acme: s.ACME ? { directory: s.ACME_DIRECTORY, email: s.ACME_EMAIL, httpPort: port } : null,
    certificateFile: s.CERTIFICATE_FILE,
    certificateKeyFile: s.CERTIFICATE_KEY_FILE,
  } as const
}

function toTurnConfig(s: z.output<typeof SETTINGS>) {
  const login = { secret: s.TURN_SECRET, username: s.TURN_USERNAME, password: s.TURN_PASSWORD }
  return { turnUrls: s.TURN_URLS, turnLogin: login } as const
}

/** Under the name that the shop has on its own pages: a buyer meets one shop. */
const DEMO_SHOP = { name: 'Willow & Clay', url: 'http://{host}:4100', internalUrl: 'http://127.0.0.1:4100' }
const NO_SHOP = { name: '', url: '', internalUrl: '' }

/** The demo knows its shop. Elsewhere what is missing is empty, which is refused. */
function toShopPlace(s: z.output<typeof SETTINGS>) {
  const known = s.DEMO ? DEMO_SHOP : NO_SHOP
  const shopUrl = s.SHOP_URL ?? known.url
  const byItsAddress = shopUrl.includes('{host}') ? '' : shopUrl
  const shopInternalUrl = s.SHOP_INTERNAL_URL ?? (known.internalUrl || byItsAddress)
  const hostOfShop = byItsAddress === '' ? '' : new URL(byItsAddress).hostname
  return { shopName: s.SHOP_NAME ?? (known.name || hostOfShop), shopUrl, shopInternalUrl }
}

function toCrowdConfig(s: z.output<typeof SETTINGS>) {
  return {
    lapsesPerViewer: s.LAPSES_PER_VIEWER,
    lapsesPerSource: s.LAPSES_PER_ADDRESS,
    addressShare: s.ADDRESS_SHARE,
    addressEntries: s.ADDRESS_ENTRIES,
  }
}

/** `given`: texts of the settings that a connection of the shop has, as far as they are set. */
export function toConfig(s: z.output<typeof SETTINGS>, given: Readonly<Record<string, string>> = {}) {
  return {
    port: s.PORT,
    httpsPort: s.HTTPS_PORT === 'off' ? null : s.HTTPS_PORT,
    host: s.HOST,
    ...toCertificateConfig(s),
    dataDir: resolve(s.DATA_DIR),
    databaseUrl: s.DATABASE_URL,
    demo: s.DEMO,
    publicUrl: s.PUBLIC_URL,
    trustProxy: s.TRUST_PROXY,
    allowedOrigins: s.ALLOWED_ORIGINS,
    nodeUrl: s.NODE_URL,
    redisUrl: s.REDIS_URL,
    shopGiven: given,
    ...toShopPlace(s),
    studioWebhookUrl: s.STUDIO_WEBHOOK_URL,
    studioWebhookSecret: s.STUDIO_WEBHOOK_SECRET,
    webhookScheduleMs: s.WEBHOOK_SCHEDULE,
    webhookTimeoutMs: s.WEBHOOK_TIMEOUT_SECONDS,
    webhookAllowedHosts: s.WEBHOOK_ALLOWED_HOSTS,
    ...toKeepConfig(s),
    beacon: s.BEACON,
    beaconUrls: s.BEACON_URLS,
    reconcileMs: s.RECONCILE_MINUTES,
    reconcileUntilMs: s.RECONCILE_HOURS,
    handoffSecret: s.HANDOFF_SECRET,
    memberSecret: s.MEMBER_SECRET,
    ...toShopConfig(s),
    mediaPort: s.MEDIA_PORT,
    mediaWorkers: s.MEDIA_WORKERS,
    announcedAddresses: s.ANNOUNCED_ADDRESSES,
    ...toTurnConfig(s),
    holdMs: s.HOLD_MINUTES,
    payingMs: s.PAYING_MINUTES,
    saleGraceMs: s.SALE_GRACE_MS,
    waitedMs: s.WAITLIST_MINUTES,
    coolDownMs: s.COOL_DOWN_MINUTES,
    ...toCrowdConfig(s),
    minTokenAgeMs: s.MIN_TOKEN_AGE_MS,
    commentsPerSecond: s.COMMENTS_PER_SECOND,
    socketBufferBytes: s.SOCKET_BUFFER_KB * 1024,
    staffIdleMs: s.STAFF_IDLE_MINUTES,
    staffSessionMs: s.STAFF_SESSION_HOURS,
    demoStaffPassword: s.DEMO_STAFF_PASSWORD,
    metricsToken: s.METRICS_TOKEN,
    logLevel: s.LOG_LEVEL,
  } as const
}
export type Config = Readonly<ReturnType<typeof toConfig>>
