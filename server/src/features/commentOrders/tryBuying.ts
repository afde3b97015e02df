// buying:try: what rules would make of the show's latest comments; nothing is held.
import { COMMENTS_TRIED } from '@lantern/shared/contract/commentOrders.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Command } from '../../commands/command.ts'
import { latestComments } from './jobs.ts'
import { createReader, frontOffers } from './orderReader.ts'

export const tryBuying: Command<'buying:try'> = async ({ store, rooms }, { showId }, rules) => {
  const room = await rooms.findRoom(showId)
  if (!room) return refuse('NOT_JOINED')
  const read = createReader(rules, frontOffers(room))
  const comments = await store.run(latestComments, { showId, limit: COMMENTS_TRIED })
  const tried = comments.map(({ id, name, text, at }) => ({ commentId: id, name, text, at, intent: read(text) }))
  return grant({ comments: tried })
}
