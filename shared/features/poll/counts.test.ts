import { expect, test } from 'vitest'
import { leadersOf, shareOf, votesOf } from './counts.ts'

test('shares are of people, and of nobody they are nothing', () => {
  expect([47, 28, 19].map((votes) => shareOf(votes, 94))).toEqual([50, 30, 20])
  expect(shareOf(0, 0)).toBe(0)
  expect([2, 2].map((votes) => shareOf(votes, 2))).toEqual([100, 100])
})

test('who leads is one, several that are even, or nobody', () => {
  expect(leadersOf([3, 7, 1])).toEqual([1])
  expect(leadersOf([3, 7, 7])).toEqual([1, 2])
  expect(leadersOf([0, 0])).toEqual([])
})

test('an answer that nobody chose has a count all the same', () => {
  expect(votesOf(['a', 'b', 'c'], { 2: 5, 0: 1 })).toEqual([1, 0, 5])
})
