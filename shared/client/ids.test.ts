import { expect, test } from 'vitest'
import { HoldId } from '../contract/ids.ts'
import { createId } from './ids.ts'

test('an id is 22 characters that every id of the contract accepts, and never the same', () => {
  const ids = Array.from({ length: 2_000 }, createId)

  expect(new Set(ids).size).toBe(2_000)
  expect(ids.every((id) => id.length === 22 && HoldId.safeParse(id).success)).toBe(true)
})
