// The condition of having come by a link that was shared.
import type { ConditionKind } from './condition.ts'

export const came: ConditionKind<'came'> = {
  need: () => 1,
  have: (_reader, askings) =>
    Promise.resolve(
      askings.map(({ condition, who }) => Number(who.via !== null && (condition.via ?? who.via) === who.via)),
    ),
}
