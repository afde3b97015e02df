// The two ways into a Shopify checkout: an address that fills a cart, or a cart made by the Storefront API.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { HandedHold, ShopRefusal, Visit, Way } from '../../checkout.ts'
import { carriedOf } from '../../handoff/carried.ts'
import type { KnownItem } from '../../handoff/handed.ts'
import { toMinor } from '../../money.ts'
import { refusedByShop } from '../../shopFetch.ts'
import { type Graphql, refusalOf, UserErrors } from './graphql.ts'

export interface Cart {
  readonly hold: HandedHold
  readonly visit: Visit
  readonly items: readonly KnownItem[]
  readonly name: string
  /** Null: the shop's own price. */
  readonly code: string | null
}

export const HOLD_ATTRIBUTE = 'lantern_hold'

function attributesOf({ hold, name }: Cart): Record<string, string> {
  return { [HOLD_ATTRIBUTE]: name, lantern_show: hold.showId, ...carriedOf(hold) }
}

export const SHOP_LOCALES = { en: 'en', 'zh-Hans': 'zh-CN', 'zh-Hant': 'zh-TW' } as const

export function cartPermalink(shopUrl: string, way: Cart): string {
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
    cart { id checkoutUrl discountCodes { code applicable } cost { totalAmount { amount currencyCode } } }
    userErrors { field code message }
    warnings { code message }
  }
}`
const Created = z.object({
  cartCreate: z.object({
    cart: z
      .object({
        id: z.string(),
        checkoutUrl: z.url({ protocol: /^https?$/ }),
        discountCodes: z.array(z.object({ code: z.string(), applicable: z.boolean() })),
        cost: z.object({ totalAmount: z.object({ amount: z.string(), currencyCode: z.string() }) }),
      })
      .nullable(),
    userErrors: UserErrors,
    warnings: z.array(z.object({ code: z.string(), message: z.string() })).nullish(),
  }),
})

/** The shop has fewer units than are held; anything else is worth a try. */
const STOPS: ReadonlySet<string> = new Set(['MERCHANDISE_OUT_OF_STOCK', 'MERCHANDISE_NOT_ENOUGH_STOCK'])

type Made = NonNullable<z.infer<typeof Created>['cartCreate']['cart']>
type Warnings = z.infer<typeof Created>['cartCreate']['warnings']

/**
 * Null: it does, or there is none. Shopify may not know it yet, not have it for these goods, or give more by itself: to take more
 * off would be a wrong mend.
 */
function unapplied({ discountCodes }: Made, { code }: Cart, warnings: Warnings) {
  if (code === null || discountCodes.some((one) => one.applicable && one.code.toUpperCase() === code.toUpperCase()))
    return null
  const words = warnings?.find((warning) => warning.code.startsWith('DISCOUNT_'))?.message ?? 'no reason given'
  return refusedByShop(`the discount that makes the price does not apply to this cart: ${words.slice(0, 200)}`)
}

/** Shipping is not known yet, nor taxes that come on top. */
function readCart({ checkoutUrl, cost }: Made, { currency }: HandedHold): Outcome<Way, 'SHOP_REFUSED'> {
  const { amount, currencyCode } = cost.totalAmount
  if (currencyCode !== currency) return refusedByShop(`a cart in ${currencyCode}`)
  const quotedMinor = toMinor(amount, currency)
  return quotedMinor === null
    ? refusedByShop('a cart whose total cannot be read')
    : grant({ href: checkoutUrl, quotedMinor })
}

/** The cart's checkout. SHOP_REFUSED: the shop does not have the units, or does not know what is held. */
export async function createCart(storefront: Graphql, way: Cart): Promise<Outcome<Way, ShopRefusal>> {
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
  return unapplied(cart, way, warnings) ?? readCart(cart, way.hold)
}
