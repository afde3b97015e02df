// The environment, checked once: every setting with its meaning, its default and what is absurd.
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { z } from 'zod'
import { announcedAddresses } from './addresses.ts'
import {
  notBlank,
  oneOf,
  optional,
  origins,
  postgresUrl,
  redisUrl,
  secretText,
  setting,
  type SettingNote,
  span,
  webhookSecret,
  webUrl,
  webUrlWithHost,
  wholeNumber,
  yesNo,
} from './setting.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** The only place that reads the process's environment. */
export function processEnvironment(): Environment {
  return process.env
}

const MINUTE_MS = 60_000
const text = { read: notBlank, bounds: 'a text' }
const port = wholeNumber(0, 65_535)
const httpsPort = {
  read: (value: string) => (value === 'off' ? ('off' as const) : port.read(value)),
  bounds: `${port.bounds}, or off`,
}
const name = {
  read: (value: string) => (/^[A-Za-z0-9_-]{1,64}$/.test(value) ? value : undefined),
  bounds: '1 to 64 characters of A-Z a-z 0-9 _ -',
}

/** In the order of README's table. */
export const SETTINGS = z.object({
  PORT: setting({ ...port, about: 'Port for http; 0 takes a free one.', fallback: '4000' }),
  HTTPS_PORT: setting({
    ...httpsPort,
    about: 'Port for https with a self-made certificate, for phones on the LAN; empty or `off`: none.',
    fallback: '4443',
  }),
  HOST: setting({ ...text, about: 'Address to listen on.', fallback: '0.0.0.0' }),
  DATA_DIR: setting({ ...text, about: 'Folder of the database, pictures and the certificate.', fallback: './data' }),
  DATABASE_URL: optional({
    ...postgresUrl,
    about: 'PostgreSQL for processes on several machines; without it the database is a SQLite file in `DATA_DIR`.',
  }),
  DEMO: setting({
    ...yesNo,
    about: 'Demo mode: staff with a known password, the demo shop’s products and a show.',
    fallback: '0',
  }),
  PUBLIC_URL: optional({
    ...webUrl,
    about: 'Address under which viewers reach the studio, where a proxy is in front.',
  }),
  TRUST_PROXY: setting({
    ...wholeNumber(0, 10),
    about: 'Number of proxies in front whose `X-Forwarded-*` headers are believed.',
    fallback: '0',
  }),
  ALLOWED_ORIGINS: setting({
    ...origins,
    about:
      'Further origins that may use this server and that its pages may connect to; every node, if there are several.',
    fallback: '',
    shownFallback: 'none',
  }),
  NODE_URL: optional({
    ...webUrl,
    about: 'Address at which viewers and other processes reach this very process; needed with `REDIS_URL`.',
  }),
  REDIS_URL: optional({ ...redisUrl, about: 'Redis for several processes; without it one process is all there is.' }),
  SHOP_NAME: setting({ ...text, about: 'Name of the shop as viewers read it.', fallback: 'Lantern Demo Shop' }),
  SHOP_URL: setting({
    ...webUrlWithHost,
    about: 'Where viewers check out: `/handoff?token=` is put behind it.',
    fallback: 'http://{host}:4100',
  }),
  SHOP_INTERNAL_URL: setting({
    ...webUrl,
    about: 'Where this server reaches the demo shop, to read its products.',
    fallback: 'http://127.0.0.1:4100',
  }),
  SHOP_ENDPOINT_ID: setting({
    ...name,
    about: 'Last part of the address the shop posts its events to: `/api/shop/events/<id>`.',
    fallback: 'demo',
  }),
  SHOP_WEBHOOK_SECRET: optional({
    ...webhookSecret,
    about: 'The shop signs its events with it; needed outside demo mode.',
  }),
  SHOP_AUDIENCE: setting({
    ...text,
    about: '`aud` of the hand-off token: what the shop calls itself.',
    fallback: 'demo-shop',
  }),
  HANDOFF_SECRET: optional({
    ...secretText(32),
    about: 'Signs hand-offs with HS256 and this secret instead of ES256 and a key of the studio’s own.',
  }),
  MEDIA_PORT: setting({
    ...wholeNumber(0, 65_000),
    about: 'UDP and TCP port of the first media worker; each further worker takes the next one.',
    fallback: '4040',
  }),
  MEDIA_WORKERS: setting({
    ...wholeNumber(1, 256),
    about: 'Number of media workers.',
    fallback: String(availableParallelism()),
    shownFallback: 'one per core',
  }),
  ANNOUNCED_ADDRESSES: setting({
    ...announcedAddresses,
    about: 'Addresses of this machine that clients are told; `auto`: every IPv4 address found, and 127.0.0.1.',
    fallback: 'auto',
  }),
  HOLD_MINUTES: setting({
    ...span(MINUTE_MS, { min: 0.01, max: 120 }),
    about: 'How long a hold keeps its units.',
    fallback: '10',
  }),
  PAYING_MINUTES: setting({
    ...span(MINUTE_MS, { min: 0.01, max: 240 }),
    about: 'How long a hold keeps its units once the buyer is on the shop’s checkout page.',
    fallback: '15',
  }),
  WAITLIST_MINUTES: setting({
    ...span(MINUTE_MS, { min: 0.01, max: 60 }),
    about: 'How long a unit is kept for the viewer whose turn in the waitlist has come.',
    fallback: '2',
  }),
  COOL_DOWN_MINUTES: setting({
    ...span(MINUTE_MS, { min: 0, max: 1440 }),
    about: 'First pause of a viewer whose holds ran out unpaid too often; each further one is twice as long.',
    fallback: '5',
  }),
  LAPSES_PER_VIEWER: setting({
    ...wholeNumber(1, 1000),
    about: 'From so many holds that ran out unpaid within a day on a viewer has to pause.',
    fallback: '3',
  }),
  LAPSES_PER_ADDRESS: setting({
    ...wholeNumber(1, 1_000_000),
    about: 'The same for all viewers behind one address within an hour; carriers put thousands behind one.',
    fallback: '300',
  }),
  SALE_GRACE_MS: setting({
    ...wholeNumber(0, 10_000),
    about: 'A tap made before a flash sale closed and still on its way is honoured for so many milliseconds.',
    fallback: '1000',
  }),
  MIN_TOKEN_AGE_MS: setting({
    ...wholeNumber(0, 60_000),
    about: 'A viewer may hold from so many milliseconds after the page was first served.',
    fallback: '2000',
  }),
  STAFF_IDLE_MINUTES: setting({
    ...span(MINUTE_MS, { min: 0.01, max: 1440 }),
    about: 'A staff session ends after so many minutes without use.',
    fallback: '120',
  }),
  STAFF_SESSION_HOURS: setting({
    ...span(60 * MINUTE_MS, { min: 0.01, max: 720 }),
    about: 'A staff session ends so many hours after the login in any case.',
    fallback: '16',
  }),
  DEMO_STAFF_PASSWORD: setting({
    ...secretText(8),
    about: 'Password of the demo staff.',
    fallback: 'lantern-demo',
  }),
  METRICS_TOKEN: optional({
    ...secretText(16),
    about: 'Bearer token that `/metrics` asks for; without it, it is open.',
  }),
  LOG_LEVEL: setting({
    ...oneOf('silent', 'error', 'warn', 'info', 'debug'),
    about: 'The least urgent log lines to write.',
    fallback: 'info',
  }),
})

export type SettingName = keyof typeof SETTINGS.shape
export const SETTING_NAMES = Object.keys(SETTINGS.shape) as SettingName[]

const Note = z.object({
  about: z.string(),
  fallback: z.string().nullable(),
  bounds: z.string(),
  secret: z.boolean().optional(),
})

export function noteOf(setting: SettingName): SettingNote {
  const { secret, ...note } = Note.parse(SETTINGS.shape[setting].meta())
  return secret === true ? { ...note, secret } : note
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
    shopName: s.SHOP_NAME,
    shopUrl: s.SHOP_URL,
    shopInternalUrl: s.SHOP_INTERNAL_URL,
    shopEndpointId: s.SHOP_ENDPOINT_ID,
    shopWebhookSecret: s.SHOP_WEBHOOK_SECRET,
    shopAudience: s.SHOP_AUDIENCE,
    handoffSecret: s.HANDOFF_SECRET,
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
    minTokenAgeMs: s.MIN_TOKEN_AGE_MS,
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

function findContradictions(config: Config): string[] {
  const found: string[] = []
  if (!config.demo && config.shopWebhookSecret === null) {
    found.push('SHOP_WEBHOOK_SECRET: is missing; the shop signs its events with it (only demo mode does without)')
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
