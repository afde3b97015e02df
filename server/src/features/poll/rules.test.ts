// Which votes are taken, and what comes of them.
import { PollConfig, PollVote } from '@lantern/shared/features/poll/contract.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { POLL, decideVote, settlePoll } from './rules.ts'

const aPoll = (part: object = {}) =>
  PollConfig.parse({
    question: 'What goes on the table next?',
    answers: [{ productId: 'bowls' }, { productId: 'lamp' }, { text: 'A surprise', picture: null }],
    several: false,
    hidden: false,
    pinsWinner: true,
    ...part,
  })
const vote = (...choices: number[]) => ({ choices })
const text = (answer: string) => ({ text: answer, picture: null })

test.each([
  ['one answer', { answers: [text('a')] }],
  ['nine answers', { answers: Array.from({ length: 9 }, (_, n) => text(`answer ${n}`)) }],
  ['the same product twice', { answers: [{ productId: 'lamp' }, { productId: 'lamp' }] }],
  ['the same text twice', { answers: [text('Sand'), text(' sand ')] }],
  ['no question', { question: '   ' }],
  ['a question that is too long', { question: 'x'.repeat(121) }],
  ['an answer that is too long', { answers: [text('a'), text('x'.repeat(61))] }],
  ['an empty answer', { answers: [text('a'), text(' ')] }],
  ['a picture of another server', { answers: [text('a'), { text: 'b', picture: 'https://else.test/b.jpg' }] }],
  ['a picture outside of its folder', { answers: [text('a'), { text: 'b', picture: '/pictures/../etc/x.jpg' }] }],
  ['a text that turns what stands around it', { question: 'a\u202eb' }],
])('%s is no poll', (_what, part) => {
  expect(PollConfig.safeParse({ ...aPoll(), ...part }).success).toBe(false)
})

test('a text answer may have a picture that this server keeps', () => {
  const answers = [text('a'), { text: 'b', picture: '/pictures/shop-1f.webp' }]
  expect(aPoll({ answers }).answers[1]).toEqual(answers[1])
})

test.each([
  ['one of one', { several: false, entry: vote(2), isTaken: true }],
  ['several of one', { several: false, entry: vote(0, 1), isTaken: false }],
  ['several of several', { several: true, entry: vote(2, 0), isTaken: true }],
  ['an answer that there is not', { several: true, entry: vote(3), isTaken: false }],
])('%s', (_what, { several, entry, isTaken }) => {
  expect(decideVote({ config: aPoll({ several }), entry }).ok).toBe(isTaken)
})

test.each([[[]], [[1, 1]], [[-1]], [[0.5]]])('%j is no vote', (choices) => {
  expect(PollVote.safeParse({ choices }).success).toBe(false)
})

test('the order of choosing counts for nothing', () => {
  const config = aPoll({ several: true })
  expect(decideVote({ config, entry: vote(2, 0) })).toEqual(decideVote({ config, entry: vote(0, 2) }))
  expect(POLL.keysOf(vote(0, 2), config)).toEqual(['0', '2'])
})

test('the product that wins is pinned, a text is not, and nothing is where it is even or nobody voted', () => {
  const settle = (tallies: Record<string, number>, part: object = {}) => settlePoll({ config: aPoll(part), tallies })

  expect(settle({ 0: 1, 1: 4 })).toEqual({ winners: [1], pinned: 'lamp' })
  expect(settle({ 0: 1, 1: 4 }, { pinsWinner: false })).toEqual({ winners: [1], pinned: null })
  expect(settle({ 2: 9 })).toEqual({ winners: [2], pinned: null })
  expect(settle({ 0: 4, 1: 4, 2: 3 })).toEqual({ winners: [0, 1], pinned: null })
  expect(settle({})).toEqual({ winners: [], pinned: null })
})

test('who wins is who no answer has more votes than, whatever was voted', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 5 }), { minLength: 3, maxLength: 3 }), (votes) => {
      const { winners } = settlePoll({ config: aPoll(), tallies: Object.fromEntries(votes.entries()) })
      const most = Math.max(...votes)
      expect(winners).toEqual([0, 1, 2].filter((place) => most > 0 && votes[place] === most))
    }),
  )
})
