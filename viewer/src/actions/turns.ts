// What becomes of one's places in line while the page is open: the turn has come, or nothing can come of it any more.
import type { RoomClient, RoomView } from '@lantern/shared/client/types.ts'
import type { OfferId } from '@lantern/shared/contract/ids.ts'
import type { Hold } from '@lantern/shared/contract/things.ts'
import { isLive } from '../view/holds.ts'

export type Turn =
  { readonly kind: 'turn'; readonly hold: Hold } | { readonly kind: 'lineClosed'; readonly offerId: OfferId }

/** Each told once; what was so already when the page opened is on the card and no news. */
export function turnsBetween(before: RoomView, after: RoomView): Turn[] {
  if (before.room === null) return []
  const known = new Set(before.own.holds.map((hold) => hold.id))
  const turns = after.own.holds.filter((hold) => hold.waited && isLive(hold) && !known.has(hold.id))
  const waited = new Set(before.own.waits.filter((wait) => wait.state === 'waiting').map((wait) => wait.offerId))
  const closed = after.own.waits.filter((wait) => wait.state === 'closed' && waited.has(wait.offerId))
  return [
    ...turns.map((hold): Turn => ({ kind: 'turn', hold })),
    ...closed.map(({ offerId }): Turn => ({ kind: 'lineClosed', offerId })),
  ]
}

export function watchTurns(client: RoomClient, tell: (turn: Turn) => void): () => void {
  let before = client.getView()
  return client.subscribe(() => {
    const after = client.getView()
    for (const turn of turnsBetween(before, after)) tell(turn)
    before = after
  })
}
