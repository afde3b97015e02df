// pins:set: which products are shown over the picture.
import { refuse } from '@lantern/shared/contract/refusals.ts'
import type { Command } from '../../commands/command.ts'

export const setPins: Command<'pins:set'> = async ({ store, rooms }, { person, showId }, { productIds }) => {
  const outcome = await store.setPins(showId, productIds, person.staffId)
  rooms.announce(showId)
  if (outcome.ok) return outcome
  return outcome.code === 'SHOW_NOT_FOUND' ? refuse('NOT_JOINED') : refuse(outcome.code)
}
