import { expect, test } from 'vitest'
import { HoldId } from '../contract/ids.ts'
import { asId, createId, newTimedId } from './ids.ts'

test('an id is 22 characters that every id of the contract accepts, and never the same', () => {
  const ids = Array.from({ length: 2_000 }, createId)

  expect(new Set(ids).size).toBe(2_000)
  expect(ids.every((id) => id.length === 22 && HoldId.safeParse(id).success)).toBe(true)
})

test('timed ids sort by the moment they were made, fit the contract, and are never the same', () => {
  const moments = [1, Date.UTC(2026, 10, 22), 36 ** 8 - 1, 36 ** 8, Date.UTC(2126, 0, 1)]
  const ids = moments.map((at) => newTimedId(at))
  const twins = Array.from({ length: 2_000 }, () => newTimedId(7))

  expect([...ids].sort()).toEqual(ids)
  expect(ids.every((id) => id.length === 24 && HoldId.safeParse(id).success)).toBe(true)
  expect(new Set(twins).size).toBe(2_000)
})

test('what is no id of the contract is not taken for one', () => {
  for (const text of ['', 'a b', 'ä', 'x'.repeat(65)]) expect(() => asId<HoldId>(text)).toThrow(RangeError)
  expect(asId<HoldId>('h-1')).toBe('h-1')
})
