// room:setTalk, words:read, words:set and like:send.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Command } from './command.ts'

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

export const sendLike: Command<'like:send'> = async ({ rooms, likes }, { person, showId }, { count }) => {
  const show = await rooms.findShow(showId)
  if (show?.phase === 'ended') return refuse('SHOW_ENDED')

  const { viewerId, source, issuedAt } = person
  likes.add({ showId, viewerId, source, issuedAt, count })
  return grant({})
}
