// How many decimal places a currency has, after ISO 4217: the one table of server and pages.

/** Every currency that is not here has two. */
const PLACES: readonly (readonly [places: number, currencies: string])[] = [
  [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
  [3, 'BHD IQD JOD KWD LYD OMR TND'],
  [4, 'CLF UYW'],
]

const BY_CURRENCY: ReadonlyMap<string, number> = new Map(
  PLACES.flatMap(([places, currencies]) => currencies.split(' ').map((currency) => [currency, places] as const)),
)

/**
 * Decimal places of a currency: 2 for USD and HUF, 0 for JPY, 3 for KWD. Never asked of `Intl`: it has the places that
 * are used in cash, and another number of them in each version of Node and of a browser.
 */
export function placesOf(currency: string): number {
  return BY_CURRENCY.get(currency.toUpperCase()) ?? 2
}
