// The refusals of an adapter whose shop offers no way to do what was asked.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { ShopAdapter } from '../checkout.ts'

const cannot = () => Promise.resolve(refuse('SHOP_CANNOT'))

/** A shop that only speaks for itself: links out, webhooks back. */
export const CANNOT_BE_ASKED = {
  tellsOrders: false,
  readsCatalogue: false,
  givesBack: false,
  combines: false,
  quotes: 'none',
  endHandoff: () => Promise.resolve(grant(null)),
  readOrder: cannot,
  refundTo: cannot,
  setFence: cannot,
  othersApart: cannot,
  readStock: cannot,
  readCatalogue: cannot,
  keepWebhooks: cannot,
  test: () => Promise.resolve(grant(null)),
  publicKeys: () => ({ keys: [] }),
} as const satisfies Partial<ShopAdapter>
