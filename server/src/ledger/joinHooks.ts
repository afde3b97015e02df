// The hooks of a batch's books as those of one.
import type { Offered } from '../domain/adjusting.ts'
import type { HoldRecord } from '../domain/hold.ts'
import type { Draft, Hooks, JoinedHooks, Moved, WorkingSet } from './workingSet.ts'

export function joinHooks(hooks: readonly Hooks[]): JoinedHooks {
  const movers = hooks.flatMap(({ moved }) => moved ?? [])
  const changers = hooks.flatMap(({ changed }) => changed ?? [])
  const adjusters = hooks.flatMap(({ adjust }) => adjust ?? [])
  return {
    moved: (set: WorkingSet, moved: Moved) => movers.forEach((hear) => hear(set, moved)),
    changed: (set: WorkingSet, hold: HoldRecord) => changers.forEach((hear) => hear(set, hold)),
    adjust(set: WorkingSet, draft: Draft): Offered {
      const offered = adjusters.map((adjust) => adjust(set, draft))
      return {
        prices: offered.flatMap(({ prices }) => prices ?? []),
        coupons: offered.flatMap(({ coupons }) => coupons ?? []),
      }
    },
  }
}
