// What a show says about ordering by comment, and what a comment can turn out to be.

export interface BuyRules {
  /** `contains`: words around the order are fine; `only`: nothing but the order may be in the comment. */
  readonly matching: 'contains' | 'only'
  /** A keyword without a number is no order. */
  readonly numberRequired: boolean
  readonly keywords: readonly OfferKeyword[]
  /** Offers of the front pin: `+1` buys it when it is one. */
  readonly front: readonly string[]
  /** Instead of the words known here. */
  readonly cancelWords?: readonly string[]
}

export interface OfferKeyword {
  readonly offerId: string
  readonly keyword: string
}

export interface OrderLine {
  readonly offerId: string
  /** Units, 1 to `QUANTITY_MAX`. */
  readonly quantity: number
}

export interface CancelLine {
  readonly offerId: string
  /** Units to take off; `null`: all of them. */
  readonly quantity: number | null
}

/**
 * Why a comment is no order: it names nothing (`no_keyword`), lacks the number that the show asks for (`number_missing`), has
 * other words (`not_only`), could mean several things (`ambiguous`), asks for too much (`too_many`), asks (`question`), says no
 * (`negated`), tells of an earlier order or of the stock (`remark`), or changes an order, or takes and gives back at once (`mixed`).
 */
export type NoOrder =
  'no_keyword' | 'number_missing' | 'not_only' | 'ambiguous' | 'too_many' | 'question' | 'negated' | 'remark' | 'mixed'

export type OrderIntent =
  | { readonly kind: 'none'; readonly why: NoOrder }
  | { readonly kind: 'buy'; readonly lines: readonly OrderLine[] }
  /** No lines: everything. */
  | { readonly kind: 'cancel'; readonly lines: readonly CancelLine[] }

export const QUANTITY_MAX = 99
/** As many lines as a hold may have. */
export const LINES_MAX = 20

export function none(why: NoOrder): OrderIntent {
  return { kind: 'none', why }
}
