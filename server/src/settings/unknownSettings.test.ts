// Misspelt settings are named with the one that was meant; what others set is left alone.
import { expect, test } from 'vitest'
import { SETTING_NAMES } from './settings.ts'
import { findUnknownSettings } from './unknownSettings.ts'

test.each([
  ['SHOP_URRL', 'SHOP_URL'],
  ['shop_kind', 'SHOP_KIND'],
  ['PUBLIC-URL', 'PUBLIC_URL'],
  ['PUBILC_URL', 'PUBLIC_URL'],
  ['HTTPSPORT', 'HTTPS_PORT'],
  ['TRUST_PROXIES', 'TRUST_PROXY'],
  ['HOLD_MINUTE', 'HOLD_MINUTES'],
  ['SHOP_WEBHOOK_SECRETS', 'SHOP_WEBHOOK_SECRET'],
  ['MEDUSA_TOKEN', 'MEDUSA_ADMIN_TOKEN'],
])('%s is named as %s', (given, meant) => {
  const [line = ''] = findUnknownSettings({ [given]: 'x' })

  expect(line).toMatch(new RegExp(`^${given}: no such setting`))
  if (line.includes('mean')) expect(line).toBe(`${given}: no such setting; did you mean ${meant}?`)
})

test('one with our beginning that is near to none is named alone', () => {
  expect(findUnknownSettings({ WOO_FAVOURITE_COLOUR_OF_ALL: 'x' })).toEqual([
    'WOO_FAVOURITE_COLOUR_OF_ALL: no such setting',
  ])
})

test('every setting, its file, and what the set-up reads are known', () => {
  const all = [...SETTING_NAMES, 'SHOP_WEBHOOK_SECRET_FILE', 'MEDIASOUP_WORKER_BIN', 'LANTERN_CACHE', 'DEMO_SHOP_PORT']

  expect(findUnknownSettings(Object.fromEntries(all.map((name) => [name, 'x'])))).toEqual([])
})

test('what a shell, npm, systemd and a container platform set is left alone', () => {
  const others = {
    PATH: '/bin',
    HOME: '/root',
    HOSTNAME: 'x',
    HOSTTYPE: 'x86_64',
    LOGNAME: 'shop',
    SHELL: '/bin/sh',
    SHLVL: '1',
    PWD: '/srv',
    LANG: 'C.UTF-8',
    NODE_ENV: 'production',
    NODE_OPTIONS: '--max-old-space-size=512',
    NODE_COMPILE_CACHE: '/tmp/x',
    npm_lifecycle_event: 'serve',
    npm_config_user_agent: 'npm/11',
    INVOCATION_ID: 'x',
    JOURNAL_STREAM: '8:1',
    LISTEN_FDS: '1',
    SHOP_SERVICE_HOST: '10.0.0.1',
    SHOP_PORT_80_TCP: 'tcp://10.0.0.1:80',
    REDIS_PORT: 'tcp://10.0.0.2:6379',
    SHOPIFY_CLI_NO_ANALYTICS: '1',
    DATABASE_POOL: '5',
    HTTPS_PROXY: 'http://proxy:3128',
    PUBLIC_HTML: '/srv/www',
  }

  expect(findUnknownSettings(others)).toEqual([])
})
