// A Medusa 2 shop: a cart made for the hold out, a promotion as the price, a subscriber's messages and the Admin API back.
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Clock } from '../../../kit/clock.ts'
import { CANNOT_BE_ASKED } from '../cannot.ts'
import type { HandedHold, ShopAdapter, ShopRefusal } from '../../checkout.ts'
import type { ShopEventSettings } from '../generic/shopEvents.ts'
import { sharesOf } from '../../../domain/shares.ts'
import { holdsOf } from '../../handoff/basket.ts'
import { discountOf, type KnownItem, readyItems, shopTotalOf } from '../../handoff/handed.ts'
import type { BasketNames } from '../../handoff/holdNames.ts'
import { mendedWay } from '../../handoff/mendedWay.ts'
import { createRecentOrders } from '../recentOrders.ts'
import type { ShopFetch } from '../../shopFetch.ts'
import { type MedusaApi, type MedusaPlace, openMedusa } from './api.ts'
import { applyCode, createCart, landing, type MadeCart } from './carts.ts'
import { createMedusaEvents } from './events.ts'
import { createMedusaFences } from './fences.ts'
import { readOrdersSince } from './orders.ts'
import { readPlace } from './place.ts'
import { readStore } from './products.ts'
import { createMedusaPromotions, type MedusaPromotions } from './promotions.ts'
import { createMedusaRefunds } from './refunds.ts'
import { countOthers } from './reservations.ts'
import { tryMedusa } from './tryMedusa.ts'

export interface MedusaNeeds {
  readonly fetchShop: ShopFetch
  readonly names: BasketNames
  readonly clock: Clock
  readonly config: ShopEventSettings & MedusaPlace & { readonly shopUrl: string }
}

/** With a secret key the price is a promotion, stock can be set apart and orders can be asked for. */
function adminParts({ names, clock, config }: MedusaNeeds, admin: MedusaApi | null) {
  const without = { ...CANNOT_BE_ASKED, price: 'none' as const, stock: 'not_exclusive' as const, promotions: null }
  if (admin === null) return without
  const promotions = createMedusaPromotions(admin, names, clock)
  const reader = { names, endpointId: config.shopEndpointId }
  const { medusaLocationId: locationId } = config
  return {
    ...without,
    price: 'code' as const,
    promotions,
    tellsOrders: true,
    givesBack: true,
    readOrder: createRecentOrders({ clock, readSince: (since) => readOrdersSince(admin, since, reader) }),
    refundTo: createMedusaRefunds(admin, names),
    endHandoff: promotions.end,
    stock: locationId === null ? ('not_exclusive' as const) : ('ring_fenced' as const),
    setFence: createMedusaFences({ admin, studio: names.studio }, locationId),
    othersApart: () => countOthers({ admin, studio: names.studio }),
  }
}

interface Fill {
  readonly hold: HandedHold
  readonly items: readonly KnownItem[]
  readonly offMinor: number
}

/** Each hold of a basket has a code of its own, which ends with it, and all of them end with the first. */
function offOfEach(basket: HandedHold, offMinor: number) {
  const holds = holdsOf(basket)
  const isBelow = holds.some((hold) => discountOf(hold) > 0)
  const parts = holds.map((hold): [string, number] => [hold.id, isBelow ? discountOf(hold) : shopTotalOf(hold)])
  const offs = sharesOf(offMinor, new Map(parts))
  return holds.flatMap((hold) => {
    const own = offs.get(hold.id) ?? 0
    return own === 0 ? [] : [{ hold: { ...hold, expiresAt: basket.expiresAt }, offMinor: own }]
  })
}

/** The discount comes after the cart is made, which says whether the shop's prices have the tax in them. */
function cartFiller(
  { names, config: { medusaRegionId: regionId } }: MedusaNeeds,
  { store, promotions }: { store: MedusaApi; promotions: MedusaPromotions | null },
) {
  return async ({ hold, items, offMinor }: Fill): Promise<Outcome<MadeCart, ShopRefusal>> => {
    const cart = await createCart(store, { hold, items, regionId, names })
    if (!cart.ok || promotions === null || offMinor === 0) return cart
    const { id, isTaxInside } = cart.value
    const codes: string[] = []
    for (const one of offOfEach(hold, offMinor)) {
      const code = await promotions.make(one.hold, { offMinor: one.offMinor, isTaxInside })
      if (!code.ok) return code
      codes.push(code.value)
    }
    return applyCode(store, { cartId: id, hold, codes })
  }
}

export function createMedusaAdapter(needs: MedusaNeeds): ShopAdapter {
  const { fetchShop, names, clock, config } = needs
  const { medusaRegionId: regionId } = config
  const { store, admin } = openMedusa(fetchShop, config)
  const { promotions, ...answers } = adminParts(needs, admin)

  const fillCart = cartFiller(needs, { store, promotions })

  return {
    ...answers,
    kind: 'medusa',
    quotes: 'cart',
    namesHoldBy: 'line_metadata',
    combines: true,

    async buildHandoff(hold, visit) {
      const items = readyItems(hold, clock())
      if (!items.ok) return items
      const way = await mendedWay(hold, async (offMinor) => {
        const cart = await fillCart({ hold, items: items.value, offMinor })
        if (!cart.ok) return cart
        const { id, quotedMinor } = cart.value
        return grant({ href: landing(config.shopUrl, id, visit.locale), quotedMinor })
      })
      return way.ok && clock() >= hold.expiresAt ? refuse('HOLD_OVER') : way
    },

    verifyEvent: createMedusaEvents(config, names),
    readsCatalogue: true,
    async readCatalogue() {
      const read = await readStore(store, { regionId, shopUrl: config.shopUrl })
      return read.ok && admin !== null
        ? readPlace({ admin, studio: names.studio }, config.medusaLocationId, read.value)
        : read
    },
    test: () => tryMedusa({ store, admin, config }),
  }
}
