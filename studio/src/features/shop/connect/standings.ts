// How each step of a round trip stands for whoever reads it: one whose turn has not come asks for nothing yet.
import type { TripStep } from '@lantern/shared/contract/connections.ts'

/** The first step stands for the shop as a whole: where it has not passed, no message can be waited for. */
export function standingsOf(steps: readonly TripStep[]): readonly TripStep[] {
  const isThere = steps.some(({ id, state }) => id === 'reads_products' && state === 'passed')
  return steps.map((step) => {
    const isLater = step.problem === 'after_others' || (!isThere && step.state === 'waiting')
    return isLater ? { ...step, state: 'untried', problem: 'after_others' } : step
  })
}
