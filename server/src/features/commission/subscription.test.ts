// What is kept of facts that were thrown away grows with the shop: it is written anew only where something is added.
import { expect, test } from 'vitest'
import { COMMISSION } from './subscription.ts'

test('facts of nobody leave what is kept as it is, unread', () => {
  const fold = COMMISSION.rebuilding?.fold

  expect(fold?.('as it was', [])).toBe('as it was')
  expect(fold?.(null, [])).toBe('[]')
})
