// comment:hide, comment:show, comment:approve, comment:pin, comment:unpin, comment:report and comments:read.
import { grant } from '@lantern/shared/contract/refusals.ts'
import type { Command } from '../../commands/command.ts'
import * as jobs from './jobs/judging.ts'
import * as reads from './jobs/reads.ts'
import * as rules from './jobs/rules.ts'

export const hideComment: Command<'comment:hide'> = async ({ store, rooms }, { person, showId }, { commentId }) => {
  const outcome = await store.change(jobs.hideComment, { showId, commentId, by: person.staffId })
  rooms.announce(showId)
  return outcome
}

export const showComment: Command<'comment:show'> = async ({ store, rooms }, { person, showId }, { commentId }) => {
  const outcome = await store.change(jobs.showComment, { showId, commentId, by: person.staffId })
  rooms.announce(showId)
  return outcome
}

export const approveComment: Command<'comment:approve'> = async ({ store, rooms }, context, { commentId }) => {
  const { person, showId } = context
  const outcome = await store.change(jobs.approveComment, { showId, commentId, by: person.staffId })
  rooms.announce(showId)
  return outcome
}

export const pinComment: Command<'comment:pin'> = async ({ store, rooms }, { person, showId }, { commentId }) => {
  const outcome = await store.change(rules.pinComment, { showId, commentId, by: person.staffId })
  rooms.announce(showId)
  return outcome
}

export const unpinComment: Command<'comment:unpin'> = async ({ store, rooms }, { person, showId }) => {
  const outcome = await store.change(rules.unpinComment, { showId, by: person.staffId })
  rooms.announce(showId)
  return outcome
}

export const reportComment: Command<'comment:report'> = async ({ store }, { person, showId }, { commentId }) => {
  const outcome = await store.change(jobs.reportComment, { showId, commentId, viewerId: person.viewerId })
  return outcome.ok ? grant({}) : outcome
}

export const readComments: Command<'comments:read'> = async ({ store }, { showId }, query) =>
  grant(await store.run(reads.readComments, { showId, ...query }))
