// room:setTalk, words:read and words:set.
import { grant } from '@lantern/shared/contract/refusals.ts'
import type { Command } from '../../commands/command.ts'
import { setTalk as saveRules } from './jobs/rules.ts'
import { readWordLists, setWordList } from './jobs/wordLists.ts'

export const setTalk: Command<'room:setTalk'> = async ({ store, rooms }, { person, showId }, rules) => {
  const outcome = await store.change(saveRules, { showId, rules, by: person.staffId })
  rooms.announce(showId)
  return outcome
}

export const readWords: Command<'words:read'> = async ({ store }) =>
  grant({ lists: [...(await store.run(readWordLists, null))] })

export const setWords: Command<'words:set'> = async ({ store, words }, { person, showId }, list) => {
  const outcome = await store.run(setWordList, { showId, list, by: person.staffId })
  words.forget()
  return outcome
}
