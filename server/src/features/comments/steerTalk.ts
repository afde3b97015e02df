// room:setTalk, words:read and words:set.
import { grant } from '@lantern/shared/contract/refusals.ts'
import type { Command } from '../../commands/command.ts'

export const setTalk: Command<'room:setTalk'> = async ({ store, rooms }, { person, showId }, rules) => {
  const outcome = await store.setTalk(showId, rules, person.staffId)
  rooms.announce(showId)
  return outcome
}

export const readWords: Command<'words:read'> = async ({ store }) =>
  grant({ lists: [...(await store.readWordLists())] })

export const setWords: Command<'words:set'> = async ({ store, words }, { person, showId }, list) => {
  const outcome = await store.setWordList(showId, list, person.staffId)
  words.forget()
  return outcome
}
