// A WooCommerce shop as its published requests, answers and webhooks show it.
import { createHmac } from 'node:crypto'
import type { Delivery } from '../checkout.ts'
import { createHoldNames } from '../handoff/holdNames.ts'
import { toDecimal, toMinor } from '../money.ts'
import { createShopFetch } from '../shopFetch.ts'
import { LINE_NAME } from '../kinds/woo/orderHolds.ts'
import { createWooAdapter } from '../kinds/woo/woo.ts'
import { fill, readFixtures } from './fixtures.ts'
import { createShelf, createTill, type Line, type Shelf, SHIPPING_MINOR, type Till } from './sales.ts'
import { ENDPOINT, type Good, type ShopStand } from './shopStand.ts'
import { type Asked, lookOf, startStandIn, Status } from './standIn.ts'
import { createWooRefundBook, type Refundable, toRefunds } from './wooRefunds.ts'
import { claimsOf, createPluginSide, PLUGIN_SECRET } from './wooPluginSide.ts'
import { WELL_SET, wooSettings } from './wooSettings.ts'

const FIXTURES = readFixtures(
  ['fixtures.json', 'fixtures.plugin.json'].map((name) => new URL(`../kinds/woo/${name}`, import.meta.url)),
)
const SECRET = 'a webhook secret'
const KEYS = {
  shopEndpointId: ENDPOINT,
  wooWebhookSecret: SECRET,
  wooConsumerKey: 'ck_test_key',
  wooConsumerSecret: 'cs_test_secret',
}
const GOODS: readonly [Good, Good] = [
  { sku: 'wp-pennant', externalId: '34', shopPriceMinor: 1105 },
  { sku: 'hoodie-blue', externalId: '36', shopPriceMinor: 4500 },
]

interface Coupon {
  readonly id: number
  readonly code: string
  readonly discount_type: 'fixed_product' | 'fixed_cart'
  readonly amount: string
  readonly date_expires: string
  readonly usage_limit: number
  readonly usage_count: number
  readonly product_ids: readonly number[]
  readonly limit_usage_to_x_items?: number
  readonly minimum_amount?: string
}

interface Order extends Refundable {
  /** Null: not yet. */
  readonly datePaid: string | null
  readonly code: string
  /** Of the hold, on its line; null: the plugin is not there. */
  readonly name: string | null
}

interface Basket {
  readonly lines: readonly Line[]
  readonly shelf: Shelf
  readonly currency: string
}

function worth(coupon: Coupon, { lines, shelf, currency }: Basket): number {
  const amount = toMinor(coupon.amount, currency) ?? 0
  if (coupon.discount_type === 'fixed_cart')
    return shelf.sumOf(lines) < (toMinor(coupon.minimum_amount ?? '0', currency) ?? 0) ? 0 : amount
  const units = lines
    .filter(({ id }) => coupon.product_ids.includes(Number(id)))
    .reduce((sum, { quantity }) => sum + quantity, 0)
  return amount * Math.min(units, coupon.limit_usage_to_x_items ?? units)
}

/** Where the shop is, ahead of GMT: what comes without a zone is meant in its own time. */
const SHOP_AHEAD_MS = 8 * 3_600_000

/** When it ends, ms since the epoch; a date that was sent by another name was never taken down: never. */
function endOf({ date_expires }: Partial<Coupon>): number {
  if (date_expires === undefined) return Infinity
  return /(Z|[+-]\d\d:\d\d)$/.test(date_expires)
    ? Date.parse(date_expires)
    : Date.parse(`${date_expires}Z`) - SHOP_AHEAD_MS
}

/** A saved coupon as the shop shows it. */
function shown(coupon: Coupon) {
  const at = endOf(coupon)
  const text = (ms: number) => (Number.isFinite(ms) ? new Date(ms).toISOString().slice(0, 19) : null)
  return { id: coupon.id, code: coupon.code, date_expires: text(at + SHOP_AHEAD_MS), date_expires_gmt: text(at) }
}

function createCoupons(now: () => number, of: Omit<Basket, 'lines'>) {
  const byCode = new Map<string, Coupon>()
  const isAlive = (coupon: Coupon) => endOf(coupon) > now() && coupon.usage_count < coupon.usage_limit
  const bodyOf = (asked: Asked) => asked.body as Coupon
  const byId = (asked: Asked) => [...byCode.values()].find(({ id }) => String(id) === asked.parts[0])

  return {
    answerers: {
      findCoupon(asked: Asked) {
        const known = byCode.get((asked.query.get('code') ?? '').toLowerCase())
        return known === undefined ? [] : [{ id: known.id, code: known.code, usage_count: known.usage_count }]
      },
      createCoupon(asked: Asked) {
        const coupon = { ...bodyOf(asked), id: byCode.size + 1, usage_count: 0 }
        if (byCode.has(coupon.code)) throw new Status(400)
        byCode.set(coupon.code, coupon)
        return shown(coupon)
      },
      updateCoupon(asked: Asked) {
        const known = byId(asked)
        if (known === undefined) throw new Status(400, { code: 'woocommerce_rest_shop_coupon_invalid_id' })
        const changed = { ...known, ...bodyOf(asked) }
        byCode.set(known.code, changed)
        return shown(changed)
      },
      deleteCoupon(asked: Asked) {
        const known = byId(asked)
        if (known === undefined) throw new Status(404)
        byCode.delete(known.code)
        return { id: known.id, code: known.code }
      },
    },
    use(code: string, lines: readonly Line[]): number {
      const coupon = byCode.get(code)
      if (coupon === undefined || !isAlive(coupon)) return 0
      byCode.set(code, { ...coupon, usage_count: coupon.usage_count + 1 })
      return worth(coupon, { lines, ...of })
    },
    endsAt(code: string): number {
      const coupon = byCode.get(code)
      return coupon !== undefined && isAlive(coupon) ? endOf(coupon) : 0
    },
  }
}

/** One for all there is, or those of a basket. */
function linesOf({ name, goodsMinor, lines, currency }: Pick<Order, 'name' | 'goodsMinor' | 'lines' | 'currency'>) {
  const all = lines.length > 0 ? lines : [{ name, minor: goodsMinor }]
  return all.map((line, index) => ({
    id: index + 1,
    product_id: 34,
    quantity: 1,
    total: toDecimal(line.minor, currency),
    total_tax: '0.80',
    meta_data: line.name === null ? [] : [{ key: LINE_NAME, value: line.name }],
  }))
}

/** Lines as WooCommerce keeps them: after the discount, without tax. */
const toOrder = ({ no, code, name, status, datePaid, ...money }: Order) => ({
  id: no,
  status,
  date_paid: datePaid,
  currency: money.currency,
  prices_include_tax: false,
  total: toDecimal(money.goodsMinor + SHIPPING_MINOR, money.currency),
  line_items: linesOf({ name, ...money }),
  coupon_lines: code === '' ? [] : [{ id: 1, code, discount: '0.00', discount_tax: '0.00' }],
  refunds: toRefunds({ no, status, ...money }),
})

const PRODUCTS = [
  { id: 34, name: 'WordPress Pennant', sku: 'wp-pennant', type: 'simple', ...price('1105') },
  { id: 35, name: 'Hoodie', sku: '', type: 'variable', ...price('4500') },
]
const VARIATIONS = [
  {
    id: 36,
    name: 'Hoodie',
    parent: 35,
    type: 'variation',
    variation: 'Color: Blue',
    sku: 'hoodie-blue',
    ...price('4500'),
  },
]

function price(minor: string) {
  return { prices: { currency_code: 'USD', currency_minor_unit: 2, price: minor, regular_price: minor } }
}

function listed(asked: Asked): unknown {
  const [example] = (FIXTURES.exchanges.get('listProducts')?.answer.body ?? []) as readonly unknown[]
  const wanted = asked.query.get('type') === 'variation' ? VARIATIONS : PRODUCTS
  return wanted.map((product) => fill(example, product))
}

function sign(text: string, headers: Record<string, string> = { 'x-wc-webhook-topic': 'order.updated' }): Delivery {
  const body = Buffer.from(text)
  const signature = createHmac('sha256', SECRET).update(body).digest('base64')
  return { endpointId: ENDPOINT, body, headers: { ...headers, 'x-wc-webhook-signature': signature } }
}

function deliver(name: string, values: unknown): Delivery {
  const webhook = FIXTURES.webhooks.get(name)
  return sign(JSON.stringify(fill(webhook?.body, values)), webhook?.headers)
}

const toStockNews = (available: number) => deliver('product', { id: 34, manage_stock: true, stock_quantity: available })

function changes(till: Till<Order>) {
  const tell = (change: (last: Order) => Order) => Promise.resolve(deliver('order', toOrder(till.replaceLast(change))))
  return {
    capture: () => tell((last) => ({ ...last, status: 'processing', datePaid: '2026-11-22T20:00:00' })),
    refund: () => tell((last) => ({ ...last, status: 'refunded' })),
    refundPart: (minor: number) => tell((last) => ({ ...last, backs: [...last.backs, { minor, reason: '' }] })),
    cancelPaid: () => tell((last) => ({ ...last, status: 'cancelled' })),
  }
}

function follow(link: string) {
  const { searchParams } = new URL(link)
  const pairs = (searchParams.get('products') ?? '').split(',').map((pair) => pair.split(':'))
  const lines = pairs.map(([id = '', quantity = '']) => ({ id, quantity: Number(quantity) }))
  return { lines, code: searchParams.get('coupon') ?? '' }
}

interface Counter {
  readonly now: () => number
  readonly currency: string
  readonly shelf: Shelf
  readonly coupons: ReturnType<typeof createCoupons>
  readonly plugin: ReturnType<typeof createPluginSide>
  readonly till: Till<Order>
}

/** A buyer follows the link and places an order of this status. */
function createCounter({ now, currency, shelf, coupons, plugin, till }: Counter) {
  return (link: string, status: string, code = follow(link).code): Order => {
    const [{ lines: wanted }, claims] = [follow(link), claimsOf(link)]
    const goodsMinor = claims === null ? shelf.sumOf(wanted) - coupons.use(code, wanted) : plugin.priceOf(claims)
    const datePaid = status === 'processing' ? new Date(now()).toISOString().slice(0, 19) : null
    const name = claims?.jti ?? null
    const parts = claims === null ? [] : plugin.linesOf(claims)
    // What the shop takes off by itself is in one line's sum.
    const lines = new Set(parts.map((part) => part.name)).size > 1 ? parts : []
    const none = { backs: [], restocked: 0 }
    return till.add((no) => ({ no, currency, goodsMinor, code, name, lines, status, datePaid, ...none }))
  }
}

export const startWooWithPlugin = (now: () => number) => startWoo(now, WELL_SET, PLUGIN_SECRET)

export async function startWoo(
  now: () => number,
  settings = WELL_SET,
  wooPluginSecret: string | null = null,
): Promise<ShopStand> {
  const shelf = createShelf(GOODS)
  const { currency } = settings
  const coupons = createCoupons(now, { shelf, currency })
  const plugin = createPluginSide(shelf, currency)
  const till = createTill<Order>()
  const refunds = createWooRefundBook(till)
  const listOrders = () => till.all().map(toOrder)
  const answerers = {
    ...coupons.answerers,
    ...refunds.answerers,
    ...wooSettings(settings),
    ...plugin.answerers,
    listOrders,
    listProducts: listed,
  }
  const shop = await startStandIn(FIXTURES, answerers)
  const config = { ...KEYS, shopUrl: shop.url, wooPluginSecret }
  const names = await createHoldNames({ secret: () => Promise.resolve('a key of this test') })
  const order = createCounter({ now, currency, shelf, coupons, plugin, till })

  return {
    adapter: createWooAdapter({ fetchShop: createShopFetch({ allowed: [shop.url] }), names, clock: now, config }),
    ...{ goods: GOODS, carried: () => null },
    currency,
    pay: async (link) => deliver('order', toOrder(order(link, 'processing'))),
    authorise: async (link) => deliver('order', toOrder(order(link, 'on-hold'))),
    ...changes(till),
    givenBack: refunds.givenBack,
    cancel: async (link) => deliver('order', toOrder(order(link, 'cancelled'))),
    changeStock: toStockNews,
    // WooCommerce itself knows no places; what adds them up writes this number.
    places: 'sum',
    putAt: (first, second) => toStockNews(first + second),
    sign,
    payUnder: async (link, name) =>
      claimsOf(link) === null ? deliver('order', toOrder(order(link, 'processing', name))) : null,
    async priceEndsAt(link) {
      const claims = claimsOf(link)
      return claims === null ? coupons.endsAt(follow(link).code) : plugin.endsAt(claims)
    },
    fenced: () => null,
    change: shelf.change,
    ...lookOf(shop),
  }
}
