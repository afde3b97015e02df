// How far the buyers of a step price are: which step they have reached, what is missing to the next one, and what a unit costs then.

export interface PriceStep {
  readonly buyers: number
  readonly priceMinor: number
}

export interface Reach {
  /** So many steps. */
  readonly reached: number
  /** What everyone pays; null: the usual price. */
  readonly priceMinor: number | null
  /** Null: the last one is reached. */
  readonly next: (PriceStep & { readonly missing: number }) | null
}

export function reachOf(steps: readonly PriceStep[], buyers: number): Reach {
  const reached = steps.filter((step) => buyers >= step.buyers)
  const next = steps[reached.length]
  return {
    reached: reached.length,
    priceMinor: reached.at(-1)?.priceMinor ?? null,
    next: next === undefined ? null : { ...next, missing: next.buyers - buyers },
  }
}

interface Running {
  readonly stepPrices: readonly {
    readonly state: string
    readonly productId: string
    readonly steps: readonly PriceStep[]
    readonly entries: number
  }[]
}

/** What a unit of the product costs while a step is open; null: none is. */
export function stepPriceNow({ stepPrices }: Running, productId: string): number | null {
  const open = stepPrices.filter((one) => one.state === 'open' && one.productId === productId)
  const prices = open.flatMap(({ steps, entries }) => reachOf(steps, entries).priceMinor ?? [])
  return prices.length === 0 ? null : Math.min(...prices)
}
