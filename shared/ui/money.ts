// Amounts and counts as people read and type them.

import { figuresOf } from './typed.ts'
export { formatMoney } from '../contract/money.ts'

export function formatCount(count: number, locale: string): string {
  return new Intl.NumberFormat(locale).format(count)
}

/** `129.5` with two digits is 12950; null for anything that is no amount. */
export function parseMoney(text: string, digits: number): number | null {
  const match = /^(\d{1,10})(?:[.,](\d*))?$/.exec(figuresOf(text))
  if (!match) return null
  const decimals = match[2] ?? ''
  if (decimals.length > digits) return null
  return Number(match[1]) * 10 ** digits + Number(decimals.padEnd(digits, '0') || 0)
}
