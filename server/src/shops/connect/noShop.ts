// What stands behind the checkout while no shop is connected: it sells nothing, and says so.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Checkout } from '../checkout.ts'
import { CANNOT_BE_ASKED } from '../kinds/cannot.ts'
import { refusedByShop } from '../shopFetch.ts'

const { tellsOrders, readsCatalogue, givesBack, combines, quotes, ...cannot } = CANNOT_BE_ASKED

export const NO_SHOP_WHY = 'no shop is connected, or its keys cannot be read'

export const NO_SHOP: Checkout = {
  ...cannot,
  answers: {
    kind: 'generic',
    price: 'none',
    quotes,
    namesHoldBy: 'jti',
    stock: 'not_exclusive',
    tellsOrders,
    readsCatalogue,
    givesBack,
    combines,
  },
  linkTo: () => Promise.resolve(refusedByShop(NO_SHOP_WHY)),
  endHandoff: () => Promise.resolve(grant(null)),
  test: () => Promise.resolve(refusedByShop(NO_SHOP_WHY)),
  verify: () => refuse('ENDPOINT_NOT_FOUND'),
}
