// Every page is read, and a list that cannot be read to its end is no list.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { expect, test } from 'vitest'
import { readPages } from './readPages.ts'

const listOf = (pages: number) => (page: number) =>
  Promise.resolve(grant({ rows: [page, -page], next: page < pages ? page + 1 : null }))

test.each([1, 3, 1000])('%i pages are read to the last, in their order', async (pages) => {
  const read = await readPages(1, listOf(pages))

  expect(read).toEqual(grant(Array.from({ length: pages }, (_, n) => [n + 1, -n - 1]).flat()))
})

test('a shop with more is refused: a part of its list would look like all of it', async () => {
  expect(await readPages(1, listOf(1001))).toMatchObject({ code: 'SHOP_REFUSED' })
})

test('a page that cannot be read is the answer, whatever was read before', async () => {
  const read = await readPages(1, (page) =>
    page === 2 ? Promise.resolve(refuse('SHOP_UNREACHABLE')) : listOf(3)(page),
  )

  expect(read).toMatchObject({ code: 'SHOP_UNREACHABLE' })
})

test('a page that leads back to an earlier one is no list', async () => {
  const read = await readPages(1, (page) => Promise.resolve(grant({ rows: [page], next: page === 3 ? 2 : page + 1 })))

  expect(read).toMatchObject({ code: 'SHOP_REFUSED' })
})

test('a page that is told again in the place of another is no list; a row that moved on is one', async () => {
  const pages = (all: readonly (readonly string[])[]) => (page: number) =>
    Promise.resolve(grant({ rows: all[page] ?? [], next: page + 1 < all.length ? page + 1 : null }))
  const read = (...all: string[][]) => readPages(0, pages(all), (row: string) => row)

  expect(await read(['a', 'b'], ['a', 'b'], ['e'])).toMatchObject({ code: 'SHOP_REFUSED' })
  expect(await read(['a', 'b'], ['b', 'c'], ['d'])).toEqual(grant(['a', 'b', 'b', 'c', 'd']))
})
