// What a shop that is only being connected says: of the round trip's own hold it is put down, of any other nothing is.
import { HoldId } from '@lantern/shared/contract/ids.ts'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { testHoldId } from '../../domain/testHold.ts'
import { readConfig } from '../../settings/config.ts'
import { createCheckout } from '../createCheckout.ts'
import { createShopFetch } from '../shopFetch.ts'
import type { LiveShop } from './liveShops.ts'
import { createSwitchedCheckout } from './switchedCheckout.ts'

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`

async function shopIn(state: LiveShop['state']): Promise<LiveShop> {
  const outcome = readConfig({ SHOP_URL: 'https://shop.test', SHOP_WEBHOOK_SECRET: SECRET })
  if (!outcome.ok) throw new Error(outcome.problems.join('\n'))
  const settings = outcome.config
  const fetchShop = createShopFetch({ allowed: [] })
  const store = { secret: (_name: string, make: () => Promise<string>) => make() }
  const checkout = await createCheckout({ store, clock: Date.now, config: settings, fetchShop })
  return { id: state, version: 0, kind: 'generic', state, settings, checkout, fetchShop, close() {} }
}

/** The holds of what is taken down. */
async function heardBy(state: LiveShop['state'], holdId: HoldId) {
  const shop = await shopIn(state)
  const live = { current: () => shop, all: () => [shop], keyProblem: () => null }
  const records = {
    noteWay: () => Promise.resolve(),
    waysOf: () => Promise.resolve([]),
    toldBy: () => Promise.resolve(null),
  }
  const paid = { orderId: 'A-1', amountMinor: 1800, currency: 'USD', items: [], at: Date.now() }
  const data = { holdId, ...paid }
  const body = JSON.stringify({ type: 'order.paid', timestamp: new Date().toISOString(), data })
  const headers = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(Date.now() / 1000)),
    'webhook-signature': new Webhook(SECRET).sign('msg_1', new Date(), body),
  }
  const { shopEndpointId: endpointId } = shop.settings
  const said = createSwitchedCheckout({ live, records }).verify({ endpointId, headers, body: Buffer.from(body) })
  if (!said.ok) throw new Error(said.code)
  return said.value.map((news) => ('holdId' in news ? news.holdId : null))
}

const bought = HoldId.parse('hold_1')
const tried = testHoldId('1')

test.each([
  ['in_use', bought, [bought]],
  ['draft', tried, [tried]],
  ['draft', bought, []],
] as const)('%s, of %s', async (state, holdId, told) => {
  expect(await heardBy(state, holdId)).toEqual(told)
})
