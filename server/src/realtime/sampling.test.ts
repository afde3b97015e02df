// What viewers are shown of many comments: a bound, a fair choice, staff and buyers first.
import { CommentId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Comment } from '@lantern/shared/contract/things.ts'
import { expect, test } from 'vitest'
import { createSample } from './sampling.ts'

const comment = (seq: number, fromStaff = false): Comment => ({
  id: CommentId.parse(`c${seq}`),
  viewerId: ViewerId.parse(`v${seq}`),
  name: 'Amber Heron',
  fromStaff,
  text: 'hello',
  at: seq,
  seq,
})
const comments = (count: number) => Array.from({ length: count }, (_, seq) => comment(seq))
const seqsOf = (some: readonly Comment[]) => some.map(({ seq }) => seq)

function sampling(perSecond = 20) {
  const leftOut: number[] = []
  const isFirst = ({ fromStaff }: Comment) => fromStaff
  return { leftOut, sample: createSample({ perSecond, isFirst, onLeftOut: (count) => leftOut.push(count) }) }
}

test('shows everything up to a second’s worth at once', () => {
  const { sample, leftOut } = sampling()

  const { everyone, staffOnly } = sample(comments(20), 0)

  expect(seqsOf(everyone)).toHaveLength(20)
  expect(staffOnly).toEqual([])
  expect(leftOut).toEqual([])
})

test('shows 20 a second of 200, staff see all, and the rest is counted', () => {
  const { sample, leftOut } = sampling()
  sample(comments(20), 0)

  const ticks = Array.from({ length: 50 }, (_, tick) => sample(comments(40), (tick + 1) * 200))

  const shown = ticks.flatMap(({ everyone }) => seqsOf(everyone))
  const hidden = ticks.flatMap(({ staffOnly }) => seqsOf(staffOnly))
  expect(shown.length).toBe(200)
  expect(shown.length + hidden.length).toBe(2000)
  expect(leftOut.reduce((sum, count) => sum + count, 0)).toBe(1800)
})

test('takes from all of a tick, in order, nothing twice', () => {
  const { sample } = sampling(4)

  const shown = seqsOf(sample(comments(40), 0).everyone)

  expect(shown).toEqual([0, 10, 20, 30])
})

test('shows staff and buyers first', () => {
  const { sample } = sampling(4)
  const some = comments(40).map((one) => comment(one.seq, one.seq === 13 || one.seq === 33))

  const shown = seqsOf(sample(some, 0).everyone)

  expect(shown).toHaveLength(4)
  expect(shown).toEqual(expect.arrayContaining([13, 33]))
})

test('shows everything where it is switched off', () => {
  expect(sampling(0).sample(comments(500), 0).everyone).toHaveLength(500)
})
