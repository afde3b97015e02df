// A shop with a UCP permalink: found by its profile, filled by the address, sold at the shop's own price.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Clock } from '../../../kit/clock.ts'
import { CANNOT_BE_ASKED } from '../cannot.ts'
import type { HandedHold, ShopAdapter, Visit } from '../../checkout.ts'
import { createShopEvents, type ShopEventSettings } from '../generic/shopEvents.ts'
import { readyItems } from '../../handoff/handed.ts'
import type { HoldNames } from '../../handoff/holdNames.ts'
import type { ShopFetch } from '../../shopFetch.ts'
import { permalink } from './permalink.ts'
import { createProfileReader, type ProfileNeeds } from './profile.ts'

export interface UcpNeeds {
  readonly fetchShop: ShopFetch
  readonly names: HoldNames
  readonly clock: Clock
  readonly config: ShopEventSettings & ProfileNeeds['config']
}

function toQuery(hold: HandedHold, visit: Visit, name: string): Record<string, string> {
  return {
    'attribution/ref': name,
    'attribution/utm_source': 'lantern',
    'attribution/utm_campaign': hold.showId,
    ...(hold.via === null ? {} : { 'attribution/utm_content': hold.via }),
    'context/language': visit.locale,
  }
}

/** Its three answers: no price but the shop's own, a signed name in the attribution, stock events as the generic shop's. */
export function createUcpAdapter(needs: UcpNeeds): ShopAdapter {
  const { names, clock, config } = needs
  const profile = createProfileReader(needs)

  return {
    ...CANNOT_BE_ASKED,
    kind: 'ucp',
    price: 'none',
    namesHoldBy: 'attribution',
    stock: 'mirrored',

    async buildHandoff(hold, visit) {
      const items = readyItems(hold, clock())
      if (!items.ok) return items
      const found = await profile.read()
      if (!found.ok) return found
      if (clock() >= hold.expiresAt) return refuse('HOLD_OVER')
      const lines = items.value.map(({ externalId, quantity }) => ({ id: externalId, quantity }))
      const query = toQuery(hold, visit, names.nameOf(hold.id))
      return grant({ href: permalink(found.value.endpoint, { lines, query }), quotedMinor: null })
    },

    verifyEvent: createShopEvents(config, names.readName),

    async test() {
      const found = await profile.readNow()
      return found.ok ? grant(null) : found
    },
  }
}
