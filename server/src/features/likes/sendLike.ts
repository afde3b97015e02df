// like:send: taps on the heart are added up before they are stored.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Command } from '../../commands/command.ts'

export const sendLike: Command<'like:send'> = async ({ rooms, likes }, { person, showId }, { count }) => {
  const show = await rooms.findShow(showId)
  if (show?.phase === 'ended') return refuse('SHOW_ENDED')

  const { viewerId, source, issuedAt } = person
  likes.add({ showId, viewerId, source, issuedAt, count })
  return grant({})
}
