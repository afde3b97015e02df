// Every act in every state: where it leads, or why it is refused.
import { expect, test } from 'vitest'
import { moveOf } from './moves.ts'
import { MOVE_REFUSALS } from './refusals.ts'
import { ACTIVITY_ACTS, ACTIVITY_STATES, type ActivityState, isOver, isShown } from './states.ts'

/** In the order of the acts: announce, open, close, settle, cancel, remove. */
const CASES: Readonly<Record<ActivityState, readonly string[]>> = {
  draft: ['announced', 'open', 'ACTIVITY_NOT_OPEN', 'ACTIVITY_NOT_OPEN', 'removed', 'removed'],
  announced: ['announced', 'open', 'ACTIVITY_NOT_OPEN', 'ACTIVITY_NOT_OPEN', 'cancelled', 'ACTIVITY_STARTED'],
  open: ['ACTIVITY_STARTED', 'open', 'closed', 'ACTIVITY_STARTED', 'cancelled', 'ACTIVITY_STARTED'],
  closed: ['ACTIVITY_OVER', 'ACTIVITY_OVER', 'closed', 'settled', 'cancelled', 'ACTIVITY_OVER'],
  settled: ['ACTIVITY_OVER', 'ACTIVITY_OVER', 'settled', 'settled', 'ACTIVITY_OVER', 'ACTIVITY_OVER'],
  cancelled: ['ACTIVITY_OVER', 'ACTIVITY_OVER', 'ACTIVITY_OVER', 'ACTIVITY_OVER', 'cancelled', 'ACTIVITY_OVER'],
  removed: [...Array.from({ length: 4 }, () => 'ACTIVITY_NOT_FOUND'), 'removed', 'removed'],
}

test.each(ACTIVITY_STATES.flatMap((state) => ACTIVITY_ACTS.map((act, nth) => [state, act, nth] as const)))(
  'from %s, %s',
  (state, act, nth) => {
    const outcome = moveOf(state, act)
    expect(outcome.ok ? outcome.value : outcome.code).toBe(CASES[state][nth])
  },
)

test('each act is refused with what its command names', () => {
  const acts = ACTIVITY_ACTS.filter((act) => act !== 'settle')
  const unnamed = acts.flatMap((act) => {
    const named: readonly string[] = MOVE_REFUSALS[act]
    const outcomes = ACTIVITY_STATES.map((state) => moveOf(state, act))
    return outcomes.flatMap((outcome) => (outcome.ok || named.includes(outcome.code) ? [] : [`${act} ${outcome.code}`]))
  })
  expect(unnamed).toEqual([])
})

test('what is over stays over, and what was shown stays shown', () => {
  for (const state of ACTIVITY_STATES) {
    const after = ACTIVITY_ACTS.flatMap((act) => {
      const outcome = moveOf(state, act)
      return outcome.ok ? [outcome.value] : []
    })
    expect(after.every((next) => !isOver(state) || isOver(next))).toBe(true)
    expect(after.every((next) => !isShown(state) || isShown(next))).toBe(true)
  }
})
