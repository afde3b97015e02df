// What staff type as rates of single shows and products, read into rules.
import { ProductId, ShowId } from '@lantern/shared/contract/ids.ts'
import type { CommissionRate, CommissionRates, SharingRules } from '@lantern/shared/contract/sharing.ts'
import { parseMoney } from '@lantern/shared/ui/money.ts'

export type SpecialKind = 'show' | 'product'

export interface SpecialDraft {
  readonly kind: SpecialKind
  readonly id: string
  readonly own: string
  readonly upper: string
}

type Special = Pick<SharingRules, 'shows' | 'products'>

/** An amount a piece, which only the interface sets, is shown as nothing and stays until something is typed. */
const percentOf = (rate: CommissionRate) => (rate.kind === 'percent' ? String(rate.hundredths / 100) : '')

export function toSpecialDraft({ shows, products }: Special): SpecialDraft[] {
  const draftOf = (kind: SpecialKind, id: string, { own, upper }: CommissionRates) => ({
    ...{ kind, id },
    own: percentOf(own),
    upper: percentOf(upper),
  })
  return [
    ...shows.map(({ showId, rates }) => draftOf('show', showId, rates)),
    ...products.map(({ productId, rates }) => draftOf('product', productId, rates)),
  ]
}

const MOST_HUNDREDTHS = 10_000

function rateIn(text: string, before: CommissionRate | undefined): CommissionRate | null {
  if (text.trim() === '' && before?.kind === 'amount') return before
  const hundredths = parseMoney(text, 2)
  return hundredths === null || hundredths > MOST_HUNDREDTHS ? null : { kind: 'percent', hundredths }
}

const ratesOf = (of: Special, { kind, id }: SpecialDraft) =>
  (kind === 'show' ? of.shows.find((one) => one.showId === id) : of.products.find((one) => one.productId === id))?.rates

/** Null: something is wrong. */
function ratesIn(draft: SpecialDraft, before: Special): CommissionRates | null {
  const known = ratesOf(before, draft)
  const [own, upper] = [rateIn(draft.own, known?.own), rateIn(draft.upper, known?.upper)]
  if (own === null || upper === null) return null
  const both = [own, upper].reduce((sum, rate) => sum + (rate.kind === 'percent' ? rate.hundredths : 0), 0)
  return both > MOST_HUNDREDTHS ? null : { own, upper }
}

export const isSpecialWrong = (draft: SpecialDraft, before: Special): boolean => ratesIn(draft, before) === null

/** Null: something is wrong with one of them. */
export function readSpecial(draft: readonly SpecialDraft[], before: Special): Special | null {
  const read = draft.map((one) => ({ one, rates: ratesIn(one, before) }))
  const good = read.flatMap(({ one, rates }) => (rates === null ? [] : [{ ...one, rates }]))
  if (good.length < read.length) return null
  const of = (kind: SpecialKind) => good.filter((one) => one.kind === kind)
  return {
    shows: of('show').map(({ id, rates }) => ({ showId: ShowId.parse(id), rates })),
    products: of('product').map(({ id, rates }) => ({ productId: ProductId.parse(id), rates })),
  }
}
