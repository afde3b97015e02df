// A Medusa 2 shop as its published requests and answers show it, with the subscriber that posts its orders.
import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import type { Delivery, ShopAdapter } from '../checkout.ts'
import { createHoldNames } from '../handoff/holdNames.ts'
import { createMedusaAdapter } from '../kinds/medusa/medusa.ts'
import { createShopFetch } from '../shopFetch.ts'
import { fill, readFixtures } from './fixtures.ts'
import { type Cart, createCarts, createSums } from './medusaCarts.ts'
import type { MedusaTokens } from './medusaSettings.ts'
import { createWarehouse, PLACES, soldAs, type Reservation } from './medusaStock.ts'
import {
  createMedusaRefundBook,
  owedOf,
  paymentStatusOf,
  type Refundable,
  toCollection,
  toLines,
  toMoney,
  withPart,
  withTaken,
} from './medusaRefunds.ts'
import { createShelf, createTill, type Till } from './sales.ts'
import { ENDPOINT, type Good, type ShopStand } from './shopStand.ts'
import { lookOf, type StandIn, startStandIn, Status } from './standIn.ts'

const FIXTURES = readFixtures([new URL('../kinds/medusa/fixtures.json', import.meta.url)])
const SECRET = `whsec_${randomBytes(32).toString('base64')}`
const GOODS: readonly [Good, Good] = [
  { sku: 'SHIRT-S-BLACK', externalId: 'variant_01', shopPriceMinor: 1500 },
  { sku: 'SHIRT-M-BLACK', externalId: 'variant_02', shopPriceMinor: 1550 },
]

type Order = Refundable

/** The shop's prices are without tax, which comes on top. */
const toOrder = (order: Order) => ({
  id: `order_${order.no}`,
  status: order.status,
  payment_status: paymentStatusOf(order),
  metadata: order.metadata,
  ...toMoney(order),
  items: toLines(order),
  payment_collections: [toCollection(order)],
})

let sent = 0

function sign(text: string): Delivery {
  const [id, at] = [`msg_${(sent += 1)}`, new Date()]
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(SECRET).sign(id, at, text),
  }
  return { endpointId: ENDPOINT, body: Buffer.from(text), headers }
}

function deliver(type: string, order: Order): Delivery {
  const example = FIXTURES.webhooks.get('order')?.body
  return sign(JSON.stringify(fill(example, { type, data: { order: toOrder(order) } })))
}

export interface MedusaStand extends ShopStand {
  reservations(): readonly Reservation[]
  /** Somebody at the shop deletes what is reserved for us. */
  dropReservations(): void
  readonly url: string
  revokeSecret(): void
  /** Staff of the shop take a part of the money of the order that was placed last; what the shop posts. */
  capturePart(minor: number): Promise<Delivery>
  /** The adapter of another process, or of other settings, of the same studio. */
  with(tokens: MedusaTokens): ShopAdapter
  /** The adapter of another studio at the same shop. */
  readonly otherStudio: ShopAdapter
}

function settingsOf(medusaUrl: string, tokens: MedusaTokens) {
  return {
    shopUrl: 'https://store.test',
    medusaUrl,
    shopEndpointId: ENDPOINT,
    shopWebhookSecret: SECRET,
    medusaPublishableKey: 'pk_test',
    medusaRegionId: 'reg_01',
    medusaAdminToken: tokens.admin ? 'sk_test_admin' : null,
    medusaLocationId: tokens.admin ? (tokens.locationId === undefined ? PLACES[0] : tokens.locationId) : null,
  }
}

const EXAMPLE = (FIXTURES.exchanges.get('listOrders')?.answer.body as { orders: object[] }).orders[0]

function listed(orders: readonly Order[]) {
  return { count: orders.length, orders: orders.map((one) => ({ ...EXAMPLE, ...toOrder(one) })) }
}

function moneyBack(till: Till<Order>, givenBack: ShopStand['givenBack']) {
  const tell = (change: (last: Order) => Order, type = 'payment.refunded') =>
    Promise.resolve(deliver(type, till.replaceLast(change)))
  return {
    cancelPaid: () => tell((last) => ({ ...last, status: 'canceled' }), 'order.canceled'),
    capture: () => tell(withTaken, 'payment.captured'),
    capturePart: (minor: number) => tell((last) => withTaken(last, minor), 'payment.captured'),
    refund: () => tell((last) => ({ ...last, backMinor: owedOf(last) })),
    refundPart: (minor: number) => tell((last) => withPart(last, minor)),
    givenBack,
  }
}

function settingUp(tokens: MedusaTokens, summed: () => number | null) {
  return {
    listKeys: () => (tokens.channels === undefined ? null : { api_keys: [{ sales_channels: tokens.channels }] }),
    listProducts: () => soldAs(FIXTURES, tokens, summed()),
  }
}

const doorOf = ({ url, refuse }: StandIn) => ({
  url,
  revokeSecret: () => refuse('/admin', new Status(401, { message: 'Unauthorized' })),
})

function inStock({ ours, dropOurs, unitsOf, putAt }: ReturnType<typeof createWarehouse>, tokens: MedusaTokens) {
  const isApart = tokens.admin && tokens.locationId !== null
  const places = isApart ? ('first' as const) : ('sum' as const)
  return {
    places,
    putAt,
    reservations: ours,
    dropReservations: dropOurs,
    fenced: () => (isApart ? unitsOf('variant_01') : null),
  }
}

interface Counter {
  readonly currency: string
  readonly till: Till<Order>
  readonly take: (cart: Cart) => number
}

/** A buyer's cart becomes an order; paid at once, or not yet. */
function createCounter({ currency, till, take }: Counter) {
  function order(cart: Cart, status = 'pending'): Order {
    const { items, metadata } = cart
    const goodsMinor = take(cart)
    const units = items.reduce((sum, { quantity }) => sum + quantity, 0)
    const lines = items.map((line) => line.metadata)
    const bought = { currency, goodsMinor, metadata, lines, units }
    return till.add((no) => ({ no, ...bought, captures: [], status, backMinor: 0, noted: [] }))
  }
  return {
    order,
    paid(cart: Cart): Delivery {
      order(cart)
      return deliver('payment.captured', till.replaceLast(withTaken))
    },
  }
}

export async function startMedusa(now: () => number, tokens: MedusaTokens): Promise<MedusaStand> {
  const { currency = 'USD' } = tokens
  const warehouse = createWarehouse(tokens.kinds ?? {})
  const shelf = createShelf(GOODS)
  const sums = createSums(now, shelf, tokens)
  const carts = createCarts(tokens, sums.quote)
  const till = createTill<Order>()
  const refunds = createMedusaRefundBook(till)
  const shop = await startStandIn(FIXTURES, {
    ...sums.answerers,
    ...warehouse.answerers,
    ...carts.answerers,
    ...refunds.answerers,
    listOrders: () => listed(till.all()),
    ...settingUp(tokens, warehouse.summed),
  })
  const names = await createHoldNames({ secret: () => Promise.resolve('a key of this test') })
  const parts = { fetchShop: createShopFetch({ allowed: [shop.url] }), names, clock: now }
  const withSettings = (other: MedusaTokens) => createMedusaAdapter({ ...parts, config: settingsOf(shop.url, other) })

  const othersNames = await createHoldNames({ secret: () => Promise.resolve('a key of another studio') })
  const settings = settingsOf(shop.url, tokens)

  const { order, paid } = createCounter({ currency, till, take: sums.take })

  return {
    adapter: withSettings(tokens),
    ...doorOf(shop),
    with: withSettings,
    otherStudio: createMedusaAdapter({ ...parts, names: othersNames, config: settings }),
    goods: GOODS,
    currency,
    carried: (link) => carts.read(link).metadata,
    pay: async (link) => paid(carts.read(link)),
    authorise: async (link) => deliver('order.placed', order(carts.read(link))),
    ...moneyBack(till, tokens.admin ? refunds.givenBack : () => null),
    cancel: async (link) => deliver('order.canceled', order(carts.read(link), 'canceled')),
    changeStock: () => null,
    sign,
    payUnder: async (link, name) => paid({ ...carts.read(link), metadata: { lantern_hold: name } }),
    async priceEndsAt(link) {
      const [code] = carts.read(link).promo_codes
      return code === undefined ? null : sums.endsAt(code)
    },
    ...inStock(warehouse, tokens),
    change: shelf.change,
    ...lookOf(shop),
  }
}
