// What is copied from the shop page is the files that are documented, with the values of this studio in their places.
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { readConfig } from '../../settings/config.ts'
import { recipeOf } from './recipe.ts'

const SECRET = `whsec_${Buffer.from('a secret of thirty-two characters').toString('base64')}`

function placeWith(env: Record<string, string>) {
  const outcome = readConfig({ SHOP_WEBHOOK_SECRET: SECRET, SHOP_URL: 'https://shop.example', ...env })
  if (!outcome.ok) throw new Error(outcome.problems.join('\n'))
  return { settings: outcome.config, baseUrl: 'https://live.example' }
}

const inRepository = (path: string) => readFile(new URL(`../../../../infra/${path}`, import.meta.url), 'utf8')
/** Where its own page says that a file is to be copied. */
async function copiedTo(page: string): Promise<string[]> {
  return [...(await inRepository(page)).matchAll(/^\d+\. Copy \[.*?\]\(.*?\) to `(.*?)`/gm)].map(
    ([, path = '']) => path,
  )
}

test('Medusa gets every file that its page tells to copy, the subscriber with address and secret', async () => {
  const { rows, files } = await recipeOf('medusa', placeWith({}))
  // As infra/medusa/README.md names them.
  expect(rows.map(({ name }) => name)).toEqual(['LANTERN_URL', 'LANTERN_SECRET'])

  expect(files.map(({ path }) => path)).toEqual(await copiedTo('medusa/README.md'))
  const [subscriber, route, middleware] = files.map(({ text }) => text)
  expect(subscriber).toContain('https://live.example/api/shop/events/')
  expect(subscriber).toContain(SECRET)
  expect(subscriber).not.toContain('process.env')
  expect(route).toBe(await inRepository('medusa/storefrontRoute.ts'))
  expect(middleware).toBe(await inRepository('medusa/storefrontMiddleware.ts'))
})

test('WooCommerce gets the plugin, and its secret once there is one', async () => {
  const woo = { SHOP_KIND: 'woo', WOO_CONSUMER_KEY: 'ck_12345678', WOO_CONSUMER_SECRET: 'cs_12345678' }
  const keys = { ...woo, WOO_WEBHOOK_SECRET: 'a secret for webhooks' }
  const [without, having] = await Promise.all(
    [keys, { ...keys, WOO_PLUGIN_SECRET: 'a secret for the plugin' }].map((env) => recipeOf('woo', placeWith(env))),
  )

  const [plugin] = having?.files ?? []
  expect(plugin?.text).toBe(await inRepository('woocommerce/lantern.php'))
  expect(plugin?.path).toMatch(/plugins\/lantern\/lantern\.php$/)
  const secret = { name: 'LANTERN_PLUGIN_SECRET', value: 'a secret for the plugin', isSecret: true }
  expect(having?.rows).toContainEqual(secret)
  expect(without?.rows.map(({ name }) => name)).not.toContain(secret.name)
})

test('a shop with a shared secret is not told of keys, which are none', async () => {
  const secret = { HANDOFF_SECRET: 'a secret of more than thirty-two characters' }
  const [shared, own] = await Promise.all([secret, {}].map((env) => recipeOf('generic', placeWith(env))))

  expect(shared?.rows.map(({ name }) => name)).not.toContain('keys_url')
  expect(own?.rows.map(({ name }) => name)).toContain('keys_url')
})
