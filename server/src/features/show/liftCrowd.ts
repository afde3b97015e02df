// crowd:lift: staff let everybody behind one address buy, since carriers put whole audiences there.
import { refuse } from '@lantern/shared/contract/refusals.ts'
import type { Command } from '../../commands/command.ts'

export const liftCrowd: Command<'crowd:lift'> = async ({ store, rooms }, { person, showId }) => {
  const outcome = await store.liftCrowd(showId, person.staffId)
  rooms.announce(showId)
  if (outcome.ok) return outcome
  return outcome.code === 'SHOW_NOT_FOUND' ? refuse('NOT_JOINED') : refuse(outcome.code)
}
