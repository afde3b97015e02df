// The rules of a step price: whoever pays for the product is in, and each step that is reached opens its price.
import { StepPriceConfig, StepPriceEntry, StepPriceResult } from '@lantern/shared/features/stepPrice/contract.ts'
import { reachOf } from '@lantern/shared/activities/priceSteps.ts'
import { refuse } from '@lantern/shared/contract/refusals.ts'
import { activityKind, type KindRules } from '../../activities/kind.ts'

const RULES: KindRules<StepPriceConfig, StepPriceEntry, StepPriceResult> = {
  kind: 'stepPrice',
  config: StepPriceConfig,
  entry: StepPriceEntry,
  result: StepPriceResult,
  places: () => null,
  // Nobody enters but by paying.
  decideEntry: () => refuse('BAD_INPUT'),
  keysOf: () => [],
  settle({ config, entries }) {
    const { reached, priceMinor } = reachOf(config.steps, entries)
    return { reached, priceMinor }
  },
  notCarried: 'PRICE_NOT_CARRIED',
  // Two prices at once would be a riddle.
  refusesBeside: (config, other) => (config.productId === other.productId ? 'STEP_PRICE_RUNNING' : null),
  entersWhenPaid: ({ config, lines }) => (lines.some(({ productId }) => productId === config.productId) ? {} : null),
  pricesFor({ config: { productId, steps }, entries }) {
    const { priceMinor } = reachOf(steps, entries)
    return priceMinor === null ? [] : [{ productId, unitPriceMinor: priceMinor }]
  },
}

export const STEP_PRICE = activityKind(RULES)
