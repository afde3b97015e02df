// Who may take part in a play as a form has it: which conditions are set, and what they come to.
import { type Condition, MOST_MINUTES } from '@lantern/shared/activities/conditions.ts'
import type { ProductId } from '@lantern/shared/contract/ids.ts'

export interface ConditionDraft {
  /** Minutes as they are typed; null: not asked. */
  readonly watched: string | null
  /** A word as it is typed, empty: anything; null: not asked. */
  readonly wrote: string | null
  /** `any`: whatever it was; null: not asked. */
  readonly bought: ProductId | 'any' | null
  readonly came: boolean
  readonly notWon: boolean
}

export const EVERYONE: ConditionDraft = { watched: null, wrote: null, bought: null, came: false, notWon: false }

/** Null: what is typed is no condition. */
export function conditionsOf({ watched, wrote, bought, came, notWon }: ConditionDraft): Condition[] | null {
  const minutes = watched === null ? null : minutesOf(watched)
  if (watched !== null && minutes === null) return null
  return [
    ...(minutes === null ? [] : [{ is: 'watched' as const, minutes }]),
    ...(wrote === null ? [] : [{ is: 'wrote' as const, word: wordOf(wrote) }]),
    ...(bought === null ? [] : [{ is: 'bought' as const, productId: bought === 'any' ? null : bought }]),
    ...(came ? [{ is: 'came' as const, via: null }] : []),
    ...(notWon ? [{ is: 'notWon' as const }] : []),
  ]
}

/** Null: anything. */
function wordOf(typed: string): string | null {
  const word = typed.trim()
  return word === '' ? null : word
}

/** Null: not a whole number of minutes that a show could last. */
export function minutesOf(typed: string): number | null {
  const minutes = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0
  return minutes >= 1 && minutes <= MOST_MINUTES ? minutes : null
}

/** Watching takes as long as it is open, or longer: whoever comes when it opens cannot take part any more. */
export function takesLonger({ watched }: ConditionDraft, lengthMs: number | null): boolean {
  const minutes = watched === null ? null : minutesOf(watched)
  return minutes !== null && lengthMs !== null && minutes * 60_000 >= lengthMs
}
