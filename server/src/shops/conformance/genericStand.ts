// Any shop that takes a signed hand-off and posts Standard Webhooks; and one with a UCP permalink instead.
import { z } from 'zod'
import { createHash, randomBytes } from 'node:crypto'
import { decodeJwt } from 'jose'
import { CodeMessage, HandoffClaims } from '@lantern/shared/contract/handoff.ts'
import { Webhook } from 'standardwebhooks'
import type { Delivery, ShopAdapter } from '../checkout.ts'
import { createGenericAdapter } from '../kinds/generic/generic.ts'
import { createHoldNames } from '../handoff/holdNames.ts'
import { createShopFetch, type ShopFetch } from '../shopFetch.ts'
import { createUcpAdapter } from '../kinds/ucp/ucp.ts'
import { readFixtures } from './fixtures.ts'
import { createShelf, createTill, type Line, type Shelf } from './sales.ts'
import { ENDPOINT, type Good, type ShopStand } from './shopStand.ts'
import { lookOf, type StandIn, startStandIn } from './standIn.ts'

const FIXTURES = readFixtures([new URL('../kinds/ucp/fixtures.json', import.meta.url)])
const WITH_CODES = readFixtures([
  new URL('../kinds/ucp/fixtures.json', import.meta.url),
  new URL('../kinds/ucp/fixtures.codes.json', import.meta.url),
])
const SECRET = `whsec_${randomBytes(32).toString('base64')}`
const GOODS: readonly [Good, Good] = [
  { sku: 'shirt-s', externalId: 'sku_123', shopPriceMinor: 19900 },
  { sku: 'shirt-m', externalId: 'gid://shop/Variant/70881412', shopPriceMinor: 20950 },
]

/** What the shop reads out of a link. */
interface Read {
  /** The hold as the link names it. */
  readonly name: string
  /** The holds of a basket, as the link has them. */
  readonly holds?: HandoffClaims['holds'] | undefined
  readonly goodsMinor: number
  /** Ms since the epoch; null: the link carries no price. */
  readonly priceEndsAt: number | null
}

interface Ways {
  readonly adapter: ShopAdapter
  readonly currency: string
  readonly shelf: Shelf
  read(link: string): Read
  /** The link with another name; null: it is signed. */
  rename(link: string, name: string): string | null
  carried(link: string): object
}

let sent = 0

function sign(body: string): Delivery {
  const id = `msg_${createHash('sha256').update(body).digest('hex').slice(0, 20)}_${(sent += 1)}`
  const at = new Date()
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(SECRET).sign(id, at, body),
  }
  return { endpointId: ENDPOINT, body: Buffer.from(body), headers }
}

function tell(type: string, data: object): Delivery {
  return sign(JSON.stringify({ type, timestamp: new Date().toISOString(), data }))
}

const changeStock = (available: number) => tell('stock.changed', { sku: 'shirt-s', available })

/** Its messages have one number: the shop adds up. */
const inStock = {
  changeStock,
  places: 'sum' as const,
  putAt: (first: number, second: number) => changeStock(first + second),
}

interface Order extends Read {
  readonly orderId: string
}

/** Whom a message is about. */
const about = ({ name, holds }: Read) => (holds === undefined ? { holdId: name } : { holds })

function createStand(shop: StandIn, { adapter, currency, shelf, read, rename, carried }: Ways): ShopStand {
  const till = createTill<Order>()

  const pay = (link: string, type = 'order.paid') =>
    placed(
      till.add((no) => ({ ...read(link), orderId: `A-${no}` })),
      type,
    )

  function placed({ goodsMinor, orderId, ...read }: Order, type: string): Delivery {
    const at = new Date().toISOString()
    const named = about({ ...read, goodsMinor })
    return tell(type, { ...named, orderId, amountMinor: goodsMinor, currency, items: [], at })
  }

  return {
    adapter,
    goods: GOODS,
    currency,
    pay: async (link) => pay(link),
    authorise: async (link) => pay(link, 'order.authorised'),
    capture: async () => placed(till.last(), 'order.paid'),
    async refund() {
      const last = till.replaceLast((order) => order)
      return tell('order.refunded', { ...about(last), orderId: last.orderId })
    },
    async refundPart(minor) {
      const last = till.last()
      return tell('order.refunded', { ...about(last), orderId: last.orderId, amountMinor: minor })
    },
    async cancelPaid() {
      const last = till.last()
      return tell('order.cancelled', { ...about(last), orderId: last.orderId })
    },
    givenBack: () => null,
    cancel: async (link) => tell('order.cancelled', about(read(link))),
    ...inStock,
    sign,
    async payUnder(link, name) {
      const renamed = rename(link, name)
      return renamed === null ? null : pay(renamed)
    },
    priceEndsAt: async (link) => read(link).priceEndsAt,
    carried,
    change: shelf.change,
    fenced: () => null,
    ...lookOf(shop),
  }
}

const Discounts = z.array(z.object({ amountMinor: z.number().int(), currency: z.string() }))

function readToken(link: string): Read {
  const token = new URL(link).searchParams.get('token') ?? ''
  const claims = HandoffClaims.parse(decodeJwt(token))
  const goodsMinor = claims.items.reduce((sum, { quantity, unitPriceMinor }) => sum + quantity * unitPriceMinor, 0)
  const offMinor = Discounts.parse(claims.discounts).reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const priceEndsAt = (decodeJwt(token).exp ?? 0) * 1000
  return { name: claims.jti, holds: claims.holds, goodsMinor: goodsMinor - offMinor, priceEndsAt }
}

function settingsOf(shop: StandIn) {
  return { shopUrl: shop.url, shopInternalUrl: shop.url, shopEndpointId: ENDPOINT, shopWebhookSecret: SECRET }
}

const allow = (shop: StandIn): ShopFetch => createShopFetch({ allowed: [shop.url] })

export async function startGeneric(now: () => number, currency = 'CNY'): Promise<ShopStand> {
  const shop = await startStandIn(FIXTURES, {})
  const config = {
    ...settingsOf(shop),
    shopAudience: 'shop',
    shopBasket: 'several' as const,
    handoffSecret: 'a secret of thirty-two characters',
  }
  const store = { secret: () => Promise.resolve('a key of this test') }
  const adapter = await createGenericAdapter({ store, clock: now, config, fetchShop: allow(shop) })
  const carried = (link: string) => HandoffClaims.parse(decodeJwt(new URL(link).searchParams.get('token') ?? ''))
  const ways = { read: readToken, rename: () => null, carried }
  return createStand(shop, { adapter, currency, shelf: createShelf(GOODS), ...ways })
}

function readItem(pair: string): Line {
  const [token = '', quantity = ''] = pair.split(':')
  const id = token.startsWith('~') ? Buffer.from(token.slice(1), 'base64url').toString('utf8') : token
  return { id, quantity: Number(quantity) }
}

/** As the standard says: items in the path, the rest by JSON pointers. */
function readPermalink(link: string, shelf: Shelf): Read {
  const url = new URL(link)
  const items = url.pathname.split('/').at(-1) ?? ''
  const lines = items.split(',').map(readItem)
  return { name: url.searchParams.get('attribution/ref') ?? '', goodsMinor: shelf.sumOf(lines), priceEndsAt: null }
}

/** Codes that were wanted, as the shop keeps them; an ended one is worth nothing. */
function createCodeBook() {
  const codes = new Map<string, { amountMinor: number; expiresAt: number }>()
  return {
    take(body: unknown): null {
      const { type, data } = CodeMessage.parse(body)
      if (type === 'code.wanted') codes.set(data.code, data)
      else codes.delete(data.code)
      return null
    },
    find: (code: string) => codes.get(code) ?? { amountMinor: 0, expiresAt: 0 },
  }
}

async function openUcp(now: () => number, currency: string, hasCodes: boolean): Promise<ShopStand> {
  const book = createCodeBook()
  const shop = await startStandIn(hasCodes ? WITH_CODES : FIXTURES, { code: ({ body }) => book.take(body) })
  const names = await createHoldNames({ secret: () => Promise.resolve('a key of this test') })
  const ucpCodesUrl = hasCodes ? `${shop.url}/lantern/codes` : null
  const config = { ...settingsOf(shop), ucpEndpointHost: 'merchant.example', ucpCodesUrl }
  const adapter = createUcpAdapter({ fetchShop: allow(shop), names, clock: now, config })
  const shelf = createShelf(GOODS)
  const rename = (link: string, name: string) => {
    const url = new URL(link)
    url.searchParams.set('attribution/ref', name)
    return url.href
  }
  const read = (link: string): Read => {
    const plain = readPermalink(link, shelf)
    const code = new URL(link).searchParams.get('discounts/codes/0')
    if (code === null) return plain
    const { amountMinor, expiresAt } = book.find(code)
    return { ...plain, goodsMinor: plain.goodsMinor - amountMinor, priceEndsAt: expiresAt }
  }
  const carried = (link: string) => Object.fromEntries(new URL(link).searchParams)
  return createStand(shop, { adapter, currency, shelf, read, rename, carried })
}

export const startUcp = (now: () => number, currency = 'CNY') => openUcp(now, currency, false)
export const startUcpWithCodes = (now: () => number, currency = 'CNY') => openUcp(now, currency, true)
