// The carts of the Medusa stand-in and what takes something off them: the studio's promotions, and the shop's own rules.
import { toMinor } from '../money.ts'
import { TAX_MINOR } from './medusaRefunds.ts'
import type { MedusaTokens } from './medusaSettings.ts'
import { type Shelf, toMajor } from './sales.ts'
import { type Asked, Status } from './standIn.ts'

interface Promotion {
  readonly code: string
  readonly limit: number
  readonly is_tax_inclusive?: boolean
  readonly campaign: { readonly ends_at: string }
  readonly application_method: { readonly value: number }
}

export interface Cart {
  readonly items: readonly { variant_id: string; quantity: number; metadata: Readonly<Record<string, string>> }[]
  promo_codes: readonly string[]
  readonly metadata: Readonly<Record<string, string>>
}

const WITH_TAX = 1.19

function createPromotions(now: () => number, { isTaxInside, currency = 'USD' }: MedusaTokens) {
  const byId = new Map<string, Promotion>()
  let made = 0
  const find = (code: string | undefined) => [...byId].find(([, promotion]) => promotion.code === code)
  const worth = (code: string | undefined): number => {
    const known = find(code)?.[1]
    if (known === undefined || !isAlive(known)) return 0
    const minor = toMinor(known.application_method.value, currency) ?? 0
    // As published: without the field the tax of what is taken off is taken off as well, where prices have it in them.
    return isTaxInside === true && known.is_tax_inclusive !== true ? Math.round(minor * WITH_TAX) : minor
  }
  const isAlive = ({ campaign, limit }: Promotion) => Date.parse(campaign.ends_at) > now() && limit > 0

  return {
    answerers: {
      listPromotions(asked: Asked) {
        const known = find(asked.query.get('code') ?? '')
        return { promotions: known === undefined ? [] : [{ id: known[0], code: known[1].code }] }
      },
      createPromotion(asked: Asked) {
        const promotion = asked.body as Promotion
        if (find(promotion.code) !== undefined) throw new Status(400)
        byId.set(`promo_${(made += 1)}`, promotion)
        return { promotion: { id: `promo_${made}`, code: promotion.code } }
      },
      deletePromotion(asked: Asked) {
        if (!byId.delete(asked.parts[0] ?? '')) throw new Status(404)
        return { id: asked.parts[0] }
      },
    },
    worth,
    use(code: string | undefined): number {
      const off = worth(code)
      const known = find(code)
      if (known !== undefined && off > 0) byId.set(known[0], { ...known[1], limit: known[1].limit - 1 })
      return off
    },
    endsAt(code: string): number {
      const promotion = find(code)?.[1]
      return promotion !== undefined && isAlive(promotion) ? Date.parse(promotion.campaign.ends_at) : 0
    },
  }
}

const linesOf = ({ items }: Cart) => items.map(({ variant_id, quantity }) => ({ id: variant_id, quantity }))

/** What is to pay of a cart: a promotion takes nothing off what is not discountable, and no more than there is. */
function leftOf(
  cart: Cart,
  offMinor: number,
  { shelf, firm = [], ownShare = 0 }: MedusaTokens & { readonly shelf: Shelf },
) {
  const lines = linesOf(cart)
  const firmMinor = shelf.sumOf(lines.filter(({ id }) => firm.includes(id))) - shelf.sumOf([])
  const others = shelf.sumOf(lines) - firmMinor
  return firmMinor + Math.round((others - Math.min(offMinor, Math.max(0, others))) * (1 - ownShare))
}

/** All of a cart's codes count. */
const sumOver = ({ promo_codes }: Cart, of: (code: string) => number) =>
  promo_codes.reduce((sum, code) => sum + of(code), 0)

/** What a cart comes to now, and as it is ordered: its code is used up. */
export function createSums(now: () => number, shelf: Shelf, tokens: MedusaTokens) {
  const { use, worth, ...promotions } = createPromotions(now, tokens)
  const rules = { ...tokens, shelf }
  return {
    ...promotions,
    quote: (cart: Cart) => leftOf(cart, sumOver(cart, worth), rules),
    take: (cart: Cart) => leftOf(cart, sumOver(cart, use), rules),
  }
}

export function createCarts({ isTaxInside, currency = 'USD' }: MedusaTokens, goodsOf: (cart: Cart) => number) {
  const made: Cart[] = []
  const shown = (cart: Cart) => {
    const item_total = toMajor(goodsOf(cart) + (isTaxInside === true ? 0 : TAX_MINOR), currency)
    const money = { currency_code: currency.toLowerCase(), item_total, item_tax_total: toMajor(TAX_MINOR, currency) }
    return { ...money, items: [{ is_tax_inclusive: isTaxInside === true }] }
  }
  return {
    answerers: {
      createCart(asked: Asked) {
        const cart = { ...(asked.body as Cart), promo_codes: [] }
        made.push(cart)
        return { cart: { id: `cart_${made.length}`, ...shown(cart) } }
      },
      applyPromotions(asked: Asked) {
        const cart = made[Number(asked.parts[0]?.replace('cart_', '')) - 1]
        if (cart === undefined) throw new Status(404)
        cart.promo_codes = (asked.body as { promo_codes: string[] }).promo_codes
        return { cart: { id: asked.parts[0], ...shown(cart) } }
      },
    },
    /** What a buyer finds behind the link. */
    read(link: string): Cart {
      const id = new URL(link).searchParams.get('cart_id') ?? ''
      const cart = made[Number(id.replace('cart_', '')) - 1]
      if (cart === undefined) throw new Error(`no cart ${id}`)
      return cart
    },
  }
}
