// The one checkout over shops that can change while the server runs: hand-offs go to the shop in use, what was handed out stays with its own.
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import { grant, type Refusal, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Checkout, Delivery, Handoff, OrderToRefund, ShopFact, ShopNews } from '../checkout.ts'
import { isTestHold } from '../../domain/testHold.ts'
import type { ConnectionRecords } from '../records/connectionRecords.ts'
import { BY_ENVIRONMENT } from '../records/connections.ts'
import type { LiveShop, LiveShops } from './liveShops.ts'
import { holdsOf } from '../handoff/basket.ts'
import { NO_SHOP } from './noShop.ts'

export interface SwitchedNeeds {
  readonly live: Pick<LiveShops, 'current' | 'all' | 'keyProblem'>
  readonly records: Pick<ConnectionRecords, 'noteWay' | 'waysOf' | 'toldBy'>
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

type RefundRefusal = Refusal<'SHOP_CANNOT' | 'SHOP_UNREACHABLE'>

/** Which shops a hold was handed out by, and which of them has an order. */
function createRouting({ live, records }: SwitchedNeeds) {
  /** The latest first. */
  async function idsOf(holdId: HoldId): Promise<readonly string[]> {
    const ways = await records.waysOf(holdId)
    return ways.length === 0 ? [BY_ENVIRONMENT] : ways
  }
  const liveIn = (ids: readonly string[]) => ids.flatMap((id) => live.all().filter((shop) => shop.id === id))
  const shopsOf = async (holdId: HoldId) => liveIn(await idsOf(holdId))

  /** The others would take the same number for the order of somebody else. */
  async function shopOfOrder({ holdId, orderId }: OrderToRefund): Promise<LiveShop | RefundRefusal> {
    const ids = await idsOf(holdId)
    const shops = liveIn(ids)
    if (ids.length < 2) return shops[0] ?? gone()
    const endpointId = await records.toldBy({ holdId, orderId })
    if (endpointId !== null) return shops.find(({ settings }) => settings.shopEndpointId === endpointId) ?? gone()
    const read = await Promise.all(shops.map(({ checkout }) => checkout.readOrder({ holdId, handedAt: 0 })))
    const has = (one: ReadOrder) => one.ok && one.value.some((fact) => 'orderId' in fact && fact.orderId === orderId)
    const silent = read.find((one) => !one.ok && one.code !== 'SHOP_CANNOT')
    return shops[read.findIndex(has)] ?? (silent === undefined ? refuse('SHOP_CANNOT') : refuse('SHOP_UNREACHABLE'))
  }

  const gone = () =>
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
      const shop = await shopOfOrder(order)
      return 'checkout' in shop ? shop.checkout.refundTo(order) : shop
    },
  }
}

export function createSwitchedCheckout(needs: SwitchedNeeds): Checkout {
  const { live, records } = needs
  const now = () => live.current()?.checkout ?? NO_SHOP

  /** What was made for it at another shop ends, so that it is not paid at both; one that does not answer is asked again later. */
  async function leaveBy(shop: LiveShop, holdId: HoldId): Promise<void> {
    const before = await records.waysOf(holdId)
    await records.noteWay({ holdId, connectionId: shop.id })
    const others = live.all().filter(({ id }) => id !== shop.id && before.includes(id))
    await Promise.all(others.map(({ checkout }) => checkout.endHandoff(holdId)))
  }
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
      await Promise.all(holdsOf(hold).map(({ id }) => leaveBy(shop, id)))
      return shop.checkout.linkTo(hold, visit)
    },
    verify: (delivery) => verifyBy(live.all(), delivery),
    setFence: (fence) => now().setFence(fence),
    othersApart: () => now().othersApart(),
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
