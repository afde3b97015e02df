// The environment, checked once and read into the server's configuration.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { z } from 'zod'
import { noteOf, SETTING_NAMES, type SettingName, SETTINGS } from './settings.ts'

const DAY_MS = 86_400_000

export type Environment = Readonly<Record<string, string | undefined>>

/** The only place that reads the process's environment. */
export function processEnvironment(): Environment {
  return process.env
}

/** What belongs to the shop kinds beside the generic one. */
function toShopConfig(s: z.output<typeof SETTINGS>) {
  return {
    shopKind: s.SHOP_KIND,
    shopifyClientSecret: s.SHOPIFY_CLIENT_SECRET,
    shopifyStorefrontToken: s.SHOPIFY_STOREFRONT_TOKEN,
    shopifyAdminToken: s.SHOPIFY_ADMIN_TOKEN,
    shopifyApiVersion: s.SHOPIFY_API_VERSION,
    wooConsumerKey: s.WOO_CONSUMER_KEY,
    wooConsumerSecret: s.WOO_CONSUMER_SECRET,
    wooWebhookSecret: s.WOO_WEBHOOK_SECRET,
    medusaUrl: s.MEDUSA_URL,
    medusaPublishableKey: s.MEDUSA_PUBLISHABLE_KEY,
    medusaRegionId: s.MEDUSA_REGION_ID,
    medusaAdminToken: s.MEDUSA_ADMIN_TOKEN,
    medusaLocationId: s.MEDUSA_LOCATION_ID,
  } as const
}

const DEMO_SHOP = { name: 'Lantern Demo Shop', url: 'http://{host}:4100', internalUrl: 'http://127.0.0.1:4100' }
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

function toConfig(s: z.output<typeof SETTINGS>) {
  return {
    port: s.PORT,
    httpsPort: s.HTTPS_PORT === 'off' ? null : s.HTTPS_PORT,
    host: s.HOST,
    dataDir: resolve(s.DATA_DIR),
    databaseUrl: s.DATABASE_URL,
    demo: s.DEMO,
    publicUrl: s.PUBLIC_URL,
    trustProxy: s.TRUST_PROXY,
    allowedOrigins: s.ALLOWED_ORIGINS,
    nodeUrl: s.NODE_URL,
    redisUrl: s.REDIS_URL,
    ...toShopPlace(s),
    shopEndpointId: s.SHOP_ENDPOINT_ID,
    shopWebhookSecret: s.SHOP_WEBHOOK_SECRET,
    shopAudience: s.SHOP_AUDIENCE,
    studioWebhookUrl: s.STUDIO_WEBHOOK_URL,
    studioWebhookSecret: s.STUDIO_WEBHOOK_SECRET,
    webhookScheduleMs: s.WEBHOOK_SCHEDULE,
    webhookTimeoutMs: s.WEBHOOK_TIMEOUT_SECONDS,
    webhookAllowedHosts: s.WEBHOOK_ALLOWED_HOSTS,
    webhookKeepMs: s.WEBHOOK_KEEP_DAYS * DAY_MS,
    reconcileMs: s.RECONCILE_MINUTES,
    reconcileUntilMs: s.RECONCILE_HOURS,
    handoffSecret: s.HANDOFF_SECRET,
    ...toShopConfig(s),
    mediaPort: s.MEDIA_PORT,
    mediaWorkers: s.MEDIA_WORKERS,
    announcedAddresses: s.ANNOUNCED_ADDRESSES,
    holdMs: s.HOLD_MINUTES,
    payingMs: s.PAYING_MINUTES,
    saleGraceMs: s.SALE_GRACE_MS,
    waitedMs: s.WAITLIST_MINUTES,
    coolDownMs: s.COOL_DOWN_MINUTES,
    lapsesPerViewer: s.LAPSES_PER_VIEWER,
    lapsesPerSource: s.LAPSES_PER_ADDRESS,
    addressShare: s.ADDRESS_SHARE,
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

function readFrom(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/** A secret may stand in a file named by `<SETTING>_FILE`; empty means absent, but for HTTPS_PORT, where it means `off`. */
function valueOf(setting: SettingName, env: Environment): string | null | undefined {
  const value = env[setting]
  if (value === '' && setting === 'HTTPS_PORT') return 'off'
  if (value !== undefined && value !== '') return value
  const file = noteOf(setting).secret === true ? env[`${setting}_FILE`] : undefined
  return file === undefined || file === '' ? undefined : readFrom(file)
}

function gather(env: Environment, problems: string[]): Record<string, string> {
  const given: Record<string, string> = {}
  for (const setting of SETTING_NAMES) {
    const value = valueOf(setting, env)
    if (value === null)
      problems.push(`${setting}_FILE: must name a file that can be read, got "${env[`${setting}_FILE`]}"`)
    else if (value !== undefined) given[setting] = value
  }
  return given
}

function explain(issue: z.core.$ZodIssue, given: Record<string, string>): string {
  const setting = String(issue.path[0])
  const isSecret = SETTING_NAMES.some((one) => one === setting && noteOf(one).secret === true)
  const shown = JSON.stringify((given[setting] ?? '').slice(0, 100))
  return `${setting}: ${issue.message}${isSecret ? '' : `, got ${shown}`}`
}

/** Settings without which a shop kind cannot work at all. */
const NEEDED = {
  generic: { SHOP_WEBHOOK_SECRET: 'shopWebhookSecret' },
  ucp: { SHOP_WEBHOOK_SECRET: 'shopWebhookSecret' },
  shopify: { SHOPIFY_CLIENT_SECRET: 'shopifyClientSecret' },
  woo: {
    WOO_CONSUMER_KEY: 'wooConsumerKey',
    WOO_CONSUMER_SECRET: 'wooConsumerSecret',
    WOO_WEBHOOK_SECRET: 'wooWebhookSecret',
  },
  medusa: {
    SHOP_WEBHOOK_SECRET: 'shopWebhookSecret',
    MEDUSA_URL: 'medusaUrl',
    MEDUSA_PUBLISHABLE_KEY: 'medusaPublishableKey',
    MEDUSA_REGION_ID: 'medusaRegionId',
  },
} as const satisfies Record<Config['shopKind'], Record<string, keyof Config>>

function findMissingPlace({ shopName, shopUrl, shopInternalUrl }: Config): string[] {
  const found = []
  if (shopUrl === '') found.push('SHOP_URL: is missing; viewers check out there (only demo mode does without)')
  else if (shopInternalUrl === '')
    found.push('SHOP_INTERNAL_URL: is missing; with {host} in SHOP_URL this server needs an address of its own')
  if (shopUrl !== '' && shopName === '') found.push('SHOP_NAME: is missing; viewers read it')
  return found
}

function findShopContradictions(config: Config): string[] {
  const { demo, shopKind, shopUrl } = config
  if (demo && shopKind !== 'generic')
    return [`SHOP_KIND: must be generic in demo mode, which brings a shop of its own, got "${shopKind}"`]
  if (demo) return []
  const missing = Object.entries<keyof Config>(NEEDED[shopKind]).filter(([, key]) => config[key] === null)
  const found = findMissingPlace(config)
  found.push(
    ...missing.map(([name]) => `${name}: is missing; SHOP_KIND ${shopKind} needs it (only demo mode does without)`),
  )
  if (shopKind !== 'generic' && shopUrl.includes('{host}'))
    found.push(`SHOP_URL: must be the shop's own address for SHOP_KIND ${shopKind}, got "${shopUrl}"`)
  return found
}

function findContradictions(config: Config): string[] {
  const found = findShopContradictions(config)
  if (config.studioWebhookUrl !== null && config.studioWebhookSecret === null) {
    found.push('STUDIO_WEBHOOK_SECRET: is missing; what is posted to STUDIO_WEBHOOK_URL is signed with it')
  }
  if (config.redisUrl !== null && config.nodeUrl === null) {
    found.push('NODE_URL: is missing; with REDIS_URL every process needs the address at which it is reached')
  }
  if (config.port !== 0 && config.port === config.httpsPort) {
    found.push(`HTTPS_PORT: must differ from PORT, got "${config.httpsPort}"`)
  }
  if (config.mediaPort !== 0 && config.mediaPort + config.mediaWorkers > 65_536) {
    found.push(`MEDIA_PORT: must leave a port for each of ${config.mediaWorkers} workers, got "${config.mediaPort}"`)
  }
  return found
}

/** Where the database is: an address of PostgreSQL, or null and the SQLite file. */
export type DatabaseSetting = { readonly url: string | null; readonly file: string }

export function databaseOf({ databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>): DatabaseSetting {
  return { url: databaseUrl, file: join(dataDir, 'lantern.db') }
}

/** For what needs nothing but the database, and where the server is reached; one line for each setting that is absurd. */
export function readDatabaseSetting(
  env: Environment,
): { ok: true; database: DatabaseSetting; baseUrl: string } | { ok: false; problems: string[] } {
  const problems: string[] = []
  const given = gather(env, problems)
  const parsed = SETTINGS.pick({ DATABASE_URL: true, DATA_DIR: true, PUBLIC_URL: true, PORT: true }).safeParse(given)
  if (!parsed.success) problems.push(...parsed.error.issues.map((issue) => explain(issue, given)))
  if (!parsed.success || problems.length > 0) return { ok: false, problems }
  const { DATABASE_URL, DATA_DIR, PUBLIC_URL, PORT } = parsed.data
  const database = databaseOf({ databaseUrl: DATABASE_URL, dataDir: resolve(DATA_DIR) })
  return { ok: true, database, baseUrl: PUBLIC_URL ?? `http://localhost:${PORT}` }
}

export type ConfigOutcome = { ok: true; config: Config } | { ok: false; problems: string[] }

/** Reads every setting; answers with one line for each that is absurd. */
export function readConfig(env: Environment): ConfigOutcome {
  const problems: string[] = []
  const given = gather(env, problems)
  const parsed = SETTINGS.safeParse(given)
  if (!parsed.success)
    return { ok: false, problems: [...problems, ...parsed.error.issues.map((i) => explain(i, given))] }
  const config = toConfig(parsed.data)
  problems.push(...findContradictions(config))
  return problems.length === 0 ? { ok: true, config } : { ok: false, problems }
}
