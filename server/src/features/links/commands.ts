// link:make, link:void and links:count.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Command } from '../../commands/command.ts'
import { countLinks, makeLink, voidLink } from './jobs.ts'

export const make: Command<'link:make'> = async (
  { store, rooms, links, groups },
  { person, showId },
  { id, name, groupId },
) => {
  if (groupId !== null && !(await groups.isThere(groupId))) return refuse('GROUP_NOT_FOUND')
  const code = await links.make()
  const outcome = await store.change(makeLink, { showId, id, name, groupId, code, staffId: person.staffId })
  if (outcome.ok) rooms.announce(showId)
  if (outcome.ok) return outcome
  return outcome.code === 'SHOW_NOT_FOUND' ? refuse('NOT_JOINED') : refuse(outcome.code)
}

export const makeVoid: Command<'link:void'> = async ({ store, rooms }, { person, showId }, { id }) => {
  const outcome = await store.change(voidLink, { showId, id, staffId: person.staffId })
  if (outcome.ok) rooms.announce(showId)
  return outcome
}

export const count: Command<'links:count'> = async ({ store }, { showId }) =>
  grant({ numbers: await store.run(countLinks, { showId }) })
