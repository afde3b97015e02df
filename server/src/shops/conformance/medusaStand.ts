// A Medusa 2 shop as its published requests and answers show it, with the subscriber that posts its orders.
import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import type { Delivery, ShopAdapter } from '../checkout.ts'
import { createHoldNames } from '../handoff/holdNames.ts'
import { createMedusaAdapter } from '../kinds/medusa/medusa.ts'
import { toMinor } from '../money.ts'
import { createShopFetch } from '../shopFetch.ts'
import { fill, readFixtures } from './fixtures.ts'
import { createWarehouse, PLACES, soldAs, type Reservation, type VariantKind } from './medusaStock.ts'
import { createMedusaRefundBook, type Refundable, toCollection, TAX_MINOR, toMoney, withPart } from './medusaRefunds.ts'
import { createShelf, createTill, type Till, toMajor } from './sales.ts'
import { ENDPOINT, type Good, type ShopStand } from './shopStand.ts'
import { type Asked, lookOf, type StandIn, startStandIn, Status } from './standIn.ts'

const FIXTURES = readFixtures([new URL('../kinds/medusa/fixtures.json', import.meta.url)])
const SECRET = `whsec_${randomBytes(32).toString('base64')}`
const GOODS: readonly [Good, Good] = [
  { sku: 'SHIRT-S-BLACK', externalId: 'variant_01', shopPriceMinor: 1500 },
  { sku: 'SHIRT-M-BLACK', externalId: 'variant_02', shopPriceMinor: 1550 },
]

interface Promotion {
  readonly code: string
  readonly limit: number
  readonly is_tax_inclusive?: boolean
  readonly campaign: { readonly ends_at: string }
  readonly application_method: { readonly value: number }
}

interface Cart {
  readonly items: readonly { variant_id: string; quantity: number }[]
  promo_codes: readonly string[]
  readonly metadata: Readonly<Record<string, string>>
}

interface Order extends Refundable {
  readonly metadata: Readonly<Record<string, string>>
}

const WITH_TAX = 1.19

function createPromotions(now: () => number, { isTaxInside, currency = 'USD' }: MedusaTokens) {
  const byId = new Map<string, Promotion>()
  let made = 0
  const find = (code: string | undefined) => [...byId].find(([, promotion]) => promotion.code === code)
  const worth = (code: string | undefined): number => {
    const known = find(code)?.[1]
    if (known === undefined || !isAlive(known)) return 0
    const minor = toMinor(known.application_method.value, currency) ?? 0
    // As published: without the field the tax of what is taken off is taken off as well, where prices have it in them.
    return isTaxInside === true && known.is_tax_inclusive !== true ? Math.round(minor * WITH_TAX) : minor
  }
  const isAlive = ({ campaign, limit }: Promotion) => Date.parse(campaign.ends_at) > now() && limit > 0

  return {
    answerers: {
      listPromotions(asked: Asked) {
        const known = find(asked.query.get('code') ?? '')
        return { promotions: known === undefined ? [] : [{ id: known[0], code: known[1].code }] }
      },
      createPromotion(asked: Asked) {
        const promotion = asked.body as Promotion
        if (find(promotion.code) !== undefined) throw new Status(400)
        byId.set(`promo_${(made += 1)}`, promotion)
        return { promotion: { id: `promo_${made}`, code: promotion.code } }
      },
      deletePromotion(asked: Asked) {
        if (!byId.delete(asked.parts[0] ?? '')) throw new Status(404)
        return { id: asked.parts[0] }
      },
    },
    worth,
    use(code: string | undefined): number {
      const off = worth(code)
      const known = find(code)
      if (known !== undefined && off > 0) byId.set(known[0], { ...known[1], limit: known[1].limit - 1 })
      return off
    },
    endsAt(code: string): number {
      const promotion = find(code)?.[1]
      return promotion !== undefined && isAlive(promotion) ? Date.parse(promotion.campaign.ends_at) : 0
    },
  }
}

/** The shop's prices are without tax, which comes on top. */
const toOrder = (order: Order) => ({
  id: `order_${order.no}`,
  status: order.status,
  payment_status: order.paymentStatus,
  metadata: order.metadata,
  ...toMoney(order),
  items: [{ id: 'ordli_1', variant_id: 'variant_01', quantity: 1, is_tax_inclusive: false }],
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

export interface MedusaTokens {
  readonly admin: boolean
  readonly currency?: string
  /** The shop's prices have the tax in them. */
  readonly isTaxInside?: boolean
  /** Null: none is set. */
  readonly locationId?: string | null
  /** Those of the publishable key. */
  readonly channels?: readonly { readonly id: string; readonly name: string }[]
  /** How it sells a variant; else counted, and not beyond what there is. */
  readonly kinds?: Readonly<Record<string, VariantKind>>
  /** Nothing has a price in the region. */
  readonly isUnpriced?: boolean
}

export interface MedusaStand extends ShopStand {
  reservations(): readonly Reservation[]
  /** Somebody at the shop deletes what is reserved for us. */
  dropReservations(): void
  readonly url: string
  revokeSecret(): void
  /** The adapter of another process, or of other settings, of the same studio. */
  with(tokens: MedusaTokens): ShopAdapter
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

function createCarts({ isTaxInside, currency = 'USD' }: MedusaTokens, goodsOf: (cart: Cart) => number) {
  const made: Cart[] = []
  const shown = (cart: Cart) => {
    const item_total = toMajor(goodsOf(cart) + (isTaxInside === true ? 0 : TAX_MINOR), currency)
    const money = { currency_code: currency.toLowerCase(), item_total, item_tax_total: toMajor(TAX_MINOR, currency) }
    return { ...money, items: [{ is_tax_inclusive: isTaxInside === true }] }
  }
  return {
    answerers: {
      createCart(asked: Asked) {
        const cart = { ...(asked.body as Cart), promo_codes: [] }
        made.push(cart)
        return { cart: { id: `cart_${made.length}`, ...shown(cart) } }
      },
      applyPromotions(asked: Asked) {
        const cart = made[Number(asked.parts[0]?.replace('cart_', '')) - 1]
        if (cart === undefined) throw new Status(404)
        cart.promo_codes = (asked.body as { promo_codes: string[] }).promo_codes
        return { cart: { id: asked.parts[0], ...shown(cart) } }
      },
    },
    /** What a buyer finds behind the link. */
    read(link: string): Cart {
      const id = new URL(link).searchParams.get('cart_id') ?? ''
      const cart = made[Number(id.replace('cart_', '')) - 1]
      if (cart === undefined) throw new Error(`no cart ${id}`)
      return cart
    },
  }
}

const linesOf = ({ items }: Cart) => items.map(({ variant_id, quantity }) => ({ id: variant_id, quantity }))

const captured = ['captured', 'pending'] as const

const EXAMPLE = (FIXTURES.exchanges.get('listOrders')?.answer.body as { orders: object[] }).orders[0]

function listed(orders: readonly Order[]) {
  return { count: orders.length, orders: orders.map((one) => ({ ...EXAMPLE, ...toOrder(one) })) }
}

function moneyBack(till: Till<Order>, givenBack: ShopStand['givenBack']) {
  const tell = (change: (last: Order) => Order, type = 'payment.refunded') =>
    Promise.resolve(deliver(type, till.replaceLast(change)))
  return {
    cancelPaid: () => tell((last) => ({ ...last, status: 'canceled' }), 'order.canceled'),
    capture: () => tell((last) => ({ ...last, paymentStatus: 'captured' }), 'payment.captured'),
    refund: () => tell((last) => ({ ...last, paymentStatus: 'refunded' })),
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

export async function startMedusa(now: () => number, tokens: MedusaTokens): Promise<MedusaStand> {
  const { currency = 'USD' } = tokens
  const promotions = createPromotions(now, tokens)
  const warehouse = createWarehouse(tokens.kinds ?? {})
  const shelf = createShelf(GOODS)
  const carts = createCarts(tokens, (cart) => shelf.sumOf(linesOf(cart)) - promotions.worth(cart.promo_codes[0]))
  const till = createTill<Order>()
  const refunds = createMedusaRefundBook(till)
  const shop = await startStandIn(FIXTURES, {
    ...promotions.answerers,
    ...warehouse.answerers,
    ...carts.answerers,
    ...refunds.answerers,
    listOrders: () => listed(till.all()),
    ...settingUp(tokens, warehouse.summed),
  })
  const names = await createHoldNames({ secret: () => Promise.resolve('a key of this test') })
  const parts = { fetchShop: createShopFetch({ allowed: [shop.url] }), names, clock: now }
  const withSettings = (other: MedusaTokens) => createMedusaAdapter({ ...parts, config: settingsOf(shop.url, other) })

  function order(cart: Cart, [paymentStatus, status]: readonly [string, string]): Order {
    const { items, promo_codes, metadata } = cart
    const goodsMinor = shelf.sumOf(linesOf(cart)) - promotions.use(promo_codes[0])
    const units = items.reduce((sum, { quantity }) => sum + quantity, 0)
    return till.add((no) => ({ no, currency, goodsMinor, metadata, paymentStatus, status, backMinor: 0, units }))
  }

  return {
    adapter: withSettings(tokens),
    ...doorOf(shop),
    with: withSettings,
    goods: GOODS,
    currency,
    pay: async (link) => deliver('payment.captured', order(carts.read(link), captured)),
    authorise: async (link) => deliver('order.placed', order(carts.read(link), ['authorized', 'pending'])),
    ...moneyBack(till, tokens.admin ? refunds.givenBack : () => null),
    cancel: async (link) => deliver('order.canceled', order(carts.read(link), ['canceled', 'canceled'])),
    changeStock: () => null,
    sign,
    payUnder: async (link, name) =>
      deliver('payment.captured', order({ ...carts.read(link), metadata: { lantern_hold: name } }, captured)),
    async priceEndsAt(link) {
      const [code] = carts.read(link).promo_codes
      return code === undefined ? null : promotions.endsAt(code)
    },
    ...inStock(warehouse, tokens),
    change: shelf.change,
    ...lookOf(shop),
  }
}
