// comment:hide, comment:show, comment:approve, comment:pin, comment:unpin, comment:report and comments:read.
import { grant } from '@lantern/shared/contract/refusals.ts'
import type { Command } from '../../commands/command.ts'

export const hideComment: Command<'comment:hide'> = async ({ store, rooms }, { person, showId }, { commentId }) => {
  const outcome = await store.hideComment({ showId, commentId, by: person.staffId })
  rooms.announce(showId)
  return outcome
}

export const showComment: Command<'comment:show'> = async ({ store, rooms }, { person, showId }, { commentId }) => {
  const outcome = await store.showComment({ showId, commentId, by: person.staffId })
  rooms.announce(showId)
  return outcome
}

export const approveComment: Command<'comment:approve'> = async ({ store, rooms }, context, { commentId }) => {
  const { person, showId } = context
  const outcome = await store.approveComment({ showId, commentId, by: person.staffId })
  rooms.announce(showId)
  return outcome
}

export const pinComment: Command<'comment:pin'> = async ({ store, rooms }, { person, showId }, { commentId }) => {
  const outcome = await store.pinComment(showId, commentId, person.staffId)
  rooms.announce(showId)
  return outcome
}

export const unpinComment: Command<'comment:unpin'> = async ({ store, rooms }, { person, showId }) => {
  const outcome = await store.unpinComment(showId, person.staffId)
  rooms.announce(showId)
  return outcome
}

export const reportComment: Command<'comment:report'> = async ({ store }, { person, showId }, { commentId }) => {
  const outcome = await store.reportComment({ showId, commentId, viewerId: person.viewerId })
  return outcome.ok ? grant({}) : outcome
}

export const readComments: Command<'comments:read'> = async ({ store }, { showId }, query) =>
  grant(await store.readComments({ showId, ...query }))
