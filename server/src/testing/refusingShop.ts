// A shop's own server for browser tests: a Medusa shop by its published answers that opens its checkout, or refuses and says why.
import { readFile } from 'node:fs/promises'
import { readFixtures } from '../shops/conformance/fixtures.ts'
import { type StandIn, startStandIn, Status } from '../shops/conformance/standIn.ts'
import { startWorld, type World } from './world.ts'

const FIXTURES = readFixtures([new URL('../shops/kinds/medusa/fixtures.json', import.meta.url)])

export interface RefusingShop extends Pick<StandIn, 'close' | 'url' | 'setDown'> {
  /** What it says to whoever comes to its checkout; null: it lets them in. */
  refuseWith(why: string | null): void
}

export async function startRefusingShop(): Promise<RefusingShop> {
  let why: string | null = null
  const createCart = () => {
    if (why !== null) throw new Status(400, { type: 'not_allowed', message: why })
    return { cart: { id: 'cart_open' } }
  }
  const { url, setDown, close } = await startStandIn(FIXTURES, { createCart })
  return { url, setDown, close, refuseWith: (words) => void (why = words) }
}

/** A server of the shop's own, without the demo, and the link that makes its owner. */
export async function startShopWorld(shop: RefusingShop): Promise<World & { readonly welcome: string }> {
  const medusa = { MEDUSA_URL: shop.url, MEDUSA_PUBLISHABLE_KEY: 'pk_test', MEDUSA_REGION_ID: 'reg_01' }
  const place = { SHOP_KIND: 'medusa', SHOP_NAME: 'Lantern House', SHOP_URL: shop.url, SHOP_INTERNAL_URL: shop.url }
  const world = await startWorld({ env: { DEMO: '0', MIN_TOKEN_AGE_MS: '0', ...place, ...medusa } })
  const welcome = /\/studio\/welcome#\S+/.exec(await readFile(world.logFile, 'utf8'))?.[0]
  if (welcome === undefined) throw new Error('no link was printed for the owner')
  return { ...world, welcome }
}
