// Schemas of step prices: the steps that staff set, and what everyone sees of how far the buyers are.
import * as z from 'zod'
import { ActivityLife, ActivityStart, MOST_LENGTH_MS } from '../../activities/activity.ts'
import { ActivityId, Currency, Minor, ProductId, Version } from '../../contract/ids.ts'

export const MOST_STEPS = 5
export const MOST_BUYERS = 100_000
export const SHORTEST_MS = 60_000

/** From so many buyers on a unit costs so much, whatever its size. */
export const PriceStep = z.object({
  buyers: z.number().int().min(1).max(MOST_BUYERS),
  priceMinor: Minor.min(1),
})
export type PriceStep = z.infer<typeof PriceStep>

const rises = (steps: readonly PriceStep[]) =>
  steps.every((step, place) => {
    const before = steps[place - 1]
    return before === undefined || (step.buyers > before.buyers && step.priceMinor < before.priceMinor)
  })

/** What staff set. */
export const StepPriceConfig = z.object({
  productId: ProductId,
  steps: z.array(PriceStep).min(1).max(MOST_STEPS).refine(rises, 'each step wants more buyers and costs less'),
})
export type StepPriceConfig = z.infer<typeof StepPriceConfig>

/** Whoever paid says nothing more. */
export const StepPriceEntry = z.strictObject({})
export type StepPriceEntry = z.infer<typeof StepPriceEntry>

/** `reached`: so many steps; `priceMinor`: what everyone pays; null: no step was reached. */
export const StepPriceResult = z.object({
  reached: z.number().int().min(0).max(MOST_STEPS),
  priceMinor: Minor.nullable(),
})
export type StepPriceResult = z.infer<typeof StepPriceResult>

/** `entries`: people who have paid, each once; it never falls. */
export const StepPrice = ActivityLife.extend({ ...StepPriceConfig.shape, result: StepPriceResult.nullable() })
export type StepPrice = z.infer<typeof StepPrice>

const Count = z.number().int().nonnegative()
/** Orders of whoever paid more than the last step, and what goes back to them. */
export const StepRefunds = z.object({
  activityId: ActivityId,
  /** Decided once it is over. */
  waiting: Count,
  /** The shop is told, and has not done it yet. */
  due: Count,
  done: Count,
  /** Staff give it back at the shop. */
  byHand: Count,
  /** What all of it comes to. */
  sumMinor: Minor,
  byHandMinor: Minor,
  version: Version,
})
export type StepRefunds = z.infer<typeof StepRefunds>

export const COMMANDS = {
  /** Safe to repeat with the same id. It comes to the front where it is announced or opened at once, unless this says no. */
  'stepPrice:make': {
    input: ActivityStart.omit({ conditions: true }).extend({
      ...StepPriceConfig.shape,
      lengthMs: z.number().int().min(SHORTEST_MS).max(MOST_LENGTH_MS).nullable(),
      /** The one that the amounts are in; left out: that of the show. */
      currency: Currency.optional(),
      toFront: z.boolean().optional(),
    }),
    output: ActivityLife,
  },
}

export const SLICES = {
  /** Those that staff have shown, the latest that are over among them. */
  everyone: { stepPrices: z.array(StepPrice).readonly() },
  /** All of them, drafts too, and what goes back to their buyers. */
  staff: { stepPrices: z.array(StepPrice).readonly(), stepRefunds: z.array(StepRefunds).readonly() },
}
