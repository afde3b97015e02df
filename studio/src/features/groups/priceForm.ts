// A group's price list as it is typed: percent, or a price for each product of a show; what is left empty is at the usual price.
import { type GroupOff, type GroupPrices, MOST_GROUP_PRICES, MOST_PERCENT } from '@lantern/shared/contract/groups.ts'
import type { ProductId, ShowId } from '@lantern/shared/contract/ids.ts'
import type { LocalText } from '@lantern/shared/contract/things.ts'
import { placesOf } from '@lantern/shared/contract/minorUnits.ts'
import { parseMoney } from '@lantern/shared/ui/money.ts'
import { figuresOf } from '@lantern/shared/ui/typed.ts'

export interface TypedPrice {
  readonly productId: ProductId
  readonly text: string
}

export interface PriceDraft {
  /** Null: every show that has no list of its own. */
  readonly showId: ShowId | null
  readonly is: 'percent' | 'prices'
  readonly percent: string
  /** As typed, by product, in the currency's main unit. */
  readonly prices: readonly TypedPrice[]
  readonly currency: string
}

export const draftOf = (list: GroupPrices | null, currency: string): PriceDraft => {
  const draft = { showId: list?.showId ?? null, is: 'percent', percent: '10', prices: [], currency } as const
  if (list === null) return draft
  if ('percent' in list.off) return { ...draft, percent: String(list.off.percent) }
  const digits = placesOf(list.off.currency)
  const prices = list.off.prices.map(({ productId, priceMinor }) => ({
    productId,
    text: (priceMinor / 10 ** digits).toFixed(digits),
  }))
  return { ...draft, is: 'prices', prices, currency: list.off.currency }
}

/** Null: it cannot be right. */
export function offOf({ is, percent, prices, currency }: PriceDraft): GroupOff | null {
  if (is === 'percent') {
    const figures = figuresOf(percent)
    const number = /^\d{1,2}$/.test(figures) ? Number(figures) : 0
    return number >= 1 && number <= MOST_PERCENT ? { percent: number } : null
  }
  const digits = placesOf(currency)
  const typed = prices.filter(({ text }) => text.trim() !== '')
  const read = typed.flatMap(({ productId, text }) => {
    const priceMinor = parseMoney(text, digits)
    return priceMinor === null || priceMinor < 1 ? [] : [{ productId, priceMinor }]
  })
  const isWhole = read.length === typed.length && read.length >= 1 && read.length <= MOST_GROUP_PRICES
  return isWhole ? { currency, prices: read } : null
}

/** The product's price as it is typed; empty: the usual one. */
export const typedOf = ({ prices }: PriceDraft, productId: ProductId): string =>
  prices.find((price) => price.productId === productId)?.text ?? ''

export function withPrice(draft: PriceDraft, { productId, text }: TypedPrice): PriceDraft {
  const others = draft.prices.filter((price) => price.productId !== productId)
  return { ...draft, prices: [...others, { productId, text }] }
}

/** Another show sells other products, perhaps in another currency: what was typed for the one is not sent for the other. */
export const atShow = (draft: PriceDraft, showId: ShowId | null): PriceDraft =>
  showId === draft.showId ? draft : { ...draft, showId, prices: [], currency: '' }

interface Row {
  readonly productId: ProductId
  /** Null: the show does not sell it. */
  readonly title: LocalText | null
}

/** What the show sells, then what has a price beside it: nothing is saved that staff do not see. */
export function rowsOf({ prices }: PriceDraft, sold: readonly Row[]): readonly Row[] {
  const others = prices.filter((price) => sold.every(({ productId }) => productId !== price.productId))
  return [...sold, ...others.map(({ productId }) => ({ productId, title: null }))]
}
