// A shop's own server for browser tests: a Medusa shop by its published answers that opens its checkout, or refuses and says why.
import { readFile } from 'node:fs/promises'
import { readFixtures } from '../shops/conformance/fixtures.ts'
import { type StandIn, startStandIn, Status } from '../shops/conformance/standIn.ts'
import { startWorld, type World } from './world.ts'

const FIXTURES = readFixtures([new URL('../shops/kinds/medusa/fixtures.json', import.meta.url)])

/** Which of its keys the server has: that of its store alone, or the one that makes codes as well. */
export type Keys = 'store' | 'admin'

export interface RefusingShop extends Pick<StandIn, 'close' | 'url' | 'setDown'> {
  readonly keys: Keys
  /** What it says to whoever comes to its checkout; null: it lets them in. */
  refuseWith(why: string | null): void
  /** What it says to whoever brings a code; null: it takes them, and its cart costs what it did. */
  refuseCodesWith(why: string | null): void
}

export async function startRefusingShop(keys: Keys = 'store'): Promise<RefusingShop> {
  const whys: { checkout: string | null; code: string | null } = { checkout: null, code: null }
  const refuse = (why: string | null) => {
    if (why !== null) throw new Status(400, { type: 'not_allowed', message: why })
  }
  const createCart = () => {
    refuse(whys.checkout)
    return { cart: { id: 'cart_open' } }
  }
  const applyPromotions = () => refuse(whys.code)
  const { url, setDown, close } = await startStandIn(FIXTURES, { createCart, applyPromotions })
  return {
    url,
    setDown,
    close,
    keys,
    refuseWith: (words) => void (whys.checkout = words),
    refuseCodesWith: (words) => void (whys.code = words),
  }
}

/** A server of the shop's own, without the demo, and the link that makes its owner. */
export async function startShopWorld(shop: RefusingShop): Promise<World & { readonly welcome: string }> {
  const medusa = { MEDUSA_URL: shop.url, MEDUSA_PUBLISHABLE_KEY: 'pk_test', MEDUSA_REGION_ID: 'reg_01' }
  const place = { SHOP_KIND: 'medusa', SHOP_NAME: 'Lantern House', SHOP_URL: shop.url, SHOP_INTERNAL_URL: shop.url }
  const admin = shop.keys === 'admin' ? { MEDUSA_ADMIN_TOKEN: 'sk_test_admin' } : {}
  const world = await startWorld({ env: { DEMO: '0', MIN_TOKEN_AGE_MS: '0', ...place, ...medusa, ...admin } })
  const welcome = /\/studio\/welcome#\S+/.exec(await readFile(world.logFile, 'utf8'))?.[0]
  if (welcome === undefined) throw new Error('no link was printed for the owner')
  return { ...world, welcome }
}
