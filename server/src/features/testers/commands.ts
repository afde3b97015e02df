// testers:make, testers:take and testers:contact.
import { refuse } from '@lantern/shared/contract/refusals.ts'
import type { Command } from '../../commands/command.ts'
import { enterActivity } from '../../commands/enterActivity.ts'
import { keepContact } from './keepContact.ts'

export const makeTesters: Command<'testers:make'> = async ({ ledger, rooms }, { person, showId }, input) => {
  const { activityId, opensAt, lengthMs, start, conditions, toFront, ...config } = input
  const room = await rooms.findRoom(showId)
  const { productId } = config
  if (productId !== null && !room?.products.some(({ id }) => id === productId)) return refuse('PRODUCT_NOT_FOUND')
  const life = { showId, kind: 'testers', activityId, opensAt, lengthMs, start, conditions, toFront }
  const made = await ledger.makeActivity({ ...life, config, by: person.staffId })
  if (made.ok) rooms.announce(showId)
  return made
}

/** No announcement: how many are left goes out with the next tick. */
export const takePlace: Command<'testers:take'> = (ports, sender, { activityId, requestId }) =>
  enterActivity(ports, sender, { activityId, kind: 'testers', entry: {}, requestId })

export const tellContact: Command<'testers:contact'> = async ({ store, rooms }, { person, showId }, input) => {
  const { activityId, contact, language } = input
  const { viewerId, name } = person
  const asked = { showId, activityId, contact, viewerId, name, ...(language && { language }) }
  const outcome = await store.change(keepContact, asked)
  if (outcome.ok) rooms.announce(showId)
  return outcome
}
