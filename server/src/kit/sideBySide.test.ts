// A few at a time, never more, and nothing goes on behind the back of whoever waited.
import { expect, test } from 'vitest'
import { sideBySide } from './sideBySide.ts'

/** Work that is under way until it is told how it ended. */
function watched() {
  const begun: number[] = []
  const ends = new Map<number, { resolve: () => void; reject: (error: Error) => void }>()
  const work = (item: number) => {
    begun.push(item)
    return new Promise<void>((resolve, reject) => ends.set(item, { resolve, reject }))
  }
  return { begun, ends, work }
}
const turn = () => new Promise((resolve) => setImmediate(resolve))

test('as many as are allowed are under way, the next begins when one is over', async () => {
  const { begun, ends, work } = watched()
  const all = sideBySide([1, 2, 3], 2, work)
  await turn()
  expect(begun).toEqual([1, 2])

  ends.get(2)?.resolve()
  await turn()
  expect(begun).toEqual([1, 2, 3])
  for (const nth of [1, 3]) ends.get(nth)?.resolve()
  await all
})

test('after a failure nothing is begun, and what is under way is waited for', async () => {
  const { begun, ends, work } = watched()
  let isOver = false
  const all = sideBySide([1, 2, 3], 2, work).finally(() => (isOver = true))
  await turn()
  ends.get(1)?.reject(new Error('first'))
  await turn()
  expect([begun, isOver]).toEqual([[1, 2], false])

  ends.get(2)?.reject(new Error('second'))
  await expect(all).rejects.toThrow('first')
  expect(begun).toEqual([1, 2])
})

test('nothing to do is done', async () => {
  await expect(sideBySide([], 4, () => Promise.reject(new Error('asked')))).resolves.toBeUndefined()
})
