// How the dry run puts what a comment would do.
import { TriedComment } from '@lantern/shared/contract/commentOrders.ts'
import { OfferId } from '@lantern/shared/contract/ids.ts'
import { expect, it } from 'vitest'
import { actingFirst, intentInShort } from './intents.ts'

const [a, b] = [OfferId.parse('a'), OfferId.parse('b')]
const KEYWORDS = [
  { offerId: a, keyword: 'A1' },
  { offerId: b, keyword: 'B1' },
]
const tried = (commentId: string, intent: object) =>
  TriedComment.parse({ commentId, name: 'Ann', text: commentId, at: 0, intent })

it('names what would be held by its keywords', () => {
  const lines = [
    { offerId: a, quantity: 2 },
    { offerId: b, quantity: 1 },
  ]

  expect(intentInShort({ kind: 'buy', lines }, KEYWORDS)).toBe('A1 × 2, B1')
})

it('says nothing where everything is taken back, and no number where all of one is', () => {
  expect(intentInShort({ kind: 'cancel', lines: [] }, KEYWORDS)).toBe('')
  expect(intentInShort({ kind: 'cancel', lines: [{ offerId: a, quantity: null }] }, KEYWORDS)).toBe('A1')
})

it('puts comments that would act before the others', () => {
  const comments = [
    tried('hello', { kind: 'none', why: 'no_keyword' }),
    tried('B1', { kind: 'buy', lines: [{ offerId: b, quantity: 1 }] }),
    tried('cancel', { kind: 'cancel', lines: [] }),
  ]

  expect(actingFirst(comments).map(({ commentId }) => commentId)).toEqual(['B1', 'cancel', 'hello'])
})
