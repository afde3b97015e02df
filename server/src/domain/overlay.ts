// Rules of the overlay: what its beats say of it, and what it may tell of an order.
import type { OverlaySight, OverlayState } from '@lantern/shared/contract/overlay.ts'

/** The address of a show's overlay that works now; `tokenHash` null: none does. */
export interface OverlayKey {
  readonly tokenHash: string | null
  readonly madeAt: number
  /** Rises with every change. */
  readonly version: number
}

/** Without a beat, or without a drawn frame, for so long it is stale. */
export const STALE_MS = 12_000
/** Silent for so long, it will hardly come back: its process died before it could say goodbye. */
const LOST_MS = 600_000
const NAMES_SHOWN = 20

export interface OverlayMarks {
  readonly name: string
  readonly active: boolean
  readonly beatAt: number
  readonly paintedAt: number
  readonly leftAt: number | null
}

export function overlayState({ active, beatAt, paintedAt, leftAt }: OverlayMarks, now: number): OverlayState {
  if (leftAt !== null || now - beatAt > LOST_MS) return 'gone'
  if (now - beatAt > STALE_MS) return 'silent'
  // A hidden source need not draw.
  if (!active) return 'hidden'
  return now - paintedAt > STALE_MS ? 'still' : 'live'
}

const RANKS: Readonly<Record<OverlayState, number>> = { live: 0, still: 1, hidden: 2, silent: 3, gone: 3 }

/** Each name once: the best of its connections; where none is there, the one seen last. */
export function overlaySights(marks: readonly OverlayMarks[], now: number): OverlaySight[] {
  const sights = marks.map((mark) => ({ name: mark.name, state: overlayState(mark, now), seenAt: mark.beatAt }))
  const best = new Map<string, OverlaySight>()
  for (const sight of sights.sort(byState)) if (!best.has(sight.name)) best.set(sight.name, sight)
  return [...best.values()].slice(0, NAMES_SHOWN)
}

function byState(one: OverlaySight, other: OverlaySight): number {
  return RANKS[one.state] - RANKS[other.state] || other.seenAt - one.seenAt
}

const CHARACTERS = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
/** What turns the line around it or is not to be seen is no character to show. */
const UNSEEN = /[\p{C}\p{Z}]/gu
const LONGEST = 16

/** A buyer as everyone may read it: the first character and `**`, however long the name is. */
export function shortName(name: string): string {
  const [first] = CHARACTERS.segment(name.replace(UNSEEN, ''))
  const character = first?.segment ?? ''
  return character.length > LONGEST ? '**' : `${character}**`
}
