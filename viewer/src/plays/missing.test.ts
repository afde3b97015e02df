// What stands under the button of a play that cannot be entered yet.
import { ActivityLife } from '@lantern/shared/activities/activity.ts'
import type { Condition } from '@lantern/shared/activities/conditions.ts'
import { expect, test } from 'vitest'
import { missingIn } from './missing.ts'

const LIFE = { id: 'a', kind: 'draw', state: 'open', opensAt: null, lengthMs: null, openedAt: 1, closesAt: null }
const one = ActivityLife.parse({
  ...LIFE,
  closedAt: null,
  places: null,
  conditions: [],
  entries: 0,
  revision: 1,
  version: 1,
})
const missing = (condition: Condition, need = 1) => ({ condition, progress: { have: 0, need }, isMet: false })
const words = { t: (key: string) => key }
const watched = missing({ is: 'watched', minutes: 2 }, 120_000)

test.each([
  ['who has won is told so, whatever else is missing', [watched, missing({ is: 'notWon' })], 'play.wonAlready'],
  ['where time alone is missing it is said', [watched], 'play.inTime'],
  ['else that something is', [watched, missing({ is: 'wrote', word: null })], 'play.notYet'],
])('%s', (_what, steps, said) => {
  expect(missingIn({ one, steps, words })).toBe(said)
})
