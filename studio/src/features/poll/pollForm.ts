// The form of a poll as a value: what was set, what is wrong with it, and the command it becomes.
import type { CommandInput } from '@lantern/shared/contract/commands.ts'
import type { ActivityId, ProductId } from '@lantern/shared/contract/ids.ts'
import { MOST_ANSWER, MOST_ANSWERS, MOST_QUESTION } from '@lantern/shared/features/poll/contract.ts'
import { type ConditionDraft, conditionsOf, EVERYONE } from '../../plays/conditionForm.ts'
import type { WordKey } from '../../words.ts'

/** An answer as it is typed or picked; `key` tells its row from others. */
export interface DraftAnswer {
  readonly key: string
  readonly productId: ProductId | null
  readonly text: string
}

export interface PollDraft {
  readonly question: string
  readonly answers: readonly DraftAnswer[]
  readonly several: boolean
  readonly hidden: boolean
  readonly pinsWinner: boolean
  /** Null: until it is closed by hand. */
  readonly lengthMs: number | null
  readonly who: ConditionDraft
}

export interface PollProblems {
  readonly question: WordKey | null
  /** By the answer's key. */
  readonly answers: ReadonlyMap<string, WordKey>
  /** Of the answers as a whole. */
  readonly list: WordKey | null
}

export type PollTerms = Omit<CommandInput<'poll:make'>, 'activityId' | 'start' | 'opensAt'>

const USUAL_LENGTH_MS = 60_000

const picked = (productId: ProductId): DraftAnswer => ({ key: `product ${productId}`, productId, text: '' })

/** Ready to be opened as it is: what comes next in the rundown, asked for in the usual words. */
export function draftFor(question: string, next: readonly ProductId[]): PollDraft {
  return {
    question,
    answers: next.map(picked),
    several: false,
    hidden: false,
    pinsWinner: true,
    lengthMs: USUAL_LENGTH_MS,
    who: EVERYONE,
  }
}

export function withProduct(draft: PollDraft, productId: ProductId): PollDraft {
  const isThere = draft.answers.some((answer) => answer.productId === productId)
  return isThere || isFull(draft) ? draft : { ...draft, answers: [...draft.answers, picked(productId)] }
}

export function withText(draft: PollDraft, key: string): PollDraft {
  return isFull(draft) ? draft : { ...draft, answers: [...draft.answers, { key, productId: null, text: '' }] }
}

export function isFull({ answers }: PollDraft): boolean {
  return answers.length >= MOST_ANSWERS
}

export function checkPoll(draft: PollDraft): { readonly problems: PollProblems; readonly terms: PollTerms | null } {
  const question = draft.question.trim()
  const problems: PollProblems = {
    question: question === '' ? 'poll.noQuestion' : question.length > MOST_QUESTION ? 'poll.tooLong' : null,
    answers: answerProblems(draft.answers),
    list: draft.answers.length < 2 ? 'poll.twoAnswers' : null,
  }
  const isWrong = problems.question !== null || problems.list !== null || problems.answers.size > 0
  const conditions = conditionsOf(draft.who)
  if (isWrong || conditions === null) return { problems, terms: null }
  const { several, hidden, pinsWinner, lengthMs } = draft
  const answers = draft.answers.map(toAnswer)
  return { problems, terms: { question, answers, several, hidden, pinsWinner, lengthMs, conditions } }
}

function toAnswer({ productId, text }: DraftAnswer): PollTerms['answers'][number] {
  return productId === null ? { text: text.trim(), picture: null } : { productId }
}

function answerProblems(answers: readonly DraftAnswer[]): ReadonlyMap<string, WordKey> {
  const problems = new Map<string, WordKey>()
  const seen = new Set<string>()
  for (const { key, productId, text } of answers) {
    if (productId !== null) continue
    const plain = text.trim().toLocaleLowerCase()
    if (plain === '') problems.set(key, 'poll.noAnswer')
    else if (plain.length > MOST_ANSWER) problems.set(key, 'poll.tooLong')
    else if (seen.has(plain)) problems.set(key, 'poll.twice')
    seen.add(plain)
  }
  return problems
}

export function pollMake(
  activityId: ActivityId,
  terms: PollTerms,
  start: CommandInput<'poll:make'>['start'],
): CommandInput<'poll:make'> {
  return { activityId, start, opensAt: null, ...terms }
}
