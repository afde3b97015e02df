// The generic shop: a signed link out, Standard Webhooks back.
import { createHmac, randomBytes } from 'node:crypto'
import type { HandoffClaims } from '@lantern/shared/contract/handoff.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Clock } from '../../../kit/clock.ts'
import { wayBack } from '../../../domain/wayBack.ts'
import type { Store } from '../../../records/store.ts'
import type { HandedHold, ShopAdapter, Visit } from '../../checkout.ts'
import { CANNOT_BE_ASKED } from '../cannot.ts'
import type { ShopFetch } from '../../shopFetch.ts'
import { basketIdOf, duesOf, holdsOf } from '../../handoff/basket.ts'
import { groupOf } from '../../handoff/carried.ts'
import { takenOff } from '../../handoff/handed.ts'
import { createShopEvents, type ShopEventSettings } from './shopEvents.ts'
import { createSigner } from './signer.ts'

export interface GenericSettings extends ShopEventSettings {
  /** `{host}` in it stands for the host name the viewer used. */
  readonly shopUrl: string
  /** The same shop as this server reaches it. */
  readonly shopInternalUrl: string
  readonly shopAudience: string
  /** How many holds its hand-off takes at once. */
  readonly shopBasket: 'one' | 'several'
  readonly handoffSecret: string | null
}

export interface GenericNeeds {
  readonly store: Pick<Store, 'secret'>
  readonly clock: Clock
  readonly config: GenericSettings
  readonly fetchShop: ShopFetch
}

const ISSUER = 'lantern'

/** In a basket each says whose it is. */
function toItems({ together }: HandedHold) {
  return ({ id, currency, items }: HandedHold): HandoffClaims['items'] =>
    items.map(({ sku, quantity, unitPriceMinor }) => ({
      sku,
      quantity,
      unitPriceMinor,
      currency,
      ...(together !== undefined && { holdId: id }),
    }))
}

function toClaims(hold: HandedHold, visit: Visit, buyer: string): Omit<HandoffClaims, 'jti'> {
  const offMinor = takenOff(hold)
  const group = groupOf(hold)
  return {
    sub: buyer,
    show: hold.showId,
    ...(hold.together !== undefined && { holds: [...duesOf(hold)] }),
    items: holdsOf(hold).flatMap(toItems(hold)),
    discounts: offMinor === 0 ? [] : [{ amountMinor: offMinor, currency: hold.currency }],
    attribution: {
      ...(hold.via !== null && { link: hold.via }),
      ...(group !== null && { group: group.id, groupName: group.name }),
    },
    ...(group !== null && group.point !== null && { pickup: group.point }),
    returnUrl: `${visit.origin}${wayBack(hold, { back: hold.id }, visit.locale)}`,
    locale: visit.locale,
  }
}

/** Its three answers: the price is signed, the token's id is the hold, the shop's stock events lower what is free. */
export async function createGenericAdapter({ store, clock, config, fetchShop }: GenericNeeds): Promise<ShopAdapter> {
  const signer = await createSigner(store, config.handoffSecret)
  const makeKey = () => Promise.resolve(randomBytes(32).toString('base64url'))
  const buyerKey = await store.secret('buyer-pseudonym-key', makeKey)
  const buyerOf = (viewerId: string) => createHmac('sha256', buyerKey).update(viewerId).digest('base64url').slice(0, 22)

  return {
    ...CANNOT_BE_ASKED,
    kind: 'generic',
    price: 'signed',
    quotes: 'none',
    namesHoldBy: 'jti',
    stock: 'mirrored',
    combines: config.shopBasket === 'several',

    async buildHandoff(hold, visit) {
      const iat = Math.floor(clock() / 1000)
      // Rounded down: the link must never outlive the hold.
      const exp = Math.floor(hold.expiresAt / 1000)
      if (clock() >= exp * 1000) return refuse('HOLD_OVER')
      const claims = toClaims(hold, visit, buyerOf(hold.viewerId))
      const token = await signer.sign({
        ...claims,
        iss: ISSUER,
        aud: config.shopAudience,
        jti: basketIdOf(hold),
        iat,
        exp,
      })
      const shop = config.shopUrl.replace('{host}', visit.hostname)
      return grant({ href: `${shop}/handoff?token=${encodeURIComponent(token)}`, quotedMinor: null })
    },

    verifyEvent: createShopEvents(config),
    publicKeys: () => signer.publicKeys(),

    /** There is nothing to ask a generic shop but whether it is there. */
    async test() {
      const { shopUrl, shopInternalUrl } = config
      const answer = await fetchShop({ url: shopUrl.includes('{host}') ? shopInternalUrl : shopUrl })
      return answer.ok ? grant(null) : answer
    },
  }
}
