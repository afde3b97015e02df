import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { planDemo } from './demo.ts'

let dataDir: string

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lantern-demo-'))
})

afterEach(() => rm(dataDir, { recursive: true, force: true }))

test('server and shop agree on secret, audience and endpoint, and each has its own port', () => {
  const { server, shop } = planDemo({ DATA_DIR: dataDir })

  for (const name of ['SHOP_WEBHOOK_SECRET', 'SHOP_AUDIENCE', 'SHOP_ENDPOINT_ID']) {
    expect(server[name]).toBe(shop[name])
  }
  expect([server.PORT, shop.PORT]).toEqual(['4000', '4100'])
  expect(shop.STUDIO_URL).toBe('http://127.0.0.1:4000')
})

test('keeps the webhook secret over restarts, and makes another one for other data', async () => {
  const first = planDemo({ DATA_DIR: dataDir }).server.SHOP_WEBHOOK_SECRET
  const again = planDemo({ DATA_DIR: dataDir }).server.SHOP_WEBHOOK_SECRET
  const other = planDemo({ DATA_DIR: join(dataDir, 'other') }).server.SHOP_WEBHOOK_SECRET

  expect(first).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  expect(again).toBe(first)
  expect(other).not.toBe(first)
})

test('lets the environment win', () => {
  const given = { DATA_DIR: dataDir, PORT: '5000', DEMO_SHOP_PORT: '5100', LOG_LEVEL: 'debug', HTTPS_PORT: 'off' }

  const demo = planDemo(given)

  expect(demo.server).toMatchObject({ PORT: '5000', LOG_LEVEL: 'debug', SHOP_URL: 'http://{host}:5100' })
  expect(demo.httpsPort).toBeUndefined()
})

test('a data folder that can never be made is named, and the start does not hang on it', () => {
  expect(() => planDemo({ DATA_DIR: '/proc/nope/deep' })).toThrow(/^DATA_DIR: \/proc\/nope\/deep cannot be made/)
})
