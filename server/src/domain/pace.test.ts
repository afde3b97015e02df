// What one address may do together with identities that cost nothing.
import { expect, test } from 'vitest'
import { commentCost, COMMENT_PACE, leftOf, takePaced } from './pace.ts'

const PACE = { most: 3, everyMs: 100 }

test('so many at once, then one each time one is there again', () => {
  let fullAt = 0
  const take = (now: number, cost = 1) => {
    const taken = takePaced(PACE, fullAt, { now, cost })
    fullAt = taken.fullAt
    return taken.waitMs
  }

  expect([take(1000), take(1000), take(1000), take(1000)]).toEqual([0, 0, 0, 100])
  expect([take(1099), take(1100), take(1100)]).toEqual([1, 0, 100])
  expect([take(9000, 3), take(9000, 2)]).toEqual([0, 200])
  expect(leftOf(PACE, fullAt, 9150)).toBe(1)
})

test('a clock that was set back makes nobody wait longer than until all is there', () => {
  const { fullAt } = takePaced(PACE, 0, { now: 1_000_000, cost: 3 })

  expect(takePaced(PACE, fullAt, { now: 5000, cost: 1 }).waitMs).toBe(100)
  expect(leftOf(PACE, fullAt, 5000)).toBe(0)
})

test('a comment costs more the longer it is, and the longest one can be paid', () => {
  expect([commentCost('A1'), commentCost('x'.repeat(200)), commentCost('x'.repeat(201))]).toEqual([1, 1, 2])
  expect(commentCost('灯'.repeat(500))).toBe(8)
  expect(commentCost('👍🏽'.repeat(500))).toBeLessThan(COMMENT_PACE.most)
})
