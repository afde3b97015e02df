// Amounts in minor units as a reader of one language expects them.
import { placesOf } from '../contract/minorUnits.ts'

/** 12900 CNY -> ¥129, 12950 CNY -> ¥129.50, 1200 JPY -> ¥1,200. */
export function formatMoney(minor: number, currency: string, locale: string): string {
  const places = placesOf(currency)
  const amount = minor / 10 ** places
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: Number.isInteger(amount) ? 0 : places,
    maximumFractionDigits: places,
  }).format(amount)
}

export function formatCount(count: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(count)
}

/** `129.5` with two digits is 12950; null for anything that is no amount. */
export function parseMoney(text: string, digits: number): number | null {
  const match = /^(\d{1,10})(?:[.,](\d*))?$/.exec(text.trim())
  if (!match) return null
  const decimals = match[2] ?? ''
  if (decimals.length > digits) return null
  return Number(match[1]) * 10 ** digits + Number(decimals.padEnd(digits, '0') || 0)
}
