// Looking up by a key.
import { expect, it } from 'vitest'
import { firstBy } from './firstBy.ts'

it('finds the first of those that share a key, and leaves out what has none', () => {
  const found = firstBy(
    [
      { key: 'a', n: 1 },
      { key: null, n: 2 },
      { key: 'a', n: 3 },
    ],
    ({ key }) => key,
  )

  expect([...found]).toEqual([['a', { key: 'a', n: 1 }]])
})
