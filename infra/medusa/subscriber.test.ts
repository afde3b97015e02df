// What the subscriber posts is proven and read by the studio's own adapter, whatever event of Medusa's it heard.
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createMedusaEvents, MEDUSA_TOPICS } from '@lantern/server/src/shops/kinds/medusa/events.ts'
import { createHoldNames } from '@lantern/server/src/shops/handoff/holdNames.ts'
import type { Delivery } from '@lantern/server/src/shops/checkout.ts'
import { HoldId } from '@lantern/shared/contract/ids.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { config, type Container, tellLantern } from './subscriber.ts'

const SECRET = `whsec_${Buffer.alloc(32, 3).toString('base64')}`
const HOLD = HoldId.parse('hold_1')

let server: Server
let posted: Delivery[]
let refusals: number

beforeEach(async () => {
  posted = []
  refusals = 0
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      posted.push({
        endpointId: 'shop',
        body: Buffer.concat(chunks),
        headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
      })
      response.writeHead(refusals-- > 0 ? 503 : 204).end()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  vi.stubEnv('LANTERN_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/shop/events/shop`)
  vi.stubEnv('LANTERN_SECRET', SECRET)
})
afterEach(() => {
  vi.unstubAllEnvs()
  server.close()
})

const names = await createHoldNames({ secret: () => Promise.resolve('a key of this test') })

/** Medusa's container as far as it is asked: one order, and one payment for it. */
const container = {
  resolve: (name: string) =>
    name === 'query'
      ? {
          graph: ({ filters }: { filters: { id: string } }) =>
            Promise.resolve({
              data: filters.id === 'pay_1' ? [{ payment_collection: { order: { id: 'order_1' } } }] : [],
            }),
        }
      : {
          run: (_workflow: string, { input }: { input: { order_id: string } }) =>
            Promise.resolve({
              result: {
                id: input.order_id,
                status: 'pending',
                payment_status: 'captured',
                currency_code: 'cny',
                metadata: { lantern_hold: names.nameOf(HOLD) },
                item_total: 198,
                item_tax_total: 22.78,
                items: [{ is_tax_inclusive: true }],
                payment_collections: [{ refunded_amount: null }],
              },
            }),
        },
} as Container

const hear = (name: string, id: string) => tellLantern({ event: { name, data: { id } }, container })

function read(delivery: Delivery | undefined) {
  if (delivery === undefined) throw new Error('nothing was posted')
  const outcome = createMedusaEvents({ shopEndpointId: 'shop', shopWebhookSecret: SECRET }, names)(delivery)
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value
}

test('it hears what the studio reads', () => {
  expect([...config.event].sort()).toEqual([...MEDUSA_TOPICS].sort())
})

test.each([
  ['order.placed', 'order_1'],
  ['order.canceled', 'order_1'],
  ['payment.captured', 'pay_1'],
  ['payment.refunded', 'pay_1'],
])('%s: the whole order arrives, signed', async (name, id) => {
  await hear(name, id)

  expect(read(posted[0])).toMatchObject([
    { type: 'order.paid', holdId: HOLD, orderId: 'order_1', amountMinor: 19_800, currency: 'CNY' },
  ])
})

test('a payment of no order is not told', async () => {
  await hear('payment.captured', 'pay_of_a_swap')

  expect(posted).toEqual([])
})

test('a studio that is away is told again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'], shouldAdvanceTime: true, advanceTimeDelta: 1000 })
  refusals = 1
  await hear('payment.captured', 'pay_1')
  vi.useRealTimers()

  expect(posted.map((delivery) => read(delivery).length)).toEqual([1, 1])
})
