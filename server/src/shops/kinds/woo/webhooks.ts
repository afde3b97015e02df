// Has WooCommerce post to us: makes what is missing at our address, and makes anew what the shop gave up after failures.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { ShopRefusal, WebhooksKept } from '../../checkout.ts'
import { refusedByShop } from '../../shopFetch.ts'
import type { WooApi } from './api.ts'

/** As its messages name them. */
export const WOO_TOPICS = ['order.created', 'order.updated', 'product.updated'] as const

/** `disabled`: by the shop, after failures in a row; it sends nothing again that it could not deliver. */
const Webhook = z.object({
  id: z.number().int().positive(),
  status: z.string(),
  topic: z.string(),
  delivery_url: z.string(),
})
type Webhook = z.infer<typeof Webhook>

export interface WooWebhookParts {
  readonly api: WooApi
  readonly shopUrl: string
  readonly secret: string
}

/** WordPress (`wp_http_validate_url`) posts to no other ports, and to no address inside a network unless it is its own. */
const PORTS: ReadonlySet<string> = new Set(['', '80', '443', '8080'])
const INSIDE =
  /^(?:localhost|0\.|10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/

/** Null: it can post there. */
export function whyWordPressCannotPost(address: string, shopUrl: string): string | null {
  const [to, shop] = [new URL(address), new URL(shopUrl)]
  if (to.hostname.startsWith('[')) return 'WordPress posts to no address in brackets: PUBLIC_URL needs a name'
  const isOwn = to.hostname === shop.hostname
  if (!isOwn && INSIDE.test(to.hostname))
    return `WordPress posts to no address inside a network (${to.hostname}): PUBLIC_URL has to be public`
  if (PORTS.has(to.port) || (isOwn && to.port === shop.port)) return null
  return `WordPress posts to the ports 80, 443 and 8080 alone, not to ${to.port}: change PUBLIC_URL`
}

type Done = Outcome<null, ShopRefusal>

function createHands(api: WooApi, secret: string) {
  async function make(topic: string, address: string): Promise<Done> {
    const json = { name: `Lantern ${topic}`, topic, delivery_url: address, secret }
    const made = await api({ path: 'webhooks', method: 'POST', json }, Webhook)
    return made.ok ? grant(null) : made
  }

  return {
    make,

    /** Its count of failures cannot be set: switched on again it would be given up at the first one. */
    async renew(old: Webhook): Promise<Done> {
      const made = await make(old.topic, old.delivery_url)
      if (!made.ok) return made
      const gone = await api({ path: `webhooks/${old.id}?force=true`, method: 'DELETE' }, z.object({ id: z.number() }))
      return gone.ok ? grant(null) : gone
    },

    /** Nobody is told the secret that stands there. */
    async sign({ id }: Webhook): Promise<Done> {
      const written = await api({ path: `webhooks/${id}`, method: 'PUT', json: { secret } }, Webhook)
      return written.ok ? grant(null) : written
    },
  }
}

/** Other addresses are left as they are. SHOP_REFUSED names the topics that cannot be had; the others are registered. */
export function createWooWebhooks({ api, shopUrl, secret }: WooWebhookParts) {
  const hands = createHands(api, secret)
  /** Written once after each start. */
  let isSigned = false

  async function listAt(address: string): Promise<Outcome<readonly Webhook[], ShopRefusal>> {
    const listed = await api({ path: 'webhooks?per_page=100&status=all' }, z.array(Webhook))
    return listed.ok ? grant(listed.value.filter((one) => one.delivery_url === address)) : listed
  }

  async function keep(topic: string, here: readonly Webhook[], address: string) {
    const mine = here.filter((one) => one.topic === topic)
    const active = mine.find(({ status }) => status === 'active')
    if (active !== undefined) return { done: isSigned ? grant(null) : await hands.sign(active), added: null }
    const given = mine.find(({ status }) => status === 'disabled')
    if (given !== undefined)
      return { done: await hands.renew(given), added: `${topic} (the shop had given it up after failures)` }
    const [paused] = mine
    if (paused !== undefined) return { done: refusedByShop(`${topic} is ${paused.status} there, by hand`), added: null }
    return { done: await hands.make(topic, address), added: topic }
  }

  return async (address: string): Promise<Outcome<WebhooksKept, ShopRefusal>> => {
    const why = whyWordPressCannotPost(address, shopUrl)
    if (why !== null) return refusedByShop(why)
    const here = await listAt(address)
    if (!here.ok) return here
    const [added, refused]: [string[], string[]] = [[], []]
    for (const topic of WOO_TOPICS) {
      const { done, added: what } = await keep(topic, here.value, address)
      if (!done.ok && done.code === 'SHOP_UNREACHABLE') return done
      if (!done.ok) refused.push(String(done.detail?.['why']))
      else if (what !== null) added.push(what)
    }
    if (refused.length > 0) return refusedByShop(`webhooks not registered: ${refused.join('; ')}`)
    isSigned = true
    return grant({ added, there: WOO_TOPICS.length - added.length })
  }
}
