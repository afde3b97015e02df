// Runs the plugin for WooCommerce with the least of WordPress that it calls, by PHP, and signs what it is sent as the studio does.
import { spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { HoldId, ShowId } from '@lantern/shared/contract/ids.ts'
import { refuse } from '@lantern/shared/contract/refusals.ts'
import type { HandedHold } from '@lantern/server/src/shops/checkout.ts'
import { createHoldNames } from '@lantern/server/src/shops/handoff/holdNames.ts'
import { createWooPlugin } from '@lantern/server/src/shops/kinds/woo/plugin.ts'
import { z } from 'zod'

const SECRET = 'what the shop and the studio both know'
export const here = (file: string) => join(import.meta.dirname, file)
export const hasPhp = spawnSync('php', ['--version']).status === 0

const PRODUCTS = {
  34: { name: 'Pennant', price: 11.05 },
  36: { name: 'Hoodie', price: 45, parent: 35, attributes: { attribute_color: 'Blue' } },
  37: { name: 'Hoodie, any color', price: 45, parent: 35, attributes: { attribute_color: '' } },
  38: { name: 'One each', price: 20, single: true },
  40: { name: 'Dear', price: 5000 },
  39: { name: 'Last one', price: 20, stock: 1 },
}

export const shop = (options: object = {}, currency = 'EUR') => ({
  do: 'shop',
  products: PRODUCTS,
  options: { lantern_secret: SECRET, ...options },
  currency,
})

/** What came of each step. */
export function run(steps: readonly object[]): unknown[] {
  const { status, stdout, stderr } = spawnSync(
    'php',
    ['-d', 'error_reporting=-1', '-d', 'display_errors=stderr', here('steps.php')],
    {
      input: JSON.stringify(steps),
      encoding: 'utf8',
    },
  )
  if (status !== 0 || stderr !== '') throw new Error(`PHP: ${status} ${stderr}`)
  return z.array(z.unknown()).parse(JSON.parse(stdout))
}

interface Item {
  readonly id: string
  readonly quantity: number
  readonly payMinor: number
}

export const holdOf = (items: readonly Item[], { currency = 'EUR', inMs = 600_000 } = {}): HandedHold => ({
  id: HoldId.parse(`hold-${randomUUID()}`),
  showId: ShowId.parse('autumn'),
  viewerId: 'v',
  currency,
  expiresAt: Date.now() + inMs,
  via: null,
  items: items.map(({ id, quantity, payMinor }) => ({
    sku: id,
    externalId: id,
    quantity,
    payMinor,
    unitPriceMinor: Math.floor(payMinor / quantity),
    shopPriceMinor: 9999,
  })),
})

export const PENNANTS = [{ id: '34', quantity: 2, payMinor: 1657 }]

/** What the studio's side sends. */
export async function studio({ secret = SECRET } = {}) {
  const names = await createHoldNames({ secret: () => Promise.resolve('a key of this test') })
  const asked: { use: string; token: string }[] = []
  const plugin = createWooPlugin({
    names,
    secret,
    shopUrl: 'https://shop.test',
    clock: Date.now,
    fetchShop: ({ url, json }) => {
      asked.push({ use: url.split('/').at(-1) ?? '', ...z.object({ token: z.string() }).parse(json) })
      return Promise.resolve(refuse('SHOP_UNREACHABLE'))
    },
  })
  const itemsOf = (hold: HandedHold) => hold.items.map((item) => ({ ...item, externalId: item.externalId ?? '' }))
  return {
    names,
    async arrive(hold: HandedHold) {
      const link = new URL(await plugin.linkTo(hold, itemsOf(hold)))
      return { do: 'arrive', token: link.searchParams.get('lantern') }
    },
    async ask(use: 'quote' | 'end' | 'ready', hold: HandedHold) {
      await { quote: () => plugin.quote(hold, itemsOf(hold)), end: () => plugin.end(hold.id), ready: plugin.test }[
        use
      ]()
      return { do: 'ask', ...asked.at(-1) }
    },
  }
}
