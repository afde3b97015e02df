// What the server does for step prices: a kind of activity that buyers enter by paying.
export * as contract from '@lantern/shared/features/stepPrice/contract.ts'
export { readings } from './readings.ts'
export { STEP_PRICE as activity } from './rules.ts'
import { makeStepPrice } from './commands.ts'

export const handlers = {
  'stepPrice:make': makeStepPrice,
}
