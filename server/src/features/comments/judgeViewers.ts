// viewer:mute, viewer:ban, viewer:pardon and viewer:erase.
import { grant } from '@lantern/shared/contract/refusals.ts'
import type { Command } from '../../commands/command.ts'
import * as jobs from './jobs/standings.ts'

export const muteViewer: Command<'viewer:mute'> = async ({ store, rooms }, { person, showId }, input) => {
  const outcome = await store.change(jobs.muteViewer, { showId, by: person.staffId, ...input })
  rooms.announce(showId)
  return outcome
}

export const banViewer: Command<'viewer:ban'> = async ({ store, rooms }, { person, showId }, input) => {
  const outcome = await store.change(jobs.banViewer, { showId, by: person.staffId, ...input })
  rooms.announce(showId)
  return outcome
}

export const pardonViewer: Command<'viewer:pardon'> = async ({ store, rooms }, { person, showId }, input) => {
  const outcome = await store.change(jobs.pardonViewer, { showId, by: person.staffId, ...input })
  rooms.announce(showId)
  return outcome
}

export const eraseViewer: Command<'viewer:erase'> = async ({ store, rooms, revoked }, { person, showId }, input) => {
  const erased = await store.eraseViewer({ showId, by: person.staffId, ...input })
  await revoked.look()
  for (const id of new Set([showId, ...erased.showIds])) rooms.announce(id)
  return grant(erased)
}
