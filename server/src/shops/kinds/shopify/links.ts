// The two ways into a Shopify checkout: an address that fills a cart, or a cart made by the Storefront API.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { HandedHold, ShopRefusal, Visit } from '../../checkout.ts'
import type { KnownItem } from '../../handoff/handed.ts'
import { refusedByShop } from '../../shopFetch.ts'
import { type Graphql, refusalOf, UserErrors } from './graphql.ts'

export interface Way {
  readonly hold: HandedHold
  readonly visit: Visit
  readonly items: readonly KnownItem[]
  readonly name: string
  /** Null: the shop's own price. */
  readonly code: string | null
}

export const HOLD_ATTRIBUTE = 'lantern_hold'

function attributesOf({ hold, name }: Way): Record<string, string> {
  const link: Record<string, string> = hold.via === null ? {} : { lantern_link: hold.via }
  return { [HOLD_ATTRIBUTE]: name, lantern_show: hold.showId, ...link }
}

const SHOP_LOCALES = { en: 'en', 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW' } as const

export function cartPermalink(shopUrl: string, way: Way): string {
  const cart = way.items.map(({ externalId, quantity }) => `${externalId}:${quantity}`).join(',')
  const url = new URL(`${shopUrl}/cart/${cart}`)
  if (way.code !== null) url.searchParams.set('discount', way.code)
  for (const [key, value] of Object.entries(attributesOf(way))) url.searchParams.set(`attributes[${key}]`, value)
  url.searchParams.set('ref', 'lantern')
  url.searchParams.set('locale', SHOP_LOCALES[way.visit.locale])
  return url.href
}

const LANGUAGES = { en: 'EN', 'zh-Hans': 'ZH_CN', 'zh-Hant': 'ZH_TW' } as const
const CREATE = `mutation LanternCreateCart($input: CartInput, $language: LanguageCode) @inContext(language: $language) {
  cartCreate(input: $input) {
    cart { id checkoutUrl }
    userErrors { field code message }
    warnings { code message }
  }
}`
const Created = z.object({
  cartCreate: z.object({
    cart: z.object({ id: z.string(), checkoutUrl: z.url({ protocol: /^https?$/ }) }).nullable(),
    userErrors: UserErrors,
    warnings: z.array(z.object({ code: z.string(), message: z.string() })).nullish(),
  }),
})

/** The shop has fewer units than are held; anything else is worth a try. */
const STOPS: ReadonlySet<string> = new Set(['MERCHANDISE_OUT_OF_STOCK', 'MERCHANDISE_NOT_ENOUGH_STOCK'])

/** The cart's checkout. SHOP_REFUSED: the shop does not have the units, or does not know what is held. */
export async function createCart(storefront: Graphql, way: Way): Promise<Outcome<string, ShopRefusal>> {
  const attributes = Object.entries(attributesOf(way)).map(([key, value]) => ({ key, value }))
  const lines = way.items.map(({ externalId, quantity }) => ({
    merchandiseId: `gid://shopify/ProductVariant/${externalId}`,
    quantity,
    attributes: [],
  }))
  const input = { lines, attributes, discountCodes: way.code === null ? [] : [way.code], note: '' }
  const created = await storefront(CREATE, { input, language: LANGUAGES[way.visit.locale] }, Created)
  if (!created.ok) return created
  const { cart, userErrors, warnings } = created.value.cartCreate
  const short = warnings?.find(({ code }) => STOPS.has(code))
  if (short !== undefined) return refusedByShop(short.message.slice(0, 200))
  if (cart === null) return refusalOf(userErrors) ?? refusedByShop('no cart')
  return grant(cart.checkoutUrl)
}
