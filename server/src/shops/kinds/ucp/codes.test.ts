// What a UCP shop is asked for: one code for each hold, by a message that it can prove, and by nobody who cannot.
import { HoldId, ShowId } from '@lantern/shared/contract/ids.ts'
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import type { HandedHold } from '../../checkout.ts'
import { createHoldNames } from '../../handoff/holdNames.ts'
import type { ShopRequest } from '../../shopFetch.ts'
import { createUcpAdapter } from './ucp.ts'

const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const NOW = Date.now()
const names = await createHoldNames({ secret: () => Promise.resolve('a key of this test') })

const hold = (payMinor: number, expiresAt = NOW + 60_000): HandedHold => ({
  id: HoldId.parse('hold-1'),
  showId: ShowId.parse('autumn'),
  viewerId: 'viewer',
  currency: 'KWD',
  expiresAt,
  via: null,
  items: [{ sku: 'A', externalId: 'a1', quantity: 3, unitPriceMinor: 1999, payMinor, shopPriceMinor: 2500 }],
})

function open({ takesCodes = true, status = 200 }: { takesCodes?: boolean; status?: number } = {}) {
  const sent: ShopRequest[] = []
  const discount = { 'dev.ucp.shopping.discount': [{ version: '2026-08-25', extends: 'dev.ucp.shopping.checkout' }] }
  const permalink = [{ version: '2026-08-25', config: { endpoint: 'https://shop.test/buy' } }]
  const capabilities = { 'dev.ucp.shopping.permalink': permalink, ...(takesCodes && discount) }
  const fetchShop = (request: ShopRequest) => {
    if (request.method === 'POST') sent.push(request)
    const isProfile = request.method !== 'POST'
    const json = isProfile ? { ucp: { capabilities } } : { message: 'the shop’s own words' }
    return Promise.resolve({
      ok: true,
      value: { status: isProfile ? 200 : status, headers: new Headers(), json },
    } as const)
  }
  const config = {
    shopUrl: 'https://shop.test',
    ucpEndpointHost: null,
    ucpCodesUrl: 'https://shop.test/codes',
    shopEndpointId: 'shop',
    shopWebhookSecret: SECRET,
  }
  const adapter = createUcpAdapter({ fetchShop, names, clock: () => NOW + sent.length, config })
  const visit = { origin: 'https://live.test', hostname: 'live.test', locale: 'en' } as const
  return { sent, adapter, link: (held: HandedHold) => adapter.buildHandoff(held, visit) }
}

test('the code comes off once, for exactly these goods, until the hold is over, and is signed for', async () => {
  const { sent, link } = open()

  const way = await link(hold(5900))

  const [message] = sent
  const body = JSON.stringify(message?.json)
  expect(new Webhook(SECRET).verify(body, { ...message?.headers })).toMatchObject({
    type: 'code.wanted',
    data: {
      holdId: names.nameOf(HoldId.parse('hold-1')),
      items: [{ id: 'a1', sku: 'A', quantity: 3 }],
      amountMinor: 1600,
      currency: 'KWD',
      expiresAt: NOW + 60_000,
    },
  })
  const code = way.ok ? new URL(way.value.href).searchParams.get('discounts/codes/0') : null
  expect(names.readCode(code ?? '')).toBe('hold-1')
})

test('what is asked again acts again, since it may have been ended in between, and the code stays', async () => {
  const { sent, link, adapter } = open()
  const end = () => adapter.endHandoff(HoldId.parse('hold-1'))
  const first = await link(hold(5900))
  await end()
  const ways = [first, await link(hold(5900)), await link(hold(5800))]
  await end()

  const ids = sent.map(({ headers }) => headers?.['webhook-id'])
  expect(new Set(ids).size).toBe(5)
  expect(new Set(ways.map((way) => way.ok && way.value.href)).size).toBe(1)
})

test('at the shop’s own price no code is wanted', async () => {
  const { sent, link } = open()
  const way = await link(hold(7500))

  expect(sent).toEqual([])
  expect(way.ok && way.value.href).not.toContain('discounts')
})

test('what a file brought without an id is asked for by its SKU', async () => {
  const { link, sent } = open()
  const held = hold(5900)
  const items = held.items.map((item) => ({ ...item, externalId: null, sku: 'B-2' }))

  const way = await link({ ...held, items })

  expect(way.ok && new URL(way.value.href).pathname).toBe('/buy/B-2:3')
  expect(sent[0]?.json).toMatchObject({ data: { items: [{ id: 'B-2', sku: 'B-2' }] } })
})

test('a profile that takes no codes, or a shop that will not make one, stops the buyer instead of charging more', async () => {
  const [without, refusing, down] = [open({ takesCodes: false }), open({ status: 422 }), open({ status: 404 })]

  const ways = [await without.link(hold(5900)), await refusing.link(hold(5900)), await down.link(hold(5900))]

  expect(ways).toMatchObject([
    { code: 'SHOP_REFUSED', detail: { why: expect.stringContaining('takes no discount codes') } },
    { code: 'SHOP_REFUSED', detail: { why: 'status 422: the shop’s own words' } },
    { code: 'SHOP_REFUSED', detail: { why: 'status 404: the shop’s own words' } },
  ])
  expect(await without.adapter.test()).toMatchObject({ code: 'SHOP_REFUSED' })
  expect((await without.link(hold(7500))).ok).toBe(true)
})
