// Lists of entries are read once however many ask, page by page, and no more of them are kept than is allowed.
import { expect, test } from 'vitest'
import { ActivityId } from '@lantern/shared/contract/ids.ts'
import type { EntryPage } from '../records/jobs/published.ts'
import { createEntryLists } from './entryLists.ts'

const [first, second, third] = ['one', 'two', 'six'].map((id) => ActivityId.parse(id)) as [
  ActivityId,
  ActivityId,
  ActivityId,
]

function aStore(entries: number) {
  const pages: EntryPage[] = []
  let fails = false
  return {
    pages,
    fail: (does: boolean) => (fails = does),
    readEntryIds(page: EntryPage) {
      pages.push(page)
      if (fails) return Promise.reject(new Error('no database'))
      const left = Math.max(0, Math.min(page.limit, entries - page.after))
      const some = Array.from({ length: left }, (_, nth) => page.after + nth + 1)
      return Promise.resolve(some.map((no) => ({ no, entryId: `${page.activityId}-${no}` })))
    },
  }
}

const textOf = (pieces: readonly Buffer[]) => JSON.parse(Buffer.concat([...pieces]).toString('utf8'))

test.each([0, 1, 2, 3, 5, 6])('%i entries are one array, in order, whatever the size of a page', async (entries) => {
  const lists = createEntryLists({ store: aStore(entries), pageSize: 3 })

  expect(textOf(await lists.read(first))).toEqual(Array.from({ length: entries }, (_, nth) => `one-${nth + 1}`))
})

test('many who ask at once, and whoever asks later, cost one reading', async () => {
  const store = aStore(5)
  const lists = createEntryLists({ store, pageSize: 3 })

  await Promise.all(Array.from({ length: 50 }, () => lists.read(first)))
  await lists.read(first)

  expect(store.pages.map(({ after }) => after)).toEqual([0, 3])
})

test('what was not asked for longest is forgotten first, and one that is too large is not kept', async () => {
  const store = aStore(2)
  const bytes = Buffer.concat([...(await createEntryLists({ store: aStore(2) }).read(first))]).length
  const two = createEntryLists({ store, mostBytes: 2 * bytes })
  const asks = () => store.pages.splice(0).map(({ activityId }) => activityId)

  for (const id of [first, second, first, third, first, second]) await two.read(id)
  expect(asks()).toEqual([first, second, third, second])

  const none = createEntryLists({ store, mostBytes: bytes - 1 })
  for (const id of [first, first]) await none.read(id)
  expect(asks()).toEqual([first, first])
})

test('what could not be read is read again', async () => {
  const store = aStore(1)
  const lists = createEntryLists({ store })
  store.fail(true)
  await expect(lists.read(first)).rejects.toThrow('no database')
  store.fail(false)

  expect(textOf(await lists.read(first))).toEqual(['one-1'])
})
