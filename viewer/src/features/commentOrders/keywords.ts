// What to write in a comment to hold something, while the show takes orders by comment.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'

const FEW = 3

/** Null: comments buy nothing now. */
export function keywordOf(room: RoomState, offerId: string): string | null {
  const { buying, show } = room
  if (!buying?.on || show.phase !== 'live') return null
  const keyword = buying.keywords.find((each) => each.offerId === offerId)?.keyword
  return keyword === undefined ? null : keyword + (buying.numberRequired ? '+1' : '')
}

/** The keywords of a card in short: `A1`, `A1 · A2`, `A1 … A5`. */
export function keywordsOf(room: RoomState, offerIds: readonly string[]): string | null {
  const known = offerIds.flatMap((offerId) => keywordOf(room, offerId) ?? [])
  if (known.length === 0) return null
  return known.length > FEW ? `${known[0]} … ${known.at(-1)}` : known.join(' · ')
}
