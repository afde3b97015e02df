// A Medusa 2 shop as its published requests and answers show it, with the subscriber that posts its orders.
import { randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import type { Delivery } from '../checkout.ts'
import { createHoldNames } from '../handoff/holdNames.ts'
import { createMedusaAdapter } from '../kinds/medusa/medusa.ts'
import { createShopFetch } from '../shopFetch.ts'
import { fill, readFixtures } from './fixtures.ts'
import { createMedusaRefundBook, type Refundable, withPart } from './medusaRefunds.ts'
import { createTill, sumOf, type Till } from './sales.ts'
import { ENDPOINT, type Good, type ShopStand } from './shopStand.ts'
import { type Asked, startStandIn, Status } from './standIn.ts'

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

function createPromotions(now: () => number, isTaxInside: boolean) {
  const byId = new Map<string, Promotion>()
  let made = 0
  const find = (code: string | undefined) => [...byId].find(([, promotion]) => promotion.code === code)
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
    use(code: string | undefined): number {
      const known = find(code)
      if (known === undefined || !isAlive(known[1])) return 0
      byId.set(known[0], { ...known[1], limit: known[1].limit - 1 })
      const minor = Math.round(known[1].application_method.value * 100)
      // As published: without the field the tax of what is taken off is taken off as well, where prices have it in them.
      return isTaxInside && known[1].is_tax_inclusive !== true ? Math.round(minor * WITH_TAX) : minor
    },
    endsAt(code: string): number {
      const promotion = find(code)?.[1]
      return promotion !== undefined && isAlive(promotion) ? Date.parse(promotion.campaign.ends_at) : 0
    },
  }
}

function createReservations() {
  let ours: { quantity: number; description: string; metadata?: object } | null = null
  const others = { id: 'resitem_of_others', quantity: 2, description: 'VIP' }
  return {
    answerers: {
      listReservations: () => ({ reservations: ours === null ? [others] : [others, { id: 'resitem_1', ...ours }] }),
      createReservation(asked: Asked) {
        if (ours !== null) throw new Status(409)
        const { quantity, description, metadata } = asked.body as {
          quantity: number
          description: string
          metadata: object
        }
        ours = { quantity, description, metadata }
        return null
      },
      updateReservation(asked: Asked) {
        if (ours === null || asked.parts[0] !== 'resitem_1') throw new Status(404)
        ours = { ...ours, quantity: (asked.body as { quantity: number }).quantity }
        return null
      },
      deleteReservation(asked: Asked) {
        if (ours === null || asked.parts[0] !== 'resitem_1') throw new Status(404)
        ours = null
        return null
      },
    },
    units: () => ours?.quantity ?? 0,
  }
}

/** The shop's prices are without tax, which comes on top. */
const toOrder = ({ no, goodsMinor, metadata, paymentStatus, status, backMinor }: Order) => ({
  id: `order_${no}`,
  status,
  payment_status: paymentStatus,
  currency_code: 'usd',
  metadata,
  item_total: (goodsMinor + 120) / 100,
  item_tax_total: 1.2,
  items: [{ id: 'ordli_1', variant_id: 'variant_01', quantity: 1, is_tax_inclusive: false }],
  payment_collections: [{ id: 'pay_col_1', refunded_amount: backMinor / 100 }],
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
  /** The shop's prices have the tax in them. */
  readonly isTaxInside?: boolean
  readonly locationId?: string
}

const LOCATION = 'sloc_01'

function readLocation({ parts: [id] }: Asked) {
  if (id !== LOCATION)
    throw new Status(404, { type: 'not_found', message: `StockLocation with id: ${id} was not found` })
  return null
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
    medusaLocationId: tokens.admin ? (tokens.locationId ?? LOCATION) : null,
  }
}

function createCarts(isTaxInside: boolean) {
  const made: Cart[] = []
  return {
    answerers: {
      createCart(asked: Asked) {
        made.push({ ...(asked.body as Cart), promo_codes: [] })
        return { cart: { id: `cart_${made.length}`, items: [{ is_tax_inclusive: isTaxInside }] } }
      },
      applyPromotions(asked: Asked) {
        const cart = made[Number(asked.parts[0]?.replace('cart_', '')) - 1]
        if (cart === undefined) throw new Status(404)
        cart.promo_codes = (asked.body as { promo_codes: string[] }).promo_codes
        return null
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

const listVariants = (asked: Asked) => ({
  variants: [{ id: asked.query.get('id'), inventory_items: [{ inventory_item_id: 'iitem_01', required_quantity: 1 }] }],
})

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
    refund: () => tell((last) => ({ ...last, paymentStatus: 'refunded' })),
    refundPart: (minor: number) => tell((last) => withPart(last, minor)),
    givenBack,
  }
}

export async function startMedusa(now: () => number, tokens: MedusaTokens): Promise<ShopStand> {
  const isTaxInside = tokens.isTaxInside === true
  const promotions = createPromotions(now, isTaxInside)
  const reservations = createReservations()
  const carts = createCarts(isTaxInside)
  const till = createTill<Order>()
  const refunds = createMedusaRefundBook(till)
  const shop = await startStandIn(FIXTURES, {
    ...promotions.answerers,
    ...reservations.answerers,
    ...carts.answerers,
    ...refunds.answerers,
    listOrders: () => listed(till.all()),
    listVariants,
    readLocation,
  })
  const names = await createHoldNames({ secret: () => Promise.resolve('a key of this test') })
  const fetchShop = createShopFetch({ allowed: [shop.url] })

  function order({ items, promo_codes, metadata }: Cart, [paymentStatus, status]: readonly [string, string]): Order {
    const lines = items.map(({ variant_id, quantity }) => ({ id: variant_id, quantity }))
    const goodsMinor = sumOf(lines, GOODS) - promotions.use(promo_codes[0])
    const units = items.reduce((sum, { quantity }) => sum + quantity, 0)
    return till.add((no) => ({ no, goodsMinor, metadata, paymentStatus, status, backMinor: 0, units }))
  }

  return {
    adapter: createMedusaAdapter({ fetchShop, names, clock: now, config: settingsOf(shop.url, tokens) }),
    goods: GOODS,
    currency: 'USD',
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
    fenced: () => (tokens.admin ? reservations.units() : null),
    setDown: shop.setDown,
    complaints: shop.complaints,
    close: shop.close,
  }
}
