// A shop with a UCP permalink: found by its profile, filled by the address, sold at the shop's own price.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Clock } from '../../../kit/clock.ts'
import { CANNOT_BE_ASKED } from '../cannot.ts'
import type { HandedHold, ShopAdapter, Visit } from '../../checkout.ts'
import { createShopEvents, type ShopEventSettings } from '../generic/shopEvents.ts'
import { discountOf, type KnownItem, readyItems } from '../../handoff/handed.ts'
import type { HoldNames } from '../../handoff/holdNames.ts'
import { refusedByShop, type ShopFetch } from '../../shopFetch.ts'
import { createUcpCodes, type UcpCodes } from './codes.ts'
import { permalink } from './permalink.ts'
import { createProfileReader, type ProfileNeeds, type UcpProfile } from './profile.ts'

export interface UcpNeeds {
  readonly fetchShop: ShopFetch
  readonly names: HoldNames
  readonly clock: Clock
  readonly config: ShopEventSettings &
    ProfileNeeds['config'] & {
      /** Where the shop makes codes for us; null: there is no price below its own. */
      readonly ucpCodesUrl: string | null
    }
}

const NO_CODES = 'a UCP profile that takes no discount codes: there is no price below the shop’s own'

function toQuery(hold: HandedHold, visit: Visit, name: string): Record<string, string> {
  return {
    'attribution/ref': name,
    'attribution/utm_source': 'lantern',
    'attribution/utm_campaign': hold.showId,
    ...(hold.via === null ? {} : { 'attribution/utm_content': hold.via }),
    // The standard has no place for where it is fetched: `order.recorded` says that.
    ...(hold.group !== undefined && { 'attribution/utm_term': hold.group.id }),
    'context/language': visit.locale,
  }
}

function createCodes({ fetchShop, names, clock, config }: UcpNeeds): UcpCodes | null {
  const { ucpCodesUrl: url, shopWebhookSecret: secret } = config
  return url === null || secret === null ? null : createUcpCodes({ fetchShop, names, clock, url, secret })
}

/** Products come by a file; where that names no ids, the shop is taken to know them by their SKU. */
function namedBySku(hold: HandedHold): HandedHold {
  return { ...hold, items: hold.items.map((item) => ({ ...item, externalId: item.externalId ?? item.sku })) }
}

/**
 * Its three answers: a code that the shop makes when it is asked, or no price but its own; a signed name in the attribution; stock
 * events as the generic shop's.
 */
export function createUcpAdapter(needs: UcpNeeds): ShopAdapter {
  const { names, clock, config } = needs
  const profile = createProfileReader(needs)
  const codes = createCodes(needs)

  /** Nothing where the shop's own price is to be paid. */
  async function codeFor(hold: HandedHold, items: readonly KnownItem[], { takesCodes }: UcpProfile) {
    if (codes === null || discountOf(hold) === 0) return grant({})
    if (!takesCodes) return refusedByShop(NO_CODES)
    const code = await codes.make(hold, items)
    return code.ok ? grant({ 'discounts/codes/0': code.value }) : code
  }

  return {
    ...CANNOT_BE_ASKED,
    kind: 'ucp',
    price: codes === null ? 'none' : 'code',
    namesHoldBy: 'attribution',
    stock: 'mirrored',

    async buildHandoff(hold, visit) {
      const items = readyItems(namedBySku(hold), clock())
      if (!items.ok) return items
      const found = await profile.read()
      if (!found.ok) return found
      const code = await codeFor(hold, items.value, found.value)
      if (!code.ok) return code
      if (clock() >= hold.expiresAt) return refuse('HOLD_OVER')
      const lines = items.value.map(({ externalId, quantity }) => ({ id: externalId, quantity }))
      const query = { ...code.value, ...toQuery(hold, visit, names.nameOf(hold.id)) }
      return grant({ href: permalink(found.value.endpoint, { lines, query }), quotedMinor: null })
    },

    endHandoff: (holdId) => (codes === null ? Promise.resolve(grant(null)) : codes.end(holdId)),
    verifyEvent: createShopEvents(config, names.readName),

    async test() {
      const found = await profile.readNow()
      if (!found.ok) return found
      return codes === null || found.value.takesCodes ? grant(null) : refusedByShop(NO_CODES)
    },
  }
}
