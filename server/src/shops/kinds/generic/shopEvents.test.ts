// Messages of another shop, old ones, half ones, and ones with amounts that are none say nothing; a change of the secret loses none.
import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import type { Delivery } from '../../checkout.ts'
import { createShopEvents } from './shopEvents.ts'

const secretOf = (text: string) => `whsec_${Buffer.from(text.padEnd(32, '.')).toString('base64')}`
const [OURS, THEIRS] = [secretOf('ours'), secretOf('of another shop')]
const verify = createShopEvents({ shopEndpointId: 'shop', shopWebhookSecret: OURS })

const ORDER = { holdId: 'h1', orderId: '#1', amountMinor: 12_345, currency: 'KWD', items: [], at: 1 }
const paid = (more: object = {}) =>
  JSON.stringify({ type: 'order.paid', timestamp: 'now', data: { ...ORDER, ...more } })

interface Sent {
  readonly body?: string
  readonly secrets?: readonly string[]
  readonly agoMs?: number
  readonly endpointId?: string
}

function deliver({ body = paid(), secrets = [OURS], agoMs = 0, endpointId = 'shop' }: Sent): Delivery {
  const at = new Date(Date.now() - agoMs)
  const headers = {
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': secrets.map((secret) => new Webhook(secret).sign('msg_1', at, body)).join(' '),
  }
  return { endpointId, body: Buffer.from(body), headers }
}

function said(sent: Sent): unknown {
  const news = verify(deliver(sent))
  return news.ok ? news.value : news.code
}

test.each<[string, Sent, string]>([
  ['another shop’s secret', { secrets: [THEIRS] }, 'BAD_SIGNATURE'],
  ['another shop’s address', { endpointId: 'other' }, 'ENDPOINT_NOT_FOUND'],
  ['another shop’s secret and address', { secrets: [THEIRS], endpointId: 'other' }, 'ENDPOINT_NOT_FOUND'],
  ['a message that was kept for more than five minutes', { agoMs: 301_000 }, 'BAD_SIGNATURE'],
  ['a clock that is five minutes ahead', { agoMs: -303_000 }, 'BAD_SIGNATURE'],
  ['half a message', { body: paid().slice(0, -9) }, 'BAD_INPUT'],
  ['an amount with decimals', { body: paid({ amountMinor: 12.345 }) }, 'BAD_INPUT'],
  ['an amount as text', { body: paid({ amountMinor: '12345' }) }, 'BAD_INPUT'],
  ['an amount below zero', { body: paid({ amountMinor: -1 }) }, 'BAD_INPUT'],
  ['no currency', { body: paid({ currency: undefined }) }, 'BAD_INPUT'],
  ['a currency that is none', { body: paid({ currency: 'dinar' }) }, 'BAD_INPUT'],
  ['no hold', { body: paid({ holdId: undefined }) }, 'BAD_INPUT'],
])('%s says nothing', (_what, sent, code) => {
  expect(said(sent)).toBe(code)
})

test.each([
  ['KWD', 12_345],
  ['JPY', 1200],
  ['EUR', 12_900],
])('%s: %i minor units stay what they are', (currency, amountMinor) => {
  expect(said({ body: paid({ currency, amountMinor }) })).toMatchObject([{ type: 'order.paid', currency, amountMinor }])
})

test('a clock that is a little off, and the same message again later, are taken, under one id', () => {
  const ids = [{}, { agoMs: 290_000 }, { agoMs: -290_000 }].map((sent) => {
    const news = verify(deliver(sent))
    return news.ok && news.value[0]?.eventId
  })

  expect(ids).toEqual(['msg_1', 'msg_1', 'msg_1'])
})

test('while the secret changes a message has both signatures, and either is enough', () => {
  const before = said({ secrets: [OURS, secretOf('the next one')] })
  const after = said({ secrets: [secretOf('the one before'), OURS] })

  expect([before, after]).toMatchObject([[{ type: 'order.paid' }], [{ type: 'order.paid' }]])
})

test('a line that is told twice is no reason to lose the order', () => {
  const line = { sku: 'A', quantity: 1, unitPriceMinor: 1 }

  expect(said({ body: paid({ items: [line, line] }) })).toMatchObject([{ orderId: '#1' }])
})

test('that its products are another is said whole or of some, signed like everything', () => {
  const changed = (data: object) => JSON.stringify({ type: 'catalogue.changed', timestamp: 'now', data })
  const hint = [{ type: 'catalogue.changed', endpointId: 'shop', eventId: 'msg_1' }]

  expect(said({ body: changed({}) })).toEqual(hint)
  expect(said({ body: changed({ skus: ['LAMP'] }) })).toEqual(hint)
  expect(said({ body: changed({ skus: Array.from({ length: 501 }, () => 'LAMP') }) })).toBe('BAD_INPUT')
  expect(said({ body: changed({}), secrets: [THEIRS] })).toBe('BAD_SIGNATURE')
  expect(said({ body: changed({}), agoMs: 301_000 })).toBe('BAD_SIGNATURE')
})
