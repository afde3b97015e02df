// A Shopify shop as its published requests, answers and webhooks show it.
import { createHmac } from 'node:crypto'
import type { Delivery } from '../checkout.ts'
import { createHoldNames } from '../handoff/holdNames.ts'
import { toDecimal, toMinor } from '../money.ts'
import { createShopFetch } from '../shopFetch.ts'
import { createShopifyAdapter } from '../kinds/shopify/shopify.ts'
import { fill, readFixtures } from './fixtures.ts'
import { createShelf, createTill, type Line, type Till } from './sales.ts'
import { createShopifyRefundBook, type Refundable, toRefunds, withPart } from './shopifyRefunds.ts'
import { createShopifyShelves } from './shopifyShelves.ts'
import { ENDPOINT, type Good, type ShopStand } from './shopStand.ts'
import { type Asked, lookOf, startStandIn, Status } from './standIn.ts'

const PARTS = ['app', 'codes', 'orders', 'refunds', 'shop']
const FIXTURES = readFixtures(PARTS.map((part) => new URL(`../kinds/shopify/fixtures.${part}.json`, import.meta.url)))
const CLIENT_SECRET = 'hush-hush-hush'
const GOODS: readonly [Good, Good] = [
  { sku: 'hero-152', externalId: '70881412', shopPriceMinor: 19900 },
  { sku: 'hero-158', externalId: '70881500', shopPriceMinor: 20950 },
]

interface Discount {
  readonly id: string
  readonly code: string
  readonly endsAt: string
  readonly usageLimit: number
  readonly minimumRequirement: { readonly quantity: { readonly greaterThanOrEqualToQuantity: string } }
  readonly customerGets: { readonly value: { readonly discountAmount: { readonly amount: string } } }
}

interface Cart {
  readonly lines: readonly Line[]
  readonly attributes: readonly { name: string; value: string }[]
  readonly code: string | null
}

interface Order extends Cart, Refundable {
  readonly cancelledAt: string | null
}

const idOf = (gid: string) => gid.split('/').at(-1) ?? ''

/** The bodies of the suite's own adapter, whose shapes the fixtures have checked. */
type Body = { readonly [key: string]: never }
const bodyOf = <Shape>(asked: Asked): Shape => asked.body as Body as Shape

function createDiscounts(now: () => number, currency: string) {
  const byCode = new Map<string, Discount>()
  const worth = (discount: Discount | undefined, lines: readonly Line[]): number => {
    if (discount === undefined || Date.parse(discount.endsAt) <= now() || discount.usageLimit < 1) return 0
    const units = lines.reduce((sum, { quantity }) => sum + quantity, 0)
    if (units < Number(discount.minimumRequirement.quantity.greaterThanOrEqualToQuantity)) return 0
    return toMinor(discount.customerGets.value.discountAmount.amount, currency) ?? 0
  }
  const find = (id: string) => [...byCode.values()].find((discount) => discount.id === id)

  return {
    answerers: {
      findCode(asked: Asked) {
        const known = byCode.get(bodyOf<{ code: string }>(asked).code)
        return { data: { codeDiscountNodeByCode: known === undefined ? null : { id: known.id } } }
      },
      createCode(asked: Asked) {
        const discount = bodyOf<{ basicCodeDiscount: Discount }>(asked).basicCodeDiscount
        if (byCode.has(discount.code)) throw new Status(422)
        byCode.set(discount.code, { ...discount, id: `gid://shopify/DiscountCodeNode/${byCode.size + 1}` })
        return null
      },
      updateCode(asked: Asked) {
        const { id, basicCodeDiscount } = bodyOf<{ id: string; basicCodeDiscount: Discount }>(asked)
        if (find(id) === undefined) throw new Status(404)
        byCode.set(basicCodeDiscount.code, { ...basicCodeDiscount, id })
        return null
      },
      endCode(asked: Asked) {
        const known = find(bodyOf<{ id: string }>(asked).id)
        if (known !== undefined) byCode.set(known.code, { ...known, endsAt: new Date(now() - 1000).toISOString() })
        return null
      },
    },
    /** What is taken off; the code is used up. */
    use(code: string | null, lines: readonly Line[]): number {
      const discount = code === null ? undefined : byCode.get(code)
      const off = worth(discount, lines)
      if (discount !== undefined && off > 0)
        byCode.set(discount.code, { ...discount, usageLimit: discount.usageLimit - 1 })
      return off
    },
    worth: (code: string | null, lines: readonly Line[]) => worth(code === null ? undefined : byCode.get(code), lines),
    endsAt(code: string): number {
      const at = Date.parse(byCode.get(code)?.endsAt ?? '')
      return at > now() ? at : 0
    },
  }
}

interface CartInput {
  readonly input: {
    readonly lines: readonly { merchandiseId: string; quantity: number }[]
    readonly attributes: readonly { key: string; value: string }[]
    readonly discountCodes: readonly string[]
  }
}

function createCarts(currency: string, totalOf: (cart: Cart) => number) {
  const made: Cart[] = []
  return {
    createCart(asked: Asked) {
      const { lines, attributes, discountCodes } = bodyOf<CartInput>(asked).input
      const cart = {
        lines: lines.map(({ merchandiseId, quantity }) => ({ id: idOf(merchandiseId), quantity })),
        attributes: attributes.map(({ key, value }) => ({ name: key, value })),
        code: discountCodes[0] ?? null,
      }
      made.push(cart)
      const checkoutUrl = `https://snowdevil.test/cart/c/${made.length}?key=k`
      const totalAmount = { amount: toDecimal(totalOf(cart), currency), currencyCode: currency }
      const codes = discountCodes.map((code) => ({ code, applicable: true }))
      return { data: { cartCreate: { cart: { checkoutUrl, discountCodes: codes, cost: { totalAmount } } } } }
    },
    /** What a buyer finds behind the link. */
    read(link: string): Cart {
      const url = new URL(link)
      const cart = /^\/cart\/c\/(\d+)$/.exec(url.pathname)?.[1]
      const known = cart === undefined ? undefined : made[Number(cart) - 1]
      if (known !== undefined) return known
      const pairs = (url.pathname.split('/').at(-1) ?? '').split(',').map((pair) => pair.split(':'))
      const attributes = [...url.searchParams].flatMap(([key, value]) => {
        const name = /^attributes\[(.+)\]$/.exec(key)?.[1]
        return name === undefined ? [] : [{ name, value }]
      })
      const lines = pairs.map(([id = '', quantity = '']) => ({ id, quantity: Number(quantity) }))
      return { lines, attributes, code: url.searchParams.get('discount') }
    },
  }
}

function createWebhooks() {
  const nodes: { topic: string; uri: string }[] = []
  return {
    listWebhooks: () => ({ data: { webhookSubscriptions: { nodes: [...nodes] } } }),
    createWebhook(asked: Asked) {
      const { topic, webhookSubscription } = bodyOf<{ topic: string; webhookSubscription: { uri: string } }>(asked)
      nodes.push({ topic, uri: webhookSubscription.uri })
      return null
    },
  }
}

function deliver(name: string, topic: string, values: unknown): Delivery {
  const { headers, body } = FIXTURES.webhooks.get(name) ?? { headers: {}, body: {} }
  return sign(JSON.stringify(fill(body, values)), { ...headers, 'x-shopify-topic': topic })
}

function sign(text: string, headers: Record<string, string> = { 'x-shopify-topic': 'orders/paid' }): Delivery {
  const body = Buffer.from(text)
  const hmac = createHmac('sha256', CLIENT_SECRET).update(body).digest('base64')
  return { endpointId: ENDPOINT, body, headers: { ...headers, 'x-shopify-hmac-sha256': hmac } }
}

const toWebhook = (order: Order) => ({
  id: order.no,
  admin_graphql_api_id: `gid://shopify/Order/${order.no}`,
  currency: order.currency,
  cancelled_at: order.cancelledAt,
  financial_status: order.status,
  subtotal_price: toDecimal(order.goodsMinor, order.currency),
  note_attributes: order.attributes,
  discount_codes: order.code === null ? [] : [{ code: order.code, amount: '0', type: 'fixed_amount' }],
  refunds: toRefunds(order),
})

const toNode = (order: Order) => ({
  legacyResourceId: String(order.no),
  currencyCode: order.currency,
  displayFinancialStatus: order.status.toUpperCase(),
  cancelledAt: order.cancelledAt,
  discountCodes: order.code === null ? [] : [order.code],
  customAttributes: order.attributes.map(({ name, value }) => ({ key: name, value })),
  totalRefundedSet: { shopMoney: { amount: toDecimal(order.backMinor, order.currency) } },
  // As Shopify writes it: no more places than it needs, and one where it needs none.
  subtotalPriceSet: { shopMoney: { amount: toDecimal(order.goodsMinor, order.currency).replace(/(\.\d+?)0+$/, '$1') } },
})

export interface ShopifyTokens {
  /** `granted`: by the app's own keys, for a day. */
  readonly admin: boolean | 'granted'
  readonly storefront: boolean
  readonly currency?: string
}

function settingsOf(shopUrl: string, tokens: ShopifyTokens) {
  return {
    shopUrl,
    shopEndpointId: ENDPOINT,
    shopifyClientId: tokens.admin === 'granted' ? 'client-id' : null,
    shopifyClientSecret: CLIENT_SECRET,
    shopifyWebhookSecret: null,
    shopifyApiVersion: '2026-07',
    shopifyAdminToken: tokens.admin === true ? 'shpat_admin' : null,
    shopifyStorefrontToken: tokens.storefront ? 'storefront-token' : null,
    shopifyPrivateToken: null,
    shopifyPermalink: 'cart' as const,
    ucpEndpointHost: null,
  }
}

const moved = (product: object) => deliver('product', 'products/update', product)

const rename = (cart: Cart, value: string): Cart => ({
  ...cart,
  code: null,
  attributes: [{ name: 'lantern_hold', value }],
})

function moneyBack(till: Till<Order>, givenBack: ShopStand['givenBack']) {
  const tell = (change: (last: Order) => Order, topic = 'orders/updated') =>
    Promise.resolve(deliver('order', topic, toWebhook(till.replaceLast(change))))
  const cancelledAt = '2026-11-22T20:00:00Z'
  return {
    cancelPaid: () => tell((last) => ({ ...last, cancelledAt }), 'orders/cancelled'),
    capture: () => tell((last) => ({ ...last, status: 'paid' }), 'orders/paid'),
    refund: () => tell((last) => ({ ...last, status: 'refunded' })),
    refundPart: (minor: number) => tell((last) => withPart(last, minor)),
    givenBack,
  }
}

export async function startShopify(now: () => number, tokens: ShopifyTokens): Promise<ShopStand> {
  const { currency = 'USD' } = tokens
  const discounts = createDiscounts(now, currency)
  const shelf = createShelf(GOODS)
  const carts = createCarts(currency, ({ lines, code }) => shelf.sumOf(lines) - discounts.worth(code, lines))
  const shelves = createShopifyShelves(FIXTURES)
  const till = createTill<Order>()
  const refunds = createShopifyRefundBook(till)
  const webhooks = createWebhooks()
  const shop = await startStandIn(FIXTURES, {
    ...discounts.answerers,
    ...refunds.answerers,
    ...webhooks,
    createCart: carts.createCart,
    ...shelves.answerers,
    listOrders: () => ({ data: { orders: { nodes: till.all().map(toNode) } } }),
  })
  const names = await createHoldNames({ secret: () => Promise.resolve('a key of this test') })
  const fetchShop = createShopFetch({ allowed: [shop.url] })

  function order(cart: Cart, status: string): Order {
    const goodsMinor = shelf.sumOf(cart.lines) - discounts.use(cart.code, cart.lines)
    const cancelledAt = status === 'voided' ? new Date(now()).toISOString() : null
    return till.add((no) => ({ ...cart, no, currency, goodsMinor, status, cancelledAt, backMinor: 0, restocked: 0 }))
  }

  return {
    adapter: createShopifyAdapter({ fetchShop, names, clock: now, config: settingsOf(shop.url, tokens) }),
    goods: GOODS,
    currency,
    carried: (link) => carts.read(link).attributes,
    pay: async (link) => deliver('order', 'orders/paid', toWebhook(order(carts.read(link), 'paid'))),
    authorise: async (link) => deliver('order', 'orders/create', toWebhook(order(carts.read(link), 'authorized'))),
    ...moneyBack(till, tokens.admin !== false ? refunds.givenBack : () => null),
    cancel: async (link) => deliver('order', 'orders/cancelled', toWebhook(order(carts.read(link), 'voided'))),
    changeStock: (available) => moved(shelves.put([available])),
    places: tokens.admin === false && !tokens.storefront ? 'nothing' : 'sum',
    putAt: (...units) => moved(shelves.put(units)),
    sign,
    payUnder: async (link, name) =>
      deliver('order', 'orders/paid', toWebhook(order(rename(carts.read(link), name), 'paid'))),
    async priceEndsAt(link) {
      const { code } = carts.read(link)
      return code === null ? null : discounts.endsAt(code)
    },
    fenced: () => null,
    change: shelf.change,
    ...lookOf(shop),
  }
}
