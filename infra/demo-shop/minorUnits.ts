// How many decimal places a currency has, after ISO 4217; the shop has a table of its own, it shares no code with Lantern.

/** Every currency that is not here has two. */
const PLACES: Readonly<Record<string, string>> = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
}

export function placesOf(currency: string): number {
  const entry = Object.entries(PLACES).find(([, currencies]) => currencies.split(' ').includes(currency))
  return entry === undefined ? 2 : Number(entry[0])
}
