// Amounts as shops write them, and as we keep them.
import { MOST_MINOR } from '@lantern/shared/contract/ids.ts'
import { placesOf } from '@lantern/shared/contract/minorUnits.ts'

/** 1290 USD -> 12.90, 1290 JPY -> 1290. */
export function toDecimal(minor: number, currency: string): string {
  const places = placesOf(currency)
  const digits = String(Math.abs(minor)).padStart(places + 1, '0')
  const sign = minor < 0 ? '-' : ''
  if (places === 0) return `${sign}${digits}`
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

/** 12.9 USD -> 1290; what is finer than the minor unit is rounded half away from zero. Null: not an amount. */
export function toMinor(amount: string | number, currency: string): number | null {
  return readAmount(amount, placesOf(currency))
}

/** The same where a currency's places are known already: to ask for them takes longer than to read the amount. */
export function readAmount(amount: string | number, places: number): number | null {
  // Of a very small number JavaScript writes a power; a sum of fractions has up to seventeen places.
  const text = typeof amount === 'number' && Math.abs(amount) < 1e-6 ? amount.toFixed(20) : String(amount)
  const parts = /^(-?)(\d{1,12})(?:\.(\d{1,30}))?$/.exec(text)
  if (parts === null) return null
  const [, sign, whole = '', fraction = ''] = parts
  const kept = Number(whole + fraction.padEnd(places, '0').slice(0, places))
  const up = Number(fraction[places] ?? '0') >= 5 ? 1 : 0
  const minor = kept + up
  // More than any page or ledger takes.
  if (minor > MOST_MINOR) return null
  return sign === '-' && minor !== 0 ? -minor : minor
}

/** As `minorUnit` of the Store API of WooCommerce has it: an amount that is minor already, with its own places. */
export function rescale(minor: string, places: number, currency: string): number | null {
  if (!/^\d{1,15}$/.test(minor)) return null
  const digits = minor.padStart(places + 1, '0')
  return toMinor(places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`, currency)
}
