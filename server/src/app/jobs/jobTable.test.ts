// A job is found by its name, a fact by its kind: none of the core and the features is there twice.
import { expect, test } from 'vitest'
import { EVENT_TYPES } from '../../domain/eventTypes.ts'
import { JOBS } from './jobTable.ts'

test('no two jobs have one name', () => {
  const names = JOBS.map(({ name }) => name)

  expect(names.length).toBeGreaterThan(90)
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
})

test('no two kinds of facts have one name, and those of features are among them', () => {
  expect(EVENT_TYPES).toEqual(expect.arrayContaining(['hold:granted', 'buying:changed']))
  expect(EVENT_TYPES.filter((type, i) => EVENT_TYPES.indexOf(type) !== i)).toEqual([])
})
