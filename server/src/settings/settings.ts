// Every setting of the server: its meaning, its default and what is absurd.
import { availableParallelism } from 'node:os'
import { z } from 'zod'
import { announcedAddresses } from '../kit/addresses.ts'
import {
  hosts,
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
  spans,
  turnUrls,
  webhookSecret,
  webUrl,
  webUrlWithHost,
  wholeNumber,
  yesNo,
} from './setting.ts'
import { BEACON_SETTINGS } from './beaconSettings.ts'
import { CROWD_SETTINGS } from './crowdSettings.ts'
import { KEEP_SETTINGS } from './keepSettings.ts'
import { SHOP_SETTINGS } from './shopSettings.ts'

const MINUTE_MS = 60_000
const text = { read: notBlank, bounds: 'a text' }
const port = wholeNumber(0, 65_535)
const httpsPort = {
  read: (value: string) => (value === 'off' ? ('off' as const) : port.read(value)),
  bounds: `${port.bounds}, or off`,
}
const email = {
  read: (value: string) => (/^[^\s@,]{1,64}@[^\s@,]{1,190}$/.test(value) ? value : undefined),
  bounds: 'an e-mail address',
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
    about:
      'Port for https, with a self-made certificate for phones on the LAN unless there is another; empty or `off`: none.',
    fallback: '4443',
  }),
  HOST: setting({ ...text, about: 'Address to listen on.', fallback: '0.0.0.0' }),
  ACME: setting({
    ...yesNo,
    about:
      '1: this server gets and renews the certificate of `PUBLIC_URL` itself, where no proxy is in front; you agree to the terms of the authority.',
    fallback: '0',
  }),
  ACME_DIRECTORY: setting({
    ...webUrl,
    about: 'The certificate authority’s directory; Let’s Encrypt’s unless told.',
    fallback: 'https://acme-v02.api.letsencrypt.org/directory',
  }),
  ACME_EMAIL: optional({ ...email, about: 'Where the authority may write to.' }),
  ACME_HTTP_PORT: setting({
    ...httpsPort,
    about:
      'Port for http that the authority reaches as port 80; all else there is sent on to https. `off`: another process on the same `DATA_DIR` gets the certificate, this one reads it.',
    fallback: '80',
  }),
  CERTIFICATE_FILE: optional({
    ...text,
    about: 'A certificate of your own for https, with its chain, in PEM; read again when it changes.',
  }),
  CERTIFICATE_KEY_FILE: optional({ ...text, about: 'Its key, in PEM.' }),
  DATA_DIR: setting({ ...text, about: 'Folder of the database, pictures and certificates.', fallback: './data' }),
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
    about: 'Address under which viewers reach the studio.',
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
  SHOP_NAME: optional({ ...text, about: 'Name of the shop as viewers read it; without it the host of `SHOP_URL`.' }),
  SHOP_URL: optional({
    ...webUrlWithHost,
    about:
      'Where viewers check out: the shop’s address; a generic shop is reached at `/handoff?token=` behind it. Needed with `SHOP_KIND`; without both the shop is connected in the studio.',
  }),
  SHOP_INTERNAL_URL: optional({
    ...webUrl,
    about: 'Where this server reaches the shop, if not by `SHOP_URL`; needed where that has `{host}` in it.',
  }),
  SHOP_ENDPOINT_ID: setting({
    ...name,
    about: 'Last part of the address the shop posts its events to: `/api/shop/events/<id>`.',
    fallback: 'demo',
  }),
  SHOP_WEBHOOK_SECRET: optional({
    ...webhookSecret,
    about: 'The shop signs its events with it; needed with `SHOP_URL`, but not for Shopify and WooCommerce.',
  }),
  SHOP_AUDIENCE: setting({
    ...text,
    about: '`aud` of the hand-off token: what the shop calls itself.',
    fallback: 'demo-shop',
  }),
  STUDIO_WEBHOOK_URL: optional({
    ...webUrl,
    about: 'Where this studio posts its own events to; further addresses are added in the studio.',
  }),
  STUDIO_WEBHOOK_SECRET: optional({
    ...webhookSecret,
    about: 'Signs them; after a change the old one signs beside it for a day. Needed with `STUDIO_WEBHOOK_URL`.',
  }),
  WEBHOOK_SCHEDULE: setting({
    ...spans(30),
    about: 'Pauses before each attempt to bring a webhook, to which up to a fifth is added by chance.',
    fallback: '0s,5s,5m,30m,2h,5h,10h,14h,20h,24h',
  }),
  WEBHOOK_TIMEOUT_SECONDS: setting({
    ...span(1000, { min: 0.1, max: 30 }),
    about: 'How long an attempt waits for its answer.',
    fallback: '20',
  }),
  WEBHOOK_ALLOWED_HOSTS: setting({
    ...hosts,
    about:
      'Exact hosts that webhooks may go to, and a shop entered in the studio may be at, although they are not on the public internet, or at an unusual port.',
    fallback: '',
    shownFallback: 'none',
  }),
  ...KEEP_SETTINGS,
  ...BEACON_SETTINGS,
  RECONCILE_MINUTES: setting({
    ...span(MINUTE_MS, { min: 0.001, max: 1440 }),
    about: 'A shop that can be asked is asked so long after a hand-off how it went, then after twice the time.',
    fallback: '2',
  }),
  RECONCILE_HOURS: setting({
    ...span(60 * MINUTE_MS, { min: 0, max: 720 }),
    about: 'It is asked until so many hours after the hold’s deadline.',
    fallback: '6',
  }),
  HANDOFF_SECRET: optional({
    ...secretText(32),
    about: 'Signs hand-offs with HS256 and this secret instead of ES256 and a key of the studio’s own.',
  }),
  MEMBER_SECRET: optional({
    ...secretText(32),
    about:
      'The shop signs member tokens with it (HS256), by which its customers are known in the show; without it nobody is.',
  }),
  ...SHOP_SETTINGS,
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
  TURN_URLS: setting({
    ...turnUrls,
    about:
      'TURN servers that browsers may go by where a network lets nothing else through; one at `turns:` and port 443 helps the most.',
    fallback: '',
    shownFallback: 'none',
  }),
  TURN_SECRET: optional({
    ...secretText(8),
    about: 'Shared with the TURN server (coturn: `static-auth-secret`): browsers get names that end after 12 hours.',
  }),
  TURN_USERNAME: optional({ ...text, about: 'Name at a TURN server without such a secret.' }),
  TURN_PASSWORD: optional({ ...secretText(1), about: 'Its password; every viewer’s browser is given both.' }),
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
  ...CROWD_SETTINGS,
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
  COMMENTS_PER_SECOND: setting({
    ...wholeNumber(0, 1000),
    about: 'So many comments a second are shown to each viewer; of more a sample is, staff and buyers first. 0: all.',
    fallback: '20',
  }),
  SOCKET_BUFFER_KB: setting({
    ...wholeNumber(64, 65_536),
    about:
      'A client too slow to take what is sent is dropped when so many kilobytes wait for it; it comes back by itself.',
    fallback: '1024',
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
