// A list of features: nothing in it twice, its parts in its order, and loaded once.
import { expect, it, vi } from 'vitest'
import { createParts, type Feature, listFeatures } from './features.ts'

interface Places {
  readonly side: { readonly light: { readonly word: string }; readonly loaded: { readonly Tab: string } }
  readonly bar: { readonly light: object; readonly loaded: { readonly Bar: string } }
}

const tab = (word: string) => ({ word, load: () => ({ Tab: `<${word}>` }) })
const comments = { name: 'comments', parts: { side: { comments: tab('c') } } } as const satisfies Feature<Places>
const orders = { name: 'orders', parts: { side: { orders: tab('o'), holds: tab('h') } } } as const
const copied = { name: 'copied', parts: { side: { holds: tab('x') } } } as const

it('refuses a feature that is listed twice, when types are checked and when the page starts', () => {
  // @ts-expect-error: a name twice
  expect(() => listFeatures([comments, orders, comments])).toThrow('listed twice: comments')
})

it('refuses two parts with one key in a place', () => {
  // @ts-expect-error: `side holds` twice
  expect(() => listFeatures([comments, orders, copied])).toThrow('listed twice: side holds')
})

it('lists parts in the order of the list, and has at once what need not be loaded', () => {
  const parts = createParts<Places>(listFeatures([comments, orders]))

  expect(parts.list('side').map(({ key, word }) => [key, word])).toEqual([
    ['comments', 'c'],
    ['orders', 'o'],
    ['holds', 'h'],
  ])
  expect(parts.get('side')?.map(({ Tab }) => Tab)).toEqual(['<c>', '<o>', '<h>'])
  expect(parts.get('side', 'holds')?.map(({ key }) => key)).toEqual(['holds'])
  expect(parts.get('bar')).toEqual([])
})

it('loads a part once, and answers everyone who waits with the same promise', async () => {
  const load = vi.fn(() => Promise.resolve({ Bar: '<bar>' }))
  const parts = createParts<Places>([{ name: 'late', parts: { bar: { late: { load } } } }])

  expect(parts.get('bar')).toBeNull()
  expect(parts.load('bar')).toBe(parts.load('bar'))
  await parts.load('bar')
  await parts.load('bar', 'late')
  expect(parts.get('bar')?.map(({ Bar }) => Bar)).toEqual(['<bar>'])
  expect(load).toHaveBeenCalledOnce()
})
