// A refresh costs what changed: which readings run after which events.
import { ViewerId } from '@lantern/shared/contract/ids.ts'
import { expect, test } from 'vitest'
import { READINGS, readingsAfter, together } from './readings.ts'

test.each([
  ['likes:added', 1],
  ['pins:changed', 1],
  ['comments:added', 1],
  ['comment:reported', 1],
  ['overlay:renewed', 1],
  ['talk:changed', 1],
  ['words:changed', 0],
])('%s is followed by %i of them', (type, count) => {
  expect(readingsAfter(new Set([type]))).toHaveLength(count)
})

test('a whole room is made of all of them, an event of a later server of none', () => {
  expect(READINGS.length).toBeGreaterThan(12)
  expect(readingsAfter(new Set(['poll:opened']))).toEqual([])
})

test('rows of one piece that two readings bring are joined', () => {
  const marked = (id: string) => ({ desk: { marked: [{ id, version: 1 }] } })
  const parts = [marked('a'), marked('b'), {}]

  expect(together(parts).desk.marked).toMatchObject([{ id: 'a' }, { id: 'b' }])
  const own = ['ann', 'bob'].map((id) => ({ viewerId: ViewerId.parse(id), changes: {} }))
  expect(together([{ own: own.slice(0, 1) }, {}, { own: own.slice(1) }]).own).toEqual(own)
})
