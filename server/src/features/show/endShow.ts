// show:end: the show and its running sale end, the picture stops; holds live on to their deadline.
import { refuse } from '@lantern/shared/contract/refusals.ts'
import type { Command } from '../../commands/command.ts'

export const endShow: Command<'show:end'> = async ({ ledger, sfu, rooms }, { person, showId }) => {
  const outcome = await ledger.endShow({ showId, by: person.staffId })
  rooms.announce(showId)
  if (outcome.ok) {
    sfu.closeShow(showId)
    return outcome
  }
  return outcome.code === 'SHOW_NOT_FOUND' ? refuse('NOT_JOINED') : refuse(outcome.code)
}
