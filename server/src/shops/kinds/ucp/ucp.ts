// A shop with a UCP permalink: found by its profile, filled by the address, sold at the shop's own price.
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { Clock } from '../../../kit/clock.ts'
import { CANNOT_BE_ASKED } from '../cannot.ts'
import type { HandedHold, ShopAdapter, ShopRefusal, Visit } from '../../checkout.ts'
import { createShopEvents, type ShopEventSettings } from '../generic/shopEvents.ts'
import { readyItems } from '../../handoff/handed.ts'
import type { HoldNames } from '../../handoff/holdNames.ts'
import { askShop, refusedByShop, type ShopFetch } from '../../shopFetch.ts'
import { permalink } from './permalink.ts'

export interface UcpNeeds {
  readonly fetchShop: ShopFetch
  readonly names: HoldNames
  readonly clock: Clock
  readonly config: ShopEventSettings & { readonly shopUrl: string }
}

const CAPABILITY = 'dev.ucp.shopping.permalink'
const PROFILE_LIVES_MS = 600_000

const Profile = z.object({
  ucp: z.object({ capabilities: z.record(z.string(), z.array(z.object({ config: z.unknown() }))) }),
})
const Config = z.object({ endpoint: z.string().regex(/^https?:\/\/[^\s\\?#@]+[^\s\\?#@/]$/) })

/** Endpoints are https; plain http is believed where the shop's own address is plain http, on a network of its own. */
function isFitting(endpoint: string, shopUrl: string): boolean {
  return new URL(endpoint).protocol === 'https:' || new URL(shopUrl).protocol === 'http:'
}

function createProfile({ fetchShop, clock, config }: UcpNeeds) {
  let kept: { endpoint: string; at: number } | null = null

  async function discover(): Promise<Outcome<string, ShopRefusal>> {
    const profile = await askShop(fetchShop, { url: `${config.shopUrl}/.well-known/ucp` }, Profile)
    if (!profile.ok) return profile
    const declared = profile.value.ucp.capabilities[CAPABILITY]?.[0]?.config
    const parsed = Config.safeParse(declared)
    if (!parsed.success || !isFitting(parsed.data.endpoint, config.shopUrl))
      return refusedByShop('no permalink endpoint')
    kept = { endpoint: parsed.data.endpoint, at: clock() }
    return grant(kept.endpoint)
  }

  const endpoint = async () =>
    kept !== null && clock() - kept.at < PROFILE_LIVES_MS ? grant(kept.endpoint) : discover()
  return { endpoint, discover }
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
  const profile = createProfile(needs)

  return {
    ...CANNOT_BE_ASKED,
    kind: 'ucp',
    price: 'none',
    namesHoldBy: 'attribution',
    stock: 'mirrored',

    async buildHandoff(hold, visit) {
      const items = readyItems(hold, clock())
      if (!items.ok) return items
      const endpoint = await profile.endpoint()
      if (!endpoint.ok) return endpoint
      if (clock() >= hold.expiresAt) return refuse('HOLD_OVER')
      const lines = items.value.map(({ externalId, quantity }) => ({ id: externalId, quantity }))
      return grant(permalink(endpoint.value, { lines, query: toQuery(hold, visit, names.nameOf(hold.id)) }))
    },

    verifyEvent: createShopEvents(config, names.readName),

    async test() {
      const found = await profile.discover()
      return found.ok ? grant(null) : found
    },
  }
}
