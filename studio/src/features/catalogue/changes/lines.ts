// What differs between the shop and here, one line each, in words.
import type { Difference, ProductChange } from '@lantern/shared/contract/catalogue.ts'
import type { Locale } from '@lantern/shared/contract/things.ts'
import { formatCount, formatMoney } from '@lantern/shared/ui/money.ts'
import type { Say } from '../../../words.ts'

export interface Speaking {
  readonly say: Say
  readonly locale: Locale
  readonly currency: string
}

export interface ChangeLine {
  readonly what: Difference['what']
  /** Of which variant; empty: of the product as a whole. */
  readonly of: string
  readonly said: string
}

export function linesOf(change: Pick<ProductChange, 'differences'>, by: Speaking): readonly ChangeLine[] {
  return change.differences.map((difference) => ({
    what: difference.what,
    of: 'sku' in difference ? (difference.sku ?? '') : '',
    said: saidOf(difference, by),
  }))
}

function saidOf(difference: Difference, { say, locale, currency }: Speaking): string {
  const money = (minor: number) => formatMoney(minor, currency, locale)
  const units = (count: number | null) => (count === null ? say('changes.uncounted') : formatCount(count, locale))
  switch (difference.what) {
    case 'new':
      return say('changes.new', { price: money(difference.priceMinor) })
    case 'price':
      return say('changes.price', { from: money(difference.fromMinor), to: money(difference.toMinor) })
    case 'stock':
      return say('changes.stock', { from: units(difference.from), to: units(difference.to) })
    case 'title':
      return say('changes.renamed', { from: difference.from, to: difference.to })
    case 'options':
      return say('changes.options', { from: difference.from, to: difference.to })
    default:
      return say(`changes.${difference.what}`)
  }
}
