// Tables as files (RFC 4180) that spreadsheets read: words that are no formulas, and sums with the places of their currency.
import { placesOf } from '@lantern/shared/contract/minorUnits.ts'

/** A mark of its order, so that spreadsheets read the file as UTF-8. */
export const CSV_MARK = '\uFEFF'

/** Of cells that are written already. */
export const csvLines = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `${cells.join(',')}\r\n`).join('')

/** -464 CNY -> -4.64, 1200 JPY -> 1200, 12500 KWD -> 12.500; in whole numbers, so that nothing is rounded. */
export function decimal(minor: number, currency: string): string {
  const places = placesOf(currency)
  const digits = String(Math.abs(minor)).padStart(places + 1, '0')
  const at = digits.length - places
  return (minor < 0 ? '-' : '') + (places === 0 ? digits : `${digits.slice(0, at)}.${digits.slice(at)}`)
}

/** What a spreadsheet would take for a formula, in half and in full width. */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/

/** Other people chose these words: an apostrophe before them makes them words again. */
export function textCell(text: string): string {
  const harmless = FORMULA.test(text.trimStart()) || /^[\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
