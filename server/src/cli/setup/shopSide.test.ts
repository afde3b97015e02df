// What setup tells a person to enter at the shop is what infra/docs/shops.md says and what the adapters hear.
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readConfig } from '../../settings/config.ts'
import { tellShopSide } from './shopSide.ts'

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const SETTINGS: Record<string, Record<string, string>> = {
  shopify: { SHOPIFY_CLIENT_SECRET: 'client secret' },
  woo: { WOO_CONSUMER_KEY: 'ck_12345678', WOO_CONSUMER_SECRET: 'cs_12345678', WOO_WEBHOOK_SECRET: SECRET },
  medusa: {
    SHOP_WEBHOOK_SECRET: SECRET,
    MEDUSA_URL: 'https://medusa.example',
    MEDUSA_PUBLISHABLE_KEY: 'pk_1',
    MEDUSA_REGION_ID: 'reg_1',
  },
}

const TOPIC = /\b(orders?|refunds|products?|payment)[./][a-z]+/g

test.each(Object.keys(SETTINGS))('%s: the page names the same topics as setup', async (kind) => {
  const outcome = readConfig({ SHOP_KIND: kind, SHOP_URL: 'https://shop.example', ...SETTINGS[kind] })
  if (!outcome.ok) throw new Error(outcome.problems.join('\n'))
  const told = tellShopSide(outcome.config).join('\n').match(TOPIC) ?? []
  const page = await readFile(new URL('../../../../infra/docs/shops.md', import.meta.url), 'utf8')
  const row = page.split('\n').find((line) => line.startsWith(`| \`${kind}\``)) ?? ''

  expect(told.length).toBeGreaterThan(2)
  expect(row.match(TOPIC) ?? []).toEqual(expect.arrayContaining(told))
})
