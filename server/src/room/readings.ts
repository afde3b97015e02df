// Every reading that the features have, and a room as they make it together.
import { STAFF_SLICES, joinChanges } from '@lantern/shared/contract/slices.ts'
import * as features from '../features/features.ts'
import type { Reading, RoomPart } from './reading.ts'

export const READINGS: readonly Reading[] = Object.values(features).flatMap((feature) =>
  'readings' in feature ? feature.readings : [],
)

/** Those whose pieces may be others after events of these kinds. */
export function readingsAfter(types: ReadonlySet<string>): readonly Reading[] {
  return READINGS.filter(({ changedBy }) => changedBy.some((type) => types.has(type)))
}

/** Two readings may bring rows of one piece. */
export function together(parts: readonly RoomPart[]): Required<RoomPart> {
  return parts.reduce<Required<RoomPart>>(
    (all, part) => ({
      room: { ...all.room, ...part.room },
      desk: joinChanges(STAFF_SLICES, all.desk, part.desk ?? {}),
      own: [...all.own, ...(part.own ?? [])],
      inner: { ...all.inner, ...part.inner },
    }),
    { room: {}, desk: {}, own: [], inner: {} },
  )
}
