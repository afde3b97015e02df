// Amounts in minor units as a reader of one language expects them.
import { placesOf } from './minorUnits.ts'

/** What a bare sign means to readers: ¥ is yuan in Chinese, $ US dollars in English. */
const OWN: Readonly<Record<string, string>> = { en: 'USD', 'zh-Hans': 'CNY', 'zh-Hant': 'TWD' }

/** The short sign, but for another country's money that has the reader's own: 1,200 yen are JP¥1,200 in Chinese. */
function signOf(currency: string, locale: string): 'symbol' | 'narrowSymbol' {
  const own = OWN[locale]
  if (own === undefined || own === currency) return 'narrowSymbol'
  const [narrow, mine] = [currency, own].map((one) => shortSign(one, locale))
  return narrow === mine ? 'symbol' : 'narrowSymbol'
}

function shortSign(currency: string, locale: string): string | undefined {
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  return parts.formatToParts(0).find(({ type }) => type === 'currency')?.value
}

/** 12900 CNY -> ¥129, 12950 CNY -> ¥129.50, 1200 JPY -> ¥1,200. */
export function formatMoney(minor: number, currency: string, locale: string): string {
  const places = placesOf(currency)
  const amount = minor / 10 ** places
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: signOf(currency, locale),
    minimumFractionDigits: Number.isInteger(amount) ? 0 : places,
    maximumFractionDigits: places,
  }).format(amount)
}
