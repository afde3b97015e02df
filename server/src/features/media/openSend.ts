// media:openSend: the host's transport to send on; the picture is then served by this process.
import { refuse } from '@lantern/shared/contract/refusals.ts'
import type { Command } from '../../commands/command.ts'

export const openSend: Command<'media:openSend'> = async ({ sfu, rooms }, { showId, peer }, { device }) => {
  const show = await rooms.findShow(showId)
  if (show?.phase === 'ended') return refuse('SHOW_ENDED')

  return sfu.openSend(peer, device ?? null)
}
