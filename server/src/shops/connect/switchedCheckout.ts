// The one checkout over shops that can change while the server runs: hand-offs go to the shop in use, what was handed out stays with its own.
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Checkout, Delivery, Handoff, ShopFact, ShopNews } from '../checkout.ts'
import { isTestHold } from '../../domain/testHold.ts'
import type { ConnectionRecords } from '../records/connectionRecords.ts'
import { BY_ENVIRONMENT } from '../records/connections.ts'
import type { LiveShop, LiveShops } from './liveShops.ts'
import { holdsOf } from '../handoff/basket.ts'
import { NO_SHOP } from './noShop.ts'

export interface SwitchedNeeds {
  readonly live: Pick<LiveShops, 'current' | 'all' | 'keyProblem'>
  readonly records: Pick<ConnectionRecords, 'noteWay' | 'waysOf'>
}

/** Drafts have no holds but the round trip's own: what else is said of them only proves that it arrives. */
const isOfTrip = (news: ShopNews) => 'holdId' in news && isTestHold(news.holdId)

function verifyBy(shops: readonly LiveShop[], delivery: Delivery): ReturnType<Checkout['verify']> {
  let refused: ReturnType<Checkout['verify']> = refuse('ENDPOINT_NOT_FOUND')
  for (const { state, checkout } of shops) {
    const said = checkout.verify(delivery)
    if (said.ok) return state === 'draft' ? grant(said.value.filter(isOfTrip)) : said
    // It is proven and cannot be read: nobody else can.
    if (said.code === 'BAD_INPUT') return said
    if (said.code === 'BAD_SIGNATURE') refused = said
  }
  return refused
}

type ReadOrder = Awaited<ReturnType<Checkout['readOrder']>>

/** What all of them know together; a shop that does not answer may know more. */
async function readAll(shops: readonly LiveShop[], handoff: Handoff): Promise<ReadOrder> {
  const read = await Promise.all(shops.map(({ checkout }) => checkout.readOrder(handoff)))
  const silent = read.find((one) => !one.ok && one.code !== 'SHOP_CANNOT')
  const facts = read.flatMap((one): readonly ShopFact[] => (one.ok ? one.value : []))
  if (facts.length > 0) return grant(facts)
  return silent ?? (read.some(({ ok }) => ok) ? grant([]) : refuse('SHOP_CANNOT'))
}

/** Which shops a hold was handed out by, and which of them has an order. */
function createRouting({ live, records }: SwitchedNeeds) {
  /** The latest first. */
  async function shopsOf(holdId: HoldId): Promise<readonly LiveShop[]> {
    const ways = await records.waysOf(holdId)
    const ids = ways.length === 0 ? [BY_ENVIRONMENT] : ways
    return ids.flatMap((id) => live.all().filter((shop) => shop.id === id))
  }

  /** An order's number may be known at two shops: which of them has this hold's. */
  async function shopOfOrder(handoff: Handoff, orderId: string): Promise<LiveShop | undefined> {
    const shops = await shopsOf(handoff.holdId)
    if (shops.length < 2) return shops[0]
    const read = await Promise.all(shops.map(({ checkout }) => checkout.readOrder(handoff)))
    const has = (one: ReadOrder) => one.ok && one.value.some((fact) => 'orderId' in fact && fact.orderId === orderId)
    return shops[read.findIndex(has)] ?? shops[0]
  }

  const gone = (): Outcome<never, 'SHOP_CANNOT' | 'SHOP_UNREACHABLE'> =>
    live.keyProblem() === null ? refuse('SHOP_CANNOT') : refuse('SHOP_UNREACHABLE', { detail: { why: 'no key' } })
  return { shopsOf, shopOfOrder, gone }
}

/** What belongs to a hold is asked of the shop that it went to. */
function ofHolds(needs: SwitchedNeeds): Pick<Checkout, 'endHandoff' | 'readOrder' | 'refundTo'> {
  const { shopsOf, shopOfOrder, gone } = createRouting(needs)
  return {
    async endHandoff(holdId) {
      const ended = await Promise.all((await shopsOf(holdId)).map(({ checkout }) => checkout.endHandoff(holdId)))
      return ended.find(({ ok }) => !ok) ?? grant(null)
    },
    async readOrder(handoff) {
      const shops = await shopsOf(handoff.holdId)
      return shops.length === 0 ? gone() : readAll(shops, handoff)
    },
    async refundTo(order) {
      const shop = await shopOfOrder({ holdId: order.holdId, handedAt: 0 }, order.orderId)
      return shop === undefined ? gone() : shop.checkout.refundTo(order)
    },
  }
}

export function createSwitchedCheckout(needs: SwitchedNeeds): Checkout {
  const { live, records } = needs
  const now = () => live.current()?.checkout ?? NO_SHOP
  const publicKeys = () => live.all().map(({ checkout }) => checkout.publicKeys())

  return {
    ...ofHolds(needs),
    get answers() {
      return now().answers
    },
    async linkTo(hold, visit) {
      const shop = live.current()
      if (shop === null) return NO_SHOP.linkTo(hold, visit)
      // Before anything is made there: what is written down can be ended, also after a crash between the two.
      await Promise.all(holdsOf(hold).map(({ id }) => records.noteWay({ holdId: id, connectionId: shop.id })))
      return shop.checkout.linkTo(hold, visit)
    },
    verify: (delivery) => verifyBy(live.all(), delivery),
    setFence: (fence) => now().setFence(fence),
    readStock: (externalId) => now().readStock(externalId),
    readCatalogue: () => now().readCatalogue(),
    keepWebhooks: (address) => {
      // The last part of the address is the endpoint, which each connection has of its own.
      const endpointId = live.current()?.settings.shopEndpointId ?? ''
      return now().keepWebhooks(new URL(endpointId, address).href)
    },
    test: () => now().test(),
    // The studio's own, the same whichever shop asks for them.
    publicKeys: () => publicKeys().find(({ keys }) => keys.length > 0) ?? { keys: [] },
  }
}
