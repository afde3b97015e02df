// A plugin from before baskets would put all of one under the first hold's name: nobody is sent there with several.
import { HoldId, ShowId } from '@lantern/shared/contract/ids.ts'
import { grant } from '@lantern/shared/contract/refusals.ts'
import { expect, test } from 'vitest'
import { toBasket } from '../../../domain/basket.ts'
import type { HandedHold } from '../../checkout.ts'
import { createHoldNames } from '../../handoff/holdNames.ts'
import { createWooPlugin } from './plugin.ts'
import { pluginWay } from './ways.ts'

const ITEM = { sku: 'A', externalId: '1', quantity: 1, unitPriceMinor: 500, payMinor: 500, shopPriceMinor: 600 }
const hold = (id: string): HandedHold => ({
  id: HoldId.parse(id),
  showId: ShowId.parse('autumn'),
  viewerId: 'v',
  currency: 'EUR',
  expiresAt: Date.now() + 60_000,
  via: null,
  items: [ITEM],
})
const BASKET = toBasket(hold('a'), [hold('b')])
const names = await createHoldNames({ secret: () => Promise.resolve('a key of this test') })

/** A plugin that quotes so, once for each question. */
function wayOf(answer: object) {
  const asked: string[] = []
  const fetchShop = ({ url }: { url: string }) => {
    asked.push(url)
    return Promise.resolve(grant({ status: 200, headers: new Headers(), json: { ok: true, why: '', ...answer } }))
  }
  const place = { shopUrl: 'https://shop.test', secret: 'a secret of the plugin', clock: Date.now }
  return { asked, way: pluginWay(createWooPlugin({ fetchShop, names, ...place })) }
}

test('a plugin that has read one hold of two is not used', async () => {
  const { way } = wayOf({ currency: 'EUR', total: '10.00' })

  expect(await way.make(BASKET, [ITEM, ITEM])).toMatchObject({ code: 'SHOP_REFUSED' })
  expect(await way.make(hold('a'), [ITEM])).toMatchObject({ ok: true })
})

test('what another plugin takes off a basket is told, and not put on one of its lines', async () => {
  const { way, asked } = wayOf({ currency: 'EUR', total: '8.00', holds: 2 })

  expect(await way.make(BASKET, [ITEM, ITEM])).toMatchObject({ ok: true, value: { quotedMinor: 800 } })
  expect(asked).toHaveLength(1)
})
