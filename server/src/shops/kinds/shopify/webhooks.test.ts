// Webhooks that the studio registers: those that are missing, at the address of now, by however many processes.
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { expect, test } from 'vitest'
import type { ShopRefusal } from '../../checkout.ts'
import type { Graphql } from './graphql.ts'
import { keepWebhooks, SHOPIFY_TOPICS } from './webhooks.ts'

const URI = 'https://live.test/api/shop/events/shop'

interface Variables {
  readonly after?: string | null
  readonly topic?: string
  readonly webhookSubscription?: { readonly uri: string; readonly format: string }
}

/** `say`: what the shop answers to a topic instead of registering it. */
function startShop(say: (topic: string) => Outcome<string, ShopRefusal> | null = () => null) {
  const nodes: { topic: string; uri: string }[] = []
  const made: unknown[] = []
  const admin: Graphql = (query, variables, schema) => {
    const { after, topic = '', webhookSubscription } = variables as Variables
    if (query.includes('LanternWebhooks')) {
      const start = Number(after ?? 0)
      const pageInfo = { hasNextPage: nodes.length > start + 4, endCursor: String(start + 4) }
      const webhookSubscriptions = { nodes: nodes.slice(start, start + 4), pageInfo }
      return Promise.resolve(grant(schema.parse({ webhookSubscriptions })))
    }
    const said = say(topic)
    if (said !== null && !said.ok) return Promise.resolve(said)
    const userErrors = said === null ? [] : [{ message: said.value }]
    if (said === null) {
      made.push({ topic, ...webhookSubscription })
      nodes.push({ topic, uri: webhookSubscription?.uri ?? '' })
    }
    return Promise.resolve(grant(schema.parse({ webhookSubscriptionCreate: { userErrors } })))
  }
  return { admin, nodes, made }
}

test('all are registered, and the second time none', async () => {
  const { admin, made } = startShop()

  const first = await keepWebhooks(admin, URI)
  const second = await keepWebhooks(admin, URI)

  expect(first).toEqual({ ok: true, value: { added: SHOPIFY_TOPICS, there: 0 } })
  expect(second).toEqual({ ok: true, value: { added: [], there: 6 } })
  expect(made[0]).toEqual({ topic: 'ORDERS_CREATE', uri: URI, format: 'JSON' })
  expect(made.length).toBe(6)
})

test('one that Shopify removed comes again; those of another address stay as they are', async () => {
  const { admin, nodes } = startShop()
  await keepWebhooks(admin, 'https://old.test/api/shop/events/shop')
  await keepWebhooks(admin, URI)
  nodes.splice(8, 1)

  const kept = await keepWebhooks(admin, URI)

  expect(kept).toEqual({ ok: true, value: { added: ['orders/paid'], there: 5 } })
  expect(nodes.filter(({ uri }) => uri.startsWith('https://old'))).toHaveLength(6)
})

test('a topic that another process has registered meanwhile is there', async () => {
  const { admin } = startShop(() => grant('Address for this topic has already been taken'))

  expect((await keepWebhooks(admin, URI)).ok).toBe(true)
})

test('a topic that the app may not have is named with the shop’s word; the others are registered', async () => {
  const { admin, made } = startShop((topic) =>
    topic === 'PRODUCTS_UPDATE' ? refuse('SHOP_REFUSED', { detail: { why: 'Access denied' } }) : null,
  )

  const kept = await keepWebhooks(admin, URI)

  expect(kept).toMatchObject({
    code: 'SHOP_REFUSED',
    detail: { why: 'not registered: products/update: Access denied' },
  })
  expect(made.length).toBe(5)
})

test('a shop that goes down in the middle is asked no more', async () => {
  let asked = 0
  const { admin } = startShop(() => ((asked += 1), refuse('SHOP_UNREACHABLE')))

  expect(await keepWebhooks(admin, URI)).toMatchObject({ code: 'SHOP_UNREACHABLE' })
  expect(asked).toBe(1)
})

test('an address without https is refused before the shop is asked', async () => {
  const { admin, made } = startShop()

  const kept = await keepWebhooks(admin, 'http://localhost:4000/api/shop/events/shop')

  expect(kept).toMatchObject({ code: 'SHOP_REFUSED', detail: { why: expect.stringContaining('PUBLIC_URL') } })
  expect(made).toEqual([])
})
