// A leader's phone and the server: whose phone it is, what is sent when, and what stays on a phone that has the page no more.
import { HoldId, ShowId } from '@lantern/shared/contract/ids.ts'
import { GroupId } from '@lantern/shared/contract/groups.ts'
import type { LeaderState } from '@lantern/shared/contract/leaderPage.ts'
import { expect, test } from 'vitest'
import type { Answer } from '../bound/ask.ts'
import { createDisk, createMemory } from '../bound/disk.ts'
import { createKept } from './kept.ts'
import type { Waiting } from './parcels.ts'
import { readOnce } from './readOnce.ts'

const group = {
  id: GroupId.parse('elm-street'),
  name: 'Elm',
  theme: null,
  messenger: 'line',
  isDeleted: false,
} as const
const state: LeaderState = { now: 1, group, point: null, counter: 'none', shows: [], goods: {} }
const ok = { kind: 'ok', value: state } as const
const refused = (code: string) => ({ kind: 'refused', code }) as const
const waiting = (id: string): Waiting => ({
  ...{ id, showId: ShowId.parse('show'), holdIds: [HoldId.parse(`hold-${id}`)] },
  ...{ code: '384291', at: 500, refused: null },
})

/** Answers in this order; the last one again and again. */
function server(said: {
  read: Answer<LeaderState>[]
  open?: Answer<unknown>
  handed?: Record<string, Answer<unknown>>
}) {
  const asked: string[] = []
  const next = () => (said.read.length > 1 ? said.read.shift() : said.read[0]) ?? ok
  const note = <Value>(what: string, answer: Value) => {
    asked.push(what)
    return Promise.resolve(answer)
  }
  const api = {
    read: () => note('read', next()),
    open: () => note('open', said.open ?? ok),
    handed: ({ id }: { id: string }) => note(id, said.handed?.[id] ?? ok),
  }
  return { api, asked }
}

/** With a page that was read, and what was handed over since. */
async function phone(...ids: string[]) {
  const disk = createMemory()
  const kept = createKept('old', disk)
  await kept.keepLoaded({ state, at: 1 })
  await kept.keepTicks(['shirt'])
  await kept.changeWaiting(() => ids.map(waiting))
  return { disk, kept }
}

test('what waits is sent by the next page of the group, and shown after it', async () => {
  const { disk, kept } = await phone('first', 'second')
  const next = server({ read: [ok] })

  expect(await readOnce({ api: next.api, kept: createKept('new', disk) })).toMatchObject({ state, shut: null })

  expect(next.asked).toEqual(['read', 'first', 'second', 'read'])
  expect(await kept.waiting()).toEqual([])
})

test.each(['LEADER_PAGE_GONE', 'OTHER_PHONE'])(
  'after %s no buyer stays on the phone, what waits does',
  async (code) => {
    const { kept } = await phone('first')
    const { api } = server({ read: [refused(code)], open: refused(code), handed: { first: refused(code) } })

    expect(await readOnce({ api, kept })).toEqual({ state: null, loadedAt: null, hasLine: true, shut: code })

    expect([await kept.loaded(), await kept.ticks()]).toEqual([null, []])
    expect(await kept.waiting()).toEqual([waiting('first')])
  },
)

test('a page that no phone has yet is bound, also when the first try was lost', async () => {
  const kept = createKept('new', createMemory())
  const lost = server({ read: [refused('OTHER_PHONE')], open: { kind: 'unreached' } })
  const { api, asked } = server({ read: [refused('OTHER_PHONE'), ok] })

  expect(await readOnce({ api: lost.api, kept })).toEqual({ hasLine: false })
  expect(await readOnce({ api, kept })).toMatchObject({ state, shut: null })

  expect(asked).toEqual(['read', 'open', 'read'])
})

test('one hand-over that the server always fails at holds up none behind it', async () => {
  const { kept } = await phone('fails', 'second')
  const { api, asked } = server({ read: [ok], handed: { fails: { kind: 'failed' } } })

  expect(await readOnce({ api, kept })).toMatchObject({ hasLine: true })

  expect(asked).toEqual(['fails', 'second', 'read'])
  expect(await kept.waiting()).toEqual([waiting('fails')])
})

test('where the browser keeps nothing, or stops to, this window knows what it knew', async () => {
  const memory = createMemory()
  let works = true
  const ask = <Value>(answer: () => Promise<Value>) => (works ? answer() : Promise.reject(new Error('no database')))
  const disk = createDisk({
    get: (key) => ask(() => memory.get(key)),
    set: (key, value) => ask(() => memory.set(key, value)),
    update: (key, change) => ask(() => memory.update(key, change)),
    del: (key) => ask(() => memory.del(key)),
  })
  const kept = createKept('code', disk)
  await kept.keepLoaded({ state, at: 1 })
  await kept.changeWaiting((all) => [...all, waiting('first')])
  works = false
  await kept.changeWaiting((all) => [...all, waiting('second')])
  works = true

  expect(await kept.waiting()).toEqual([waiting('first'), waiting('second')])
  expect(await kept.loaded()).toEqual({ state, at: 1 })
})
