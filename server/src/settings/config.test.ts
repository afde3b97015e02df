// Settings: the defaults work, absurd values are named in one line each, README agrees with the schema.
import { readFileSync } from 'node:fs'
import { writeFile, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { putSettingsTable, SETTINGS_FILE, settingsTable } from './settingsTable.ts'

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`

function problemsOf(env: Record<string, string>): string[] {
  const outcome = readConfig({ DEMO: '1', ...env })
  return outcome.ok ? [] : outcome.problems
}

function configOf(env: Record<string, string>) {
  const outcome = readConfig({ DEMO: '1', ...env })
  if (!outcome.ok) throw new Error(outcome.problems.join('\n'))
  return outcome.config
}

test('nothing but demo mode needs to be set', () => {
  const config = configOf({})

  expect(config).toMatchObject({
    port: 4000,
    httpsPort: 4443,
    holdMs: 600_000,
    shopAudience: 'demo-shop',
    nodeUrl: null,
  })
  expect(config.announcedAddresses.at(-1)).toBe('127.0.0.1')
})

test.each([
  ['PORT', '99999', 'PORT: must be a whole number from 0 to 65535, got "99999"'],
  ['PORT', '4e3', 'PORT: must be a whole number from 0 to 65535, got "4e3"'],
  ['HTTPS_PORT', '-1', 'HTTPS_PORT: must be a whole number from 0 to 65535, or off, got "-1"'],
  ['DEMO', 'maybe', 'DEMO: must be 0 or 1, got "maybe"'],
  ['HOLD_MINUTES', '-3', 'HOLD_MINUTES: must be a number from 0.01 to 120, got "-3"'],
  ['STAFF_IDLE_MINUTES', 'Infinity', 'STAFF_IDLE_MINUTES: must be a number from 0.01 to 1440, got "Infinity"'],
  [
    'PUBLIC_URL',
    'live.example.com',
    'PUBLIC_URL: must be an http or https address such as https://live.example.com, got "live.example.com"',
  ],
  [
    'SHOP_URL',
    'ftp://{host}',
    'SHOP_URL: must be an http or https address; {host} stands for the host name the viewer used, got "ftp://{host}"',
  ],
  ['REDIS_URL', 'http://x', 'REDIS_URL: must be an address such as redis://127.0.0.1:6379, got "http://x"'],
  [
    'DATABASE_URL',
    'mysql://a:secret@x/y',
    'DATABASE_URL: must be an address such as postgres://lantern:password@127.0.0.1:5432/lantern',
  ],
  ['WAITLIST_MINUTES', '0', 'WAITLIST_MINUTES: must be a number from 0.01 to 60, got "0"'],
  ['COOL_DOWN_MINUTES', '1441', 'COOL_DOWN_MINUTES: must be a number from 0 to 1440, got "1441"'],
  ['LAPSES_PER_VIEWER', '0', 'LAPSES_PER_VIEWER: must be a whole number from 1 to 1000, got "0"'],
  ['LAPSES_PER_ADDRESS', '2.5', 'LAPSES_PER_ADDRESS: must be a whole number from 1 to 1000000, got "2.5"'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL: must be one of silent, error, warn, info, debug, got "loud"'],
  ['MEDIA_WORKERS', '0', 'MEDIA_WORKERS: must be a whole number from 1 to 256, got "0"'],
  ['ANNOUNCED_ADDRESSES', 'a b', 'ANNOUNCED_ADDRESSES: must be auto, or addresses separated by commas, got "a b"'],
])('%s=%s is refused in one line', (name, value, line) => {
  expect(problemsOf({ [name]: value })).toEqual([line])
})

test('names every absurd setting at once', () => {
  expect(problemsOf({ PORT: 'x', DEMO: 'y', MEDIA_PORT: 'z' })).toHaveLength(3)
})

test.each(['secret', 'whsec_', 'whsec_c2hvcnQ=', 'whsec_***', `whsec_${Buffer.alloc(65).toString('base64')}`])(
  'refuses the webhook secret %j without repeating it',
  (secret) => {
    expect(problemsOf({ SHOP_WEBHOOK_SECRET: secret })).toEqual([
      'SHOP_WEBHOOK_SECRET: must be whsec_ followed by base64 of 24 to 64 bytes',
    ])
  },
)

test('outside demo mode the webhook secret is needed', () => {
  const own = { DEMO: '0', SHOP_URL: 'https://shop.example' }

  expect(problemsOf(own)).toEqual([expect.stringMatching(/^SHOP_WEBHOOK_SECRET: is missing/)])
  expect(problemsOf({ ...own, SHOP_WEBHOOK_SECRET: SECRET })).toEqual([])
})

test('outside demo mode nothing of the demo shop is left: address, name, and where this server asks', () => {
  const own = { DEMO: '0', SHOP_WEBHOOK_SECRET: SECRET }

  expect(problemsOf(own)).toEqual([expect.stringMatching(/^SHOP_URL: is missing/)])
  expect(problemsOf({ ...own, SHOP_URL: 'http://{host}:8000' })).toEqual([
    expect.stringMatching(/^SHOP_INTERNAL_URL: is missing/),
    expect.stringMatching(/^SHOP_NAME: is missing/),
  ])
  expect(configOf({ ...own, SHOP_URL: 'https://lamps.example:8443/shop' })).toMatchObject({
    shopName: 'lamps.example',
    shopUrl: 'https://lamps.example:8443/shop',
    shopInternalUrl: 'https://lamps.example:8443/shop',
  })
  expect(configOf({})).toMatchObject({ shopName: 'Willow & Clay', shopUrl: 'http://{host}:4100' })
})

test('with nothing of a shop set it is connected in the studio; viewers still read a name', () => {
  expect(problemsOf({ DEMO: '0' })).toEqual([expect.stringMatching(/^SHOP_NAME: is missing/)])
  expect(problemsOf({ DEMO: '0', SHOP_NAME: 'Willow' })).toEqual([])
  expect(problemsOf({ DEMO: '0', SHOP_NAME: 'Willow', SHOP_KIND: 'woo' })).toContainEqual(
    expect.stringMatching(/^SHOP_URL: is missing/),
  )
})

test.each([
  [{}, ['SHOPIFY_CLIENT_SECRET: is missing, or SHOPIFY_WEBHOOK_SECRET']],
  [{ SHOPIFY_WEBHOOK_SECRET: 'key of shop' }, []],
  [{ SHOPIFY_CLIENT_ID: '1f', SHOPIFY_CLIENT_SECRET: 'shpss_12' }, []],
  [{ SHOPIFY_CLIENT_ID: '1f', SHOPIFY_WEBHOOK_SECRET: 'key of shop' }, ['SHOPIFY_CLIENT_SECRET: is missing']],
  [
    { SHOPIFY_CLIENT_ID: '1f', SHOPIFY_CLIENT_SECRET: 'shpss_12', SHOPIFY_ADMIN_TOKEN: 'shpat_12' },
    ['SHOPIFY_ADMIN_TOKEN: must be absent'],
  ],
  [
    { SHOPIFY_CLIENT_SECRET: 'shpss_12', SHOPIFY_STOREFRONT_TOKEN: 'public12', SHOPIFY_PRIVATE_TOKEN: 'shpat_12' },
    ['SHOPIFY_STOREFRONT_TOKEN: must be absent'],
  ],
])('Shopify has one way to each thing: %j', (settings, problems) => {
  const shop = { DEMO: '0', SHOP_KIND: 'shopify', SHOP_URL: 'https://snowdevil.myshopify.com' }

  expect(problemsOf({ ...shop, ...settings })).toEqual(problems.map((start) => expect.stringContaining(start)))
})

test('the shop of the demo has one name: before the show, in previews, and on its own pages', () => {
  const pages = readFileSync(new URL('../../../infra/demo-shop/layout.ts', import.meta.url), 'utf8')
  const name = configOf({}).shopName.replace('&', '&amp;')

  expect(pages).toContain(`· ${name}</title>`)
  expect(pages).toContain(`/>${name}</a>`)
})

const PROXY = /^TRUST_PROXY: must be 1, or the number of proxies in front, since PUBLIC_URL is https/

test('a public https address needs the proxy in front to be believed, unless this server serves it itself', () => {
  const PUBLIC_URL = 'https://live.example.com'

  expect(problemsOf({ PUBLIC_URL })).toEqual([expect.stringMatching(PROXY)])
  expect(problemsOf({ PUBLIC_URL: `${PUBLIC_URL}:8443` })).toEqual([expect.stringContaining('HTTPS_PORT must be 8443')])
  expect(problemsOf({ PUBLIC_URL, HTTPS_PORT: 'off' })).toEqual([expect.stringMatching(PROXY)])

  expect(problemsOf({ PUBLIC_URL, TRUST_PROXY: '1' })).toEqual([])
  expect(problemsOf({ PUBLIC_URL, HTTPS_PORT: '443' })).toEqual([])
  expect(problemsOf({ PUBLIC_URL: `${PUBLIC_URL}:8443`, HTTPS_PORT: '8443' })).toEqual([])
  expect(problemsOf({ PUBLIC_URL: 'http://shop.lan:4000' })).toEqual([])
})

test.each(['PUBLIC_URL', 'NODE_URL'])(
  '%s with more than scheme, host and port is refused with what is right',
  (name) => {
    const problemOf = (value: string) => problemsOf({ [name]: value, TRUST_PROXY: '1' })
    const right = `${name}: must be scheme, host and port alone, without user, path or query: https://live.example.com`

    for (const more of [
      'https://mei:secret@live.example.com',
      'https://live.example.com/shop',
      'https://live.example.com?a=1',
    ])
      expect(problemOf(more)).toEqual([right])
    expect(problemOf('https://live.example.com#top')).toEqual([right])
    for (const fine of [
      'https://live.example.com',
      'https://live.example.com:443',
      'https://Live.example.com/',
      'http://127.0.0.1:4000',
    ])
      expect(problemOf(fine)).toEqual([])
  },
)

test('several processes need an address each', () => {
  expect(problemsOf({ REDIS_URL: 'redis://127.0.0.1' })[0]).toMatch(/^NODE_URL: is missing/)
})

test('pages of one process may take the picture from another', () => {
  const several = { REDIS_URL: 'redis://127.0.0.1', NODE_URL: 'https://a.example.com' }

  expect(problemsOf(several)).toEqual([expect.stringMatching(/^ALLOWED_ORIGINS: must have https:\/\/a\.example\.com/)])
  expect(problemsOf({ ...several, ALLOWED_ORIGINS: 'https://b.example.com' })).toHaveLength(1)
  expect(problemsOf({ ...several, ALLOWED_ORIGINS: 'https://a.example.com,https://b.example.com' })).toEqual([])
  expect(problemsOf({ NODE_URL: 'https://a.example.com' })).toEqual([])
})

test('a secret may stand in a file', async () => {
  const file = join(await mkdtemp(join(tmpdir(), 'lantern-config-')), 'secret')
  await writeFile(file, `${SECRET}\n`)

  expect(configOf({ SHOP_WEBHOOK_SECRET_FILE: file }).shopWebhookSecret).toBe(SECRET)
  expect(problemsOf({ SHOP_WEBHOOK_SECRET_FILE: '/nowhere' })).toEqual([
    'SHOP_WEBHOOK_SECRET_FILE: must name a file that can be read, got "/nowhere"',
  ])
})

test('an empty https port means none, other empty settings mean their default', () => {
  expect(configOf({ HTTPS_PORT: '', PORT: '' })).toMatchObject({ httpsPort: null, port: 4000 })
  expect(configOf({ HTTPS_PORT: 'off' }).httpsPort).toBeNull()
})

test('waiting and pausing have lengths and limits without being set', () => {
  expect(configOf({})).toMatchObject({
    waitedMs: 120_000,
    coolDownMs: 300_000,
    lapsesPerViewer: 3,
    lapsesPerSource: 300,
    addressShare: 20,
    addressEntries: 50,
  })
})

test('minutes may have fractions', () => {
  expect(configOf({ HOLD_MINUTES: '0.05' }).holdMs).toBe(3000)
})

test('the docs show the settings as the schema has them', () => {
  const page = readFileSync(SETTINGS_FILE, 'utf8')

  expect(settingsTable()).toContain('| `PORT` |')
  expect(putSettingsTable(page) === page, 'run: node server/src/settings/settingsTable.ts').toBe(true)
})
