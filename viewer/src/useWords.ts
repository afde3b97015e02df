// Words, texts, prices and numbers in the reader's language.
import { pickText } from '@lantern/shared/ui/i18n.ts'
import { formatCount, formatMoney } from '@lantern/shared/ui/money.ts'
import type { LocalText } from '@lantern/shared/contract/things.ts'
import type { ViewerWords } from '@lantern/shared/ui/words/viewer.en.ts'
import { useTranslation } from 'react-i18next'
import { useScene } from './session.ts'

export function useWords() {
  const { t } = useTranslation()
  const { locale } = useScene().session
  return {
    locale,
    t: (key: keyof ViewerWords, fill: Readonly<Record<string, string | number>> = {}): string =>
      t(`viewer:${key}`, { ...fill, defaultValue: key }),
    text: (text: LocalText | null) => pickText(text, locale),
    money: (minor: number, currency: string) => formatMoney(minor, currency, locale),
    count: (n: number) => formatCount(n, locale),
  }
}
