// Follows the numbers of frames: which is next, which is old, and where something is missing.
import type { Frame } from '../contract/events.ts'
import type { Snapshot } from '../contract/snapshot.ts'

/** The last frame that was applied, or that the snapshot contains. */
export interface Position {
  readonly epoch: string
  readonly n: number
}

export function positionOf(snapshot: Snapshot): Position {
  return { epoch: snapshot.epoch, n: snapshot.frame }
}

/** `gap`: something was missed; the frame may still be applied, since rows carry versions. */
export function placeOf(frame: Frame, position: Position): 'next' | 'old' | 'gap' {
  if (frame.epoch !== position.epoch) return 'gap'
  if (frame.n <= position.n) return 'old'
  return frame.n === position.n + 1 ? 'next' : 'gap'
}
