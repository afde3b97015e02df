// Has Shopify post to us: registers what is missing at our address. What it removed after failures, or a new address, is made anew.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { ShopRefusal, WebhooksKept } from '../../checkout.ts'
import { refusedByShop } from '../../shopFetch.ts'
import { type Graphql, refusalOf, UserErrors } from './graphql.ts'

/** As its messages name them. */
export const SHOPIFY_TOPICS = [
  'orders/create',
  'orders/updated',
  'orders/paid',
  'orders/cancelled',
  'refunds/create',
  'products/update',
] as const

/** Those of our app alone; what a file of the app's says is not among them, and twice the same message acts once. */
const LIST = `query LanternWebhooks($after: String) {
  webhookSubscriptions(first: 100, after: $after) {
    nodes { topic uri }
    pageInfo { hasNextPage endCursor }
  }
}`
const CREATE = `mutation LanternWebhook($topic: WebhookSubscriptionTopic!, $webhookSubscription: WebhookSubscriptionInput!) {
  webhookSubscriptionCreate(topic: $topic, webhookSubscription: $webhookSubscription) {
    webhookSubscription { id }
    userErrors { field message }
  }
}`
const Listed = z.object({
  webhookSubscriptions: z.object({
    nodes: z.array(z.object({ topic: z.string(), uri: z.string() })),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
})
type Subscription = z.infer<typeof Listed>['webhookSubscriptions']['nodes'][number]
const Created = z.object({ webhookSubscriptionCreate: z.object({ userErrors: UserErrors }) })

const MOST_PAGES = 10
const enumOf = (topic: string) => topic.toUpperCase().replace('/', '_')
/** What Shopify says where another process was faster. */
const TAKEN = /already been taken/i

async function list(admin: Graphql): Promise<Outcome<readonly Subscription[], ShopRefusal>> {
  const all: Subscription[] = []
  let after: string | null = null
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const listed: Outcome<z.infer<typeof Listed>, ShopRefusal> = await admin(LIST, { after }, Listed)
    if (!listed.ok) return listed
    all.push(...listed.value.webhookSubscriptions.nodes)
    if (!listed.value.webhookSubscriptions.pageInfo.hasNextPage) break
    after = listed.value.webhookSubscriptions.pageInfo.endCursor
  }
  return grant(all)
}

async function create(admin: Graphql, topic: string, uri: string): Promise<Outcome<null, ShopRefusal>> {
  const variables = { topic: enumOf(topic), webhookSubscription: { uri, format: 'JSON' } }
  const created = await admin(CREATE, variables, Created)
  if (!created.ok) return created
  const refused = refusalOf(created.value.webhookSubscriptionCreate.userErrors)
  return refused === null || TAKEN.test(String(refused.detail?.['why'])) ? grant(null) : refused
}

/**
 * Other addresses are left as they are: another studio may share the app, and Shopify itself removes what nobody answers.
 * SHOP_REFUSED names the topics that cannot be had; the others are registered.
 */
export async function keepWebhooks(admin: Graphql, uri: string): Promise<Outcome<WebhooksKept, ShopRefusal>> {
  if (!uri.startsWith('https:'))
    return refusedByShop('Shopify posts to https alone: set PUBLIC_URL to the public address')
  const listed = await list(admin)
  if (!listed.ok) return listed
  const here = new Set(listed.value.filter((one) => one.uri === uri).map(({ topic }) => topic))
  const missing = SHOPIFY_TOPICS.filter((topic) => !here.has(enumOf(topic)))
  const refused: string[] = []
  for (const topic of missing) {
    const created = await create(admin, topic, uri)
    if (created.ok) continue
    if (created.code === 'SHOP_UNREACHABLE') return created
    refused.push(`${topic}: ${String(created.detail?.['why'])}`)
  }
  if (refused.length > 0) return refusedByShop(`not registered: ${refused.join('; ')}`)
  return grant({ added: missing, there: SHOPIFY_TOPICS.length - missing.length })
}
