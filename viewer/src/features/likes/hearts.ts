// How many hearts rise when taps and likes have changed.

export interface HeartCounts {
  /** Of the whole room. */
  readonly likes: number
  /** One's own, on this page. */
  readonly taps: number
  /** Own taps that rose already and that the room has yet to count. */
  readonly owed: number
}

/** Of what others do at once so many rise: a room of thousands is no fountain. */
const OTHERS_AT_ONCE = 3

/** Each own tap is a heart at once; when the room counts it, it is no heart again. */
export function heartsFor(
  before: HeartCounts,
  { likes, taps }: Omit<HeartCounts, 'owed'>,
): { readonly hearts: number; readonly owed: number } {
  const own = taps - before.taps
  const counted = Math.max(0, likes - before.likes)
  const owed = before.owed + own
  const others = Math.min(OTHERS_AT_ONCE, Math.max(0, counted - owed))
  return { hearts: own + others, owed: Math.max(0, owed - counted) }
}
