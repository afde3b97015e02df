// Words, texts, prices and numbers in the reader's language.
import { fillIn, pickText } from '@lantern/shared/ui/i18n.ts'
import { formatCount, formatMoney } from '@lantern/shared/ui/money.ts'
import { isPlenty } from '@lantern/shared/ui/units.ts'
import type { Fill } from '@lantern/shared/ui/i18n.ts'
import type { LocalText } from '@lantern/shared/contract/things.ts'
import type { ViewerBook } from '@lantern/shared/ui/words/books.ts'
import { useScene } from './session.ts'

export type WordsInUse = ReturnType<typeof useWords>

export function useWords() {
  const { locale, words } = useScene().session
  const t = (key: keyof ViewerBook, fill?: Fill): string => fillIn(words.viewer[key], fill)
  return {
    locale,
    t,
    text: (text: LocalText | null) => pickText(text, locale),
    money: (minor: number, currency: string) => formatMoney(minor, currency, locale),
    /** Several names in a row, as the language sets them apart. */
    list: (names: readonly string[]) => names.join(t('comma')),
    count: (n: number) => formatCount(n, locale),
    /** `hasMore`: they are not all there are. */
    left: (units: number, hasMore = false) =>
      hasMore || isPlenty(units) ? t('inStock') : t('left', { n: formatCount(units, locale) }),
  }
}
