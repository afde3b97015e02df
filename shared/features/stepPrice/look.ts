// A step price as pages show it: its marks with their prices, and how much of the way to the last one is done.
import type { RoomState } from '../../contract/snapshot.ts'
import type { StepPrice } from './contract.ts'
import { reachOf, type Reach } from '../../activities/priceSteps.ts'

export interface Mark {
  /** Null: the price before any step. */
  readonly buyers: number | null
  readonly priceMinor: number
  readonly isReached: boolean
  /** Where it stands on the line, 0 to 100. */
  readonly at: number
}

export interface StepLook extends Reach {
  readonly marks: readonly Mark[]
  /** 0 to 100: marks stand at even distances, whatever their numbers. */
  readonly percent: number
  readonly currency: string
  /** What a unit costs before any step, of the cheapest size. */
  readonly listMinor: number
}

type Shown = Pick<RoomState, 'offers' | 'show'>

/** Reads the product's price and the currency from the room's offers. */
export function lookAtSteps({ steps, entries, productId }: StepPrice, { offers }: Shown): StepLook {
  const own = offers.filter((offer) => offer.productId === productId)
  const listMinor = own.length === 0 ? 0 : Math.min(...own.map(({ priceMinor }) => priceMinor))
  const reach = reachOf(steps, entries)
  const part = 100 / steps.length
  const before = steps[reach.reached - 1]?.buyers ?? 0
  const within = reach.next === null ? 0 : (entries - before) / (reach.next.buyers - before)
  const marks = steps.map(({ buyers, priceMinor }, place) => {
    return { buyers, priceMinor, isReached: place < reach.reached, at: part * (place + 1) }
  })
  const first = { buyers: null, priceMinor: listMinor, isReached: true, at: 0 }
  const percent = part * (reach.reached + within)
  return { ...reach, marks: [first, ...marks], percent, currency: own[0]?.currency ?? '', listMinor }
}
