// topic:make, topic:answer, topic:answers and topic:mark.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { MOST_ANSWER } from '@lantern/shared/features/topic/limits.ts'
import type { Command } from '../../commands/command.ts'
import { enterActivity } from '../../commands/enterActivity.ts'
import { refusalOf } from '../../domain/comment.ts'
import { cleanComment } from '../../domain/comments/fold.ts'
import { markAnswer } from './markAnswer.ts'
import { readAnswers } from './readAnswers.ts'
import { readSilenced } from './readSilenced.ts'

const UNCLEAN = { empty: 'ANSWER_EMPTY', too_long: 'ANSWER_TOO_LONG' } as const

export const makeTopic: Command<'topic:make'> = async ({ ledger, rooms }, { person, showId }, input) => {
  const { question, ...life } = input
  const made = await ledger.makeActivity({ ...life, showId, kind: 'topic', config: { question }, by: person.staffId })
  if (made.ok) rooms.announce(showId)
  return made
}

/** As a comment is asked about; nobody but staff reads it before they have picked it, so that nothing has to be held back. */
export const answerTopic: Command<'topic:answer'> = async (ports, sender, { activityId, requestId, text }) => {
  const clean = cleanComment(text, MOST_ANSWER)
  if (!clean.ok) return refuse(UNCLEAN[clean.reason])
  const { viewerId } = sender.person
  const { now, ...silenced } = await ports.store.run(readSilenced, { showId: sender.showId, viewerId })
  const refusal = refusalOf(silenced, now)
  if (refusal !== null) return refusal
  if ((await ports.words.verdictOf(clean.text)) === 'refuse') return refuse('ANSWER_BLOCKED')
  return enterActivity(ports, sender, { activityId, kind: 'topic', entry: { text: clean.text }, requestId })
}

export const readTopicAnswers: Command<'topic:answers'> = async ({ store }, { showId }, query) => {
  const page = await store.run(readAnswers, { showId, ...query })
  return page === null ? refuse('ACTIVITY_NOT_FOUND') : grant(page)
}

export const markTopicAnswer: Command<'topic:mark'> = async ({ store, rooms }, { person, showId }, input) => {
  const outcome = await store.change(markAnswer, { showId, ...input, by: person.staffId })
  if (outcome.ok) rooms.announce(showId)
  return outcome
}
