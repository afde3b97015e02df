// Every reading of a room, and a room as they make it together.
import { DESK_SLICES, joinChanges } from '@lantern/shared/contract/slices.ts'
import { DESK_READINGS } from './deskReadings.ts'
import type { Reading, RoomPart } from './reading.ts'
import { SHOW_READINGS } from './showReadings.ts'
import { TALK_READINGS } from './talkReadings.ts'

export const READINGS: readonly Reading[] = [...SHOW_READINGS, ...TALK_READINGS, ...DESK_READINGS]

/** Those whose pieces may be others after events of these kinds. */
export function readingsAfter(types: ReadonlySet<string>): readonly Reading[] {
  return READINGS.filter(({ changedBy }) => changedBy.some((type) => types.has(type)))
}

/** Two readings may bring rows of one piece. */
export function together(parts: readonly RoomPart[]): Required<RoomPart> {
  return parts.reduce<Required<RoomPart>>(
    (all, part) => ({
      room: { ...all.room, ...part.room },
      desk: joinChanges(DESK_SLICES, all.desk, part.desk ?? {}),
      inner: { ...all.inner, ...part.inner },
    }),
    { room: {}, desk: {}, inner: {} },
  )
}
