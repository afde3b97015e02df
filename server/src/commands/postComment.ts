// comment:post: stores a comment; everyone else reads it with the next comment frame.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Command } from './command.ts'

export const postComment: Command<'comment:post'> = async ({ rooms, comments }, { person, showId }, input) => {
  const show = await rooms.findShow(showId)
  if (show?.phase === 'ended') return refuse('SHOW_ENDED')

  const { viewerId, name } = person
  const comment = { id: input.commentId, showId, viewerId, name, fromStaff: person.kind === 'staff', text: input.text }
  const stored = await comments.add(comment)
  return stored === null ? refuse('TRY_AGAIN', { retryAfterMs: 1000 }) : grant(stored)
}
