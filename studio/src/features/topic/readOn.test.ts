// The answers to a topic while people answer: on top read anew, below it kept, and nothing missing or twice in between.
import { ViewerId } from '@lantern/shared/contract/ids.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { AnswerMark, StaffAnswer } from '@lantern/shared/features/topic/contract.ts'
import { expect, test } from 'vitest'
import { type Ask, type Read, readOn, type Wanted, withMarked } from './readOn.ts'

const PAGE = 2
const SEARCH = { filter: 'all', search: 'tea' } as const

function answer(no: number, version = no, mark: AnswerMark = 'plain'): StaffAnswer {
  const said = { name: 'Ann', text: `tea ${no}`, viewerId: ViewerId.parse('viewer-1'), at: no, isBanned: false }
  return { ...said, no, version, mark }
}

/** A topic with so many answers, each read as it lies, newest first. */
function aTopic(count: number) {
  const answers = new Map(Array.from({ length: count }, (_, at) => [at + 1, answer(at + 1)]))
  const asked: (number | null)[] = []
  const ask: Ask = ({ before }) => {
    asked.push(before?.no ?? null)
    const older = [...answers.values()]
      .sort((a, b) => b.version - a.version)
      .filter(({ version }) => before === null || version < before.version)
    const page = older.slice(0, PAGE)
    const last = page.at(-1)
    const next = last === undefined || older.length <= PAGE ? null : { version: last.version, no: last.no }
    return Promise.resolve(grant({ answers: page, next }))
  }
  const put = (one: StaffAnswer) => answers.set(one.no, one)
  return { asked, ask, put }
}

async function read(ask: Ask, wanted: Wanted, known: Read | null = null): Promise<Read> {
  const found = await readOn(ask, wanted, known)
  if (found === null) throw new Error('it was refused')
  return found
}

const numbers = ({ answers }: Read) => answers.map(({ no }) => no)

test('of a search only the top is read again, however far it has gone', async () => {
  const { asked, ask, put } = aTopic(40)
  const first = await read(ask, { ...SEARCH, pages: 15 })
  expect(first).toMatchObject({ pages: 15, next: { no: 11 } })
  asked.length = 0
  put(answer(41))

  const again = await read(ask, { ...SEARCH, pages: 15 }, first)

  expect(asked).toEqual([null])
  expect(numbers(again)).toEqual([41, ...numbers(first)])
  expect(again.next).toEqual(first.next)
})

test('one page further reads the top and that page', async () => {
  const { asked, ask } = aTopic(9)
  const first = await read(ask, { ...SEARCH, pages: 2 })
  asked.length = 0

  const further = await read(ask, { ...SEARCH, pages: 3 }, first)

  expect(asked).toEqual([null, 6])
  expect(numbers(further)).toEqual([9, 8, 7, 6, 5, 4])
  const last = await read(ask, { ...SEARCH, pages: 5 }, further)
  expect(last.next).toBeNull()
  expect(numbers(last)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1])
})

test('without a search the first pages are read again, and there is no last one before the oldest', async () => {
  const { asked, ask } = aTopic(40)
  const first = await read(ask, { filter: 'all', search: '', pages: 8 })
  expect(first).toMatchObject({ pages: 8, next: { no: 25 } })
  asked.length = 0

  await read(ask, { filter: 'all', search: '', pages: 8 }, first)

  expect(asked).toHaveLength(6)
})

test('an answer that was changed is on top alone, and another search knows nothing of the one before', async () => {
  const { ask, put } = aTopic(6)
  const first = await read(ask, { ...SEARCH, pages: 3 })
  put(answer(1, 7))

  expect(numbers(await read(ask, { ...SEARCH, pages: 3 }, first))).toEqual([1, 6, 5, 4, 3, 2])
  expect(numbers(await read(ask, { filter: 'all', search: 'te', pages: 1 }, first))).toEqual([1, 6])
})

test('what was refused changes nothing', async () => {
  expect(await readOn(() => Promise.resolve(refuse('TOO_MANY')), { ...SEARCH, pages: 1 }, null)).toBeNull()
})

test.each([
  ['all', 'picked', [2, 1]],
  ['all', 'hidden', [2]],
  ['picked', 'plain', [2]],
] as const)('marked below the top, looking at %s: one that is %s', async (filter, mark, left) => {
  const { ask } = aTopic(2)
  const found = withMarked(await read(ask, { filter, search: '', pages: 1 }), answer(1, 1, mark))

  expect(numbers(found)).toEqual(left)
  if (mark === 'picked') expect(found.answers.at(-1)?.mark).toBe('picked')
})
