// The form of a draw as a value: what was set, what is wrong with it, and the command it becomes.
import type { CommandInput } from '@lantern/shared/contract/commands.ts'
import type { ProductId } from '@lantern/shared/contract/ids.ts'
import { type ConditionDraft, conditionsOf, EVERYONE } from '../../plays/conditionForm.ts'
import type { WordKey } from '../../words.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** As the contract has them. */
export const MOST_TITLE = 80
export const MOST_WORTH = 40
const MOST_WINNERS = 100

/** A draw closes by the clock: the public random number is named when it opens. */
export const LENGTHS_MS = [MINUTE_MS, 2 * MINUTE_MS, 5 * MINUTE_MS, 10 * MINUTE_MS, 30 * MINUTE_MS] as const
const USUAL_LENGTH_MS = 5 * MINUTE_MS
export const CLAIMS_MS = [24 * HOUR_MS, 48 * HOUR_MS, 7 * 24 * HOUR_MS] as const
const USUAL_CLAIM_MS = 48 * HOUR_MS

export interface DrawDraft {
  /** Null: something that is no product of the show. */
  readonly productId: ProductId | null
  readonly title: string
  readonly worth: string
  /** As it is typed. */
  readonly winners: string
  readonly lengthMs: number
  readonly claimMs: number
  readonly who: ConditionDraft
}

export interface DrawProblems {
  readonly title: WordKey | null
  readonly winners: WordKey | null
}

export type DrawTerms = Omit<CommandInput<'draw:make'>, 'activityId' | 'start' | 'opensAt'>

export interface Offered {
  readonly productId: ProductId | null
  readonly title: string
  readonly worth: string
}

/** Ready to be opened as it is: what is offered, for one winner who has not won in the show yet. */
export function draftFor({ productId, title, worth }: Offered): DrawDraft {
  return {
    productId,
    title: title.slice(0, MOST_TITLE),
    worth,
    winners: '1',
    lengthMs: USUAL_LENGTH_MS,
    claimMs: USUAL_CLAIM_MS,
    who: { ...EVERYONE, notWon: true },
  }
}

export function checkDraw(draft: DrawDraft): { readonly problems: DrawProblems; readonly terms: DrawTerms | null } {
  const title = draft.title.trim()
  const worth = draft.worth.trim()
  const winners = winnersIn(draft.winners)
  const problems: DrawProblems = {
    title: title === '' ? 'draw.noPrize' : title.length > MOST_TITLE ? 'draw.tooLong' : null,
    winners: winners === null ? 'draw.badWinners' : null,
  }
  const conditions = conditionsOf(draft.who)
  const isWrong = problems.title !== null || winners === null || worth.length > MOST_WORTH || conditions === null
  if (isWrong) return { problems, terms: null }
  const { productId, lengthMs, claimMs } = draft
  return {
    problems,
    terms: { title, productId, worth: worth === '' ? null : worth, winners, lengthMs, claimMs, conditions },
  }
}

function winnersIn(typed: string): number | null {
  const winners = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0
  return winners >= 1 && winners <= MOST_WINNERS ? winners : null
}
