// A Medusa 2 shop: a cart made for the hold out, a promotion as the price, a subscriber's messages and the Admin API back.
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Clock } from '../../../kit/clock.ts'
import { CANNOT_BE_ASKED } from '../cannot.ts'
import type { HandedHold, ShopAdapter, ShopRefusal } from '../../checkout.ts'
import type { ShopEventSettings } from '../generic/shopEvents.ts'
import { discountOf, readyItems } from '../../handoff/handed.ts'
import type { HoldNames } from '../../handoff/holdNames.ts'
import { createRecentOrders } from '../recentOrders.ts'
import type { ShopFetch } from '../../shopFetch.ts'
import { type MedusaApi, type MedusaPlace, openMedusa } from './api.ts'
import { applyCode, createCart, landing, type MadeCart } from './carts.ts'
import { createMedusaEvents } from './events.ts'
import { createMedusaFences } from './fences.ts'
import { readOrdersSince } from './orders.ts'
import { readPlace } from './place.ts'
import { readStore } from './products.ts'
import { createMedusaPromotions } from './promotions.ts'
import { createMedusaRefunds } from './refunds.ts'
import { tryMedusa } from './tryMedusa.ts'

export interface MedusaNeeds {
  readonly fetchShop: ShopFetch
  readonly names: HoldNames
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
    refundOrder: createMedusaRefunds(admin),
    endHandoff: promotions.end,
    stock: locationId === null ? ('not_exclusive' as const) : ('ring_fenced' as const),
    setFence: createMedusaFences(admin, locationId),
  }
}

export function createMedusaAdapter(needs: MedusaNeeds): ShopAdapter {
  const { fetchShop, names, clock, config } = needs
  const { medusaRegionId: regionId } = config
  const { store, admin } = openMedusa(fetchShop, config)
  const { promotions, ...answers } = adminParts(needs, admin)

  /** After the cart is made, which says whether the shop's prices have the tax in them. */
  async function setPrice(hold: HandedHold, { id, isTaxInside }: MadeCart): Promise<Outcome<null, ShopRefusal>> {
    if (promotions === null || discountOf(hold) === 0) return grant(null)
    const code = await promotions.make(hold, isTaxInside)
    return code.ok ? applyCode(store, id, code.value) : code
  }

  return {
    ...answers,
    kind: 'medusa',
    namesHoldBy: 'line_metadata',

    async buildHandoff(hold, visit) {
      const items = readyItems(hold, clock())
      if (!items.ok) return items
      const name = names.nameOf(hold.id)
      const cart = await createCart(store, { hold, items: items.value, regionId, name })
      if (!cart.ok) return cart
      const priced = await setPrice(hold, cart.value)
      if (!priced.ok) return priced
      if (clock() >= hold.expiresAt) return refuse('HOLD_OVER')
      return grant(landing(config.shopUrl, cart.value.id, visit.locale))
    },

    verifyEvent: createMedusaEvents(config, names),
    readsCatalogue: true,
    async readCatalogue() {
      const read = await readStore(store, { regionId, shopUrl: config.shopUrl })
      return read.ok && admin !== null ? readPlace(admin, config.medusaLocationId, read.value) : read
    },
    test: () => tryMedusa({ store, admin, config }),
  }
}
