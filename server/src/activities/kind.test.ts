// The kinds of activities by their names, each once.
import { expect, test } from 'vitest'
import { FEATURES } from '../features/feature.ts'
import { kindsOf } from './kind.ts'
import { KINDS } from './kinds.ts'

test('every kind that a feature brings is known by the name of its feature', () => {
  const brought = FEATURES.flatMap(([name, { activity }]) => (activity ? [[name, activity.kind]] : []))

  expect(brought.length).toBeGreaterThan(0)
  expect(brought.filter(([name, kind]) => name !== kind)).toEqual([])
  expect([...KINDS.keys()]).toEqual(brought.map(([name]) => name))
})

test('two of one name stop the server at its start', () => {
  const all = [...KINDS.values()]
  expect(() => kindsOf([...all, ...all.slice(0, 1)])).toThrow('one name')
})
