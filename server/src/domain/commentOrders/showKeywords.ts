// The keywords of a show: those it starts with, which text may be one, and that no two are the same.
import type { Buying, BuyingChange, OfferKeyword } from '@lantern/shared/contract/commentOrders.ts'
import type { OfferId, ProductId } from '@lantern/shared/contract/ids.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import { CANCEL_WORDS } from './marks.ts'
import { foldForOrder } from './orderText.ts'

/** An offer in the order of the rundown; `number`: its product's place there, from 1. */
export interface NumberedOffer {
  readonly offerId: OfferId
  readonly productId: ProductId
  readonly number: number
}

export type ShowRules = Omit<Buying, 'version'>

/** A show's rules before staff have said anything. */
export const RULES_AT_FIRST: ShowRules = { on: false, matching: 'contains', numberRequired: false, keywords: [] }

/** The form in which two keywords are the same. */
export function foldKeyword(keyword: string): string {
  return foldForOrder(keyword).trim()
}

/** 1 is A, 26 is Z, 27 is AA. */
export function lettersOf(number: number): string {
  const rest = (number - 1) % 26
  const before = Math.floor((number - 1) / 26)
  return (before > 0 ? lettersOf(before) : '') + String.fromCodePoint(65 + rest)
}

/** One for every offer: the letter of the product's number and the number of the variant; known ones stay. */
export function completeKeywords(offers: readonly NumberedOffer[], known: readonly OfferKeyword[]): OfferKeyword[] {
  const byOffer = new Map(known.map(({ offerId, keyword }) => [offerId, keyword]))
  const taken = new Set(known.map(({ keyword }) => foldKeyword(keyword)))
  const variants = new Map<ProductId, number>()
  return offers.map(({ offerId, productId, number }) => {
    const variant = (variants.get(productId) ?? 0) + 1
    variants.set(productId, variant)
    const keyword = byOffer.get(offerId) ?? firstFree(lettersOf(number), variant, taken)
    taken.add(foldKeyword(keyword))
    return { offerId, keyword }
  })
}

function firstFree(letters: string, variant: number, taken: ReadonlySet<string>): string {
  const keyword = `${letters}${variant}`
  return taken.has(foldKeyword(keyword)) ? firstFree(letters, variant + 1, taken) : keyword
}

export type RulesRefusal = 'OFFER_NOT_FOUND' | 'KEYWORD_TAKEN' | 'KEYWORD_UNFIT'

/** The rules after a change; every offer has a keyword then. */
export function changeRules(
  before: ShowRules,
  { keywords = [], ...change }: BuyingChange,
  offers: readonly NumberedOffer[],
): Outcome<ShowRules, RulesRefusal> {
  const wanted = new Map(keywords.map(({ offerId, keyword }) => [offerId, keyword]))
  const isKnown = new Set(offers.map(({ offerId }) => offerId))
  if ([...wanted.keys()].some((offerId) => !isKnown.has(offerId))) return refuse('OFFER_NOT_FOUND')
  const unfit = [...wanted.values()].find((keyword) => !isFit(keyword))
  if (unfit !== undefined) return refuse('KEYWORD_UNFIT', { detail: { keyword: unfit } })
  const unnamed = before.keywords.filter(({ offerId }) => isKnown.has(offerId) && !wanted.has(offerId))
  const named = [...wanted].map(([offerId, keyword]) => ({ offerId, keyword }))
  const complete = completeKeywords(offers, [...unnamed, ...named])
  const twice = findTwice(complete, wanted)
  if (twice) return refuse('KEYWORD_TAKEN', { detail: { ...twice } })
  const { on = before.on, matching = before.matching, numberRequired = before.numberRequired } = change
  return grant({ on, matching, numberRequired, keywords: complete })
}

/** A number alone, a sign, or a word that cancels would be read as something else. */
function isFit(keyword: string): boolean {
  const folded = foldKeyword(keyword)
  return /\p{L}/u.test(folded) && !/^x?\s*\d+$/u.test(folded) && !CANCELS.has(folded)
}

const CANCELS: ReadonlySet<string> = new Set(CANCEL_WORDS.map(foldKeyword))

/** Of two that are the same the one that was asked for. */
function findTwice(keywords: readonly OfferKeyword[], wanted: ReadonlyMap<OfferId, string>): OfferKeyword | null {
  const groups = Map.groupBy(keywords, ({ keyword }) => foldKeyword(keyword))
  for (const group of groups.values()) {
    if (group.length > 1) return group.find(({ offerId }) => wanted.has(offerId)) ?? group[0] ?? null
  }
  return null
}

export function sameRules(one: ShowRules, other: ShowRules): boolean {
  const read = ({ on, matching, numberRequired, keywords }: ShowRules) =>
    JSON.stringify([on, matching, numberRequired, keywords.map(({ offerId, keyword }) => [offerId, keyword])])
  return read(one) === read(other)
}
