// A list of features: nothing in it twice, its parts in its order, and loaded once.
import { expect, it, vi } from 'vitest'
import { createParts, type Feature, listFeatures } from './features.ts'

interface Places {
  readonly side: { readonly light: { readonly word: string }; readonly loaded: { readonly Tab: string } }
  readonly bar: { readonly light: object; readonly loaded: { readonly Bar: string } }
}

const tab = (word: string) => ({ word, load: () => ({ Tab: `<${word}>` }) })
const comments = { parts: { side: { comments: tab('c') } } } as const satisfies Feature<Places>
const orders = { parts: { side: { orders: tab('o'), holds: tab('h') } } } as const satisfies Feature<Places>
const copied = { parts: { side: { holds: tab('x') } } } as const satisfies Feature<Places>

it('refuses two parts with one key in a place, when types are checked and when the page starts', () => {
  // @ts-expect-error: `side holds` twice
  expect(() => listFeatures({ comments, orders, copied })).toThrow('claimed twice: side holds')
})

it('lists parts by rank, then as their features are called, and has at once what need not be loaded', () => {
  const poll = { parts: { side: { first: { ...tab('p'), rank: -1 }, last: { ...tab('q'), rank: 1 } } } } as const
  const parts = createParts<Places>(listFeatures({ poll, orders, comments }))

  expect(parts.list('side').map(({ key, word }) => [key, word])).toEqual([
    ['first', 'p'],
    ['comments', 'c'],
    ['orders', 'o'],
    ['holds', 'h'],
    ['last', 'q'],
  ])
  expect(parts.get('side')?.map(({ Tab }) => Tab)).toEqual(['<p>', '<c>', '<o>', '<h>', '<q>'])
  expect(parts.get('side', 'holds')?.map(({ key }) => key)).toEqual(['holds'])
  expect(parts.get('bar')).toEqual([])
})

it('loads a part once, and answers everyone who waits with the same promise', async () => {
  const load = vi.fn(() => Promise.resolve({ Bar: '<bar>' }))
  const parts = createParts<Places>([{ parts: { bar: { late: { load } } } }])

  expect(parts.get('bar')).toBeNull()
  expect(parts.load('bar')).toBe(parts.load('bar'))
  await parts.load('bar')
  await parts.load('bar', 'late')
  expect(parts.get('bar')?.map(({ Bar }) => Bar)).toEqual(['<bar>'])
  expect(load).toHaveBeenCalledOnce()
})
