// What a poll says of itself in words: how many voted, who leads or has won.
import type { AnswerLook, PollLook } from '@lantern/shared/features/poll/look.ts'
import type { WordsInUse } from '../../useWords.ts'

/** Those of the shopper's page, and of the overlay. */
export type NoteWords = Pick<WordsInUse, 't' | 'text' | 'count'>

export function peopleOf({ poll }: PollLook, { t, count }: NoteWords): string {
  // What it takes is listed below; whoever has not done it cannot tap.
  if (poll.entries === 0) return poll.conditions.length > 0 ? '' : t(poll.several ? 'poll.tapSeveral' : 'poll.tapOne')
  return t(poll.entries === 1 ? 'poll.onePerson' : 'poll.people', { n: count(poll.entries) })
}

/** Of a poll that is over. */
export function outcomeOf({ answers }: PollLook, words: NoteWords): string {
  const leaders = answers.filter(({ leads }) => leads)
  if (leaders.length === 0) return words.t('poll.nobody')
  return words.t(leaders.length === 1 ? 'poll.wins' : 'poll.tie', { what: namesOf(leaders, words) })
}

/** For a poll that is only a line. */
export function foldedOf(look: PollLook, words: NoteWords): string {
  if (look.isOver) return outcomeOf(look, words)
  const leaders = look.answers.filter(({ leads }) => leads)
  if (leaders.length === 0) return look.poll.question
  return leaders.length === 1 ? words.t('poll.leads', { what: namesOf(leaders, words) }) : words.t('poll.even')
}

export function namesOf(answers: readonly AnswerLook[], { t, text }: NoteWords): string {
  return answers.map(({ title }) => text(title)).join(t('comma'))
}
