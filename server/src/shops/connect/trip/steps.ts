// The steps of a round trip, each on its own: what is looked at, and what came of it.
import type { ShopKindName, TripStep } from '@lantern/shared/contract/connections.ts'
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import type { HandedHold, ShopRefusal } from '../../checkout.ts'
import type { ShopCatalogue } from '../../catalogue/catalogue.ts'
import type { KnownProduct } from '../../records/shopRecords.ts'
import type { LiveShop } from '../liveShops.ts'
import { cannot, failed, type Found, passed, refused, toDo } from './problems.ts'
import type { TestItem } from './testHold.ts'

export interface Shelf {
  /** Of what was imported last; null: nothing was. */
  readonly currency: string | null
  readonly products: readonly KnownProduct[]
  /** Whether shows in that currency are planned or live. */
  readonly isPlanned: boolean
}

type ReadCatalogue = Outcome<ShopCatalogue | null, 'SHOP_CANNOT' | ShopRefusal>

/** Tries every key and reads what there is for sale; null: this kind's products come by a file. */
export async function lookAtShop({ checkout }: LiveShop): Promise<ReadCatalogue> {
  const reading = checkout.answers.readsCatalogue ? checkout.readCatalogue() : Promise.resolve(grant(null))
  const [tested, read] = await Promise.all([checkout.test(), reading])
  return tested.ok ? read : tested
}

/** Where no show waits in our currency, the next import brings the shop's. */
function wrongCurrency(read: ShopCatalogue | null, { currency: here, products, isPlanned }: Shelf) {
  if (read === null || here === null || products.length === 0 || read.currency === here) return null
  const state: Found['state'] = isPlanned ? 'failed' : 'passed'
  return { state, problem: 'wrong_currency' as const, detail: { shop: read.currency, here } }
}

export function countProducts(read: ShopCatalogue | null, shelf: Shelf): Found {
  const products = read?.products.filter(({ withdrawn }) => withdrawn === undefined) ?? shelf.products
  const variants = products.flatMap(({ variants: own }) => [...own])
  if (variants.length === 0) return toDo(read === null ? 'no_file' : 'no_products')
  const withSku = variants.filter(({ sku }) => sku.trim() !== '').length
  const currency = read?.currency ?? shelf.currency ?? undefined
  const counted = { products: products.length, variants: variants.length, withSku }
  const figures = currency === undefined ? counted : { ...counted, currency }
  const wrong = wrongCurrency(read, shelf)
  if (wrong !== null) return { figures, ...wrong }
  const without = variants.length - withSku
  return without === 0 ? passed(figures) : { ...passed(figures), problem: 'no_sku', detail: { count: without } }
}

export interface Priced {
  readonly step: Found
  /** Null: there is no way. */
  readonly href: string | null
}

const VISIT = { origin: 'https://round-trip.invalid', hostname: 'localhost', locale: 'en' } as const

export async function priceCart(shop: LiveShop, hold: HandedHold, item: TestItem): Promise<Priced> {
  const { checkout, settings } = shop
  const link = await checkout.linkTo(hold, VISIT)
  const liveMinor = hold.items.reduce((sum, { payMinor }) => sum + payMinor, 0)
  const figures = { title: item.title.slice(0, 100), liveMinor, currency: hold.currency }
  if (!link.ok) return { step: { ...refused(link, hostOf(settings.shopUrl)), figures }, href: null }
  const isOwnPrice = checkout.answers.price === 'none' && shop.kind !== 'ucp'
  const step = { ...passed(figures), problem: isOwnPrice ? ('no_live_price' as const) : null }
  const { href, quotedMinor } = link.value
  return { step: quotedMinor === null ? step : { ...step, figures: { ...figures, cartMinor: quotedMinor } }, href }
}

export function hostOf(address: string): string {
  const text = address.replace('{host}', 'localhost')
  return URL.canParse(text) ? new URL(text).host : address
}

/**
 * What an address answers. Up to `turns` times it is asked where it leads to on its own host, with the cookies that it gives; then
 * that is the answer. `saidAt`: the time it says it is, in whole seconds.
 */
export type Knock = (
  url: string,
  turns?: number,
) => Promise<{ readonly status: number; readonly saidAt: number | null } | { readonly problem: string }>

/**
 * Medusa's storefront puts the country in front of every path, whether there is a page or not, and comes back once more to leave a
 * cookie: only then it says whether it has the route. Elsewhere the first answer is enough, and less is done at the shop.
 */
const TURNS: Readonly<Partial<Record<ShopKindName, number>>> = { medusa: 4 }

interface Opening {
  readonly kind: ShopKindName
  /** Null: there is no way. */
  readonly href: string | null
}

export async function openCheckout({ kind, href }: Opening, knock: Knock, now: () => number): Promise<Found> {
  if (href === null) return toDo('after_others')
  const host = hostOf(href)
  const before = now()
  const answer = await knock(href, TURNS[kind])
  const figures = { host, link: href, ms: Math.max(0, now() - before) }
  if ('problem' in answer) return { ...failed('shop_silent', { host, why: answer.problem }), figures: { host } }
  if (answer.status < 400) return passed(figures)
  const problem = kind === 'generic' ? 'link_refused' : 'no_route'
  return { ...failed(problem, { host, why: `status ${answer.status}` }), figures }
}

export interface Heard {
  /** When the shop's last proven message came, since its values were kept; null: none did. */
  readonly at: number | null
  readonly refusedBy: string | null
  /** Since when it is waited for. */
  readonly since: number
  /** By how many seconds the clocks differ, where that is too much. */
  readonly clockOffSeconds: number | null
}

export function hearOfOrder({ at, refusedBy, since, clockOffSeconds }: Heard): Found {
  if (clockOffSeconds !== null) return failed('clock_off', { seconds: clockOffSeconds })
  if (at !== null) return passed({ at })
  if (refusedBy !== null) return toDo('message_refused', { reason: refusedBy })
  return { state: 'waiting', figures: { at: since }, problem: 'no_message', detail: {} }
}

export function giveBack({ kind, checkout }: LiveShop): Found {
  if (checkout.answers.givesBack) return passed()
  return cannot(kind === 'generic' || kind === 'ucp' ? null : 'needs_key')
}

/** Another studio at the same shop is left alone, and named. */
async function besideOthers({ checkout }: LiveShop): Promise<Found> {
  const others = await checkout.othersApart()
  const isAlone = !others.ok || others.value === 0
  return isAlone ? passed() : { ...passed(), problem: 'others_apart', detail: { units: others.value } }
}

/** Where nothing is sold by it yet, one unit is set apart and given back: that the key may is proven. */
export async function setApart(shop: LiveShop, item: TestItem | null, locations: readonly string[]): Promise<Found> {
  const { kind, checkout, settings } = shop
  if (kind !== 'medusa') return cannot()
  if (checkout.answers.stock !== 'ring_fenced')
    return settings.medusaAdminToken === null ? cannot('needs_key') : toDo('choose_location')
  const location = settings.medusaLocationId ?? ''
  if (locations.length > 0 && !locations.includes(location)) return failed('location_unknown', { why: location })
  const figures: TripStep['figures'] = { location }
  const well = { ...(await besideOthers(shop)), figures }
  if (shop.state === 'in_use' || item === null) return well
  const { sku, externalId } = item
  for (const units of [1, 0]) {
    const set = await checkout.setFence({ sku, externalId, units })
    if (!set.ok) return { ...refused(set, hostOf(settings.medusaUrl ?? '')), figures }
  }
  return well
}
