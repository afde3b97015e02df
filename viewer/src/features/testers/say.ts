// What a list of testers says of itself in words: how many places there are, and how many are left.
import type { Testers } from '@lantern/shared/features/testers/contract.ts'
import type { WordsInUse } from '../../useWords.ts'

/** Those of the shopper's page, and of the overlay. */
type ListWords = Pick<WordsInUse, 't' | 'count'>

export const leftIn = ({ places, entries }: Pick<Testers, 'places' | 'entries'>) => Math.max(0, (places ?? 0) - entries)

export function placesOf({ places }: Testers, { t, count }: ListWords): string {
  return places === 1 ? t('testers.onePlace') : t('testers.places', { n: count(places ?? 0) })
}

export function leftOf(one: Testers, { t, count }: ListWords): string {
  if (leftIn(one) === 0 && one.places === 1) return t('testers.oneGone')
  if (leftIn(one) === 0) return t('testers.gone', { n: count(one.places ?? 0) })
  return t('testers.left', { n: count(leftIn(one)), of: count(one.places ?? 0) })
}
