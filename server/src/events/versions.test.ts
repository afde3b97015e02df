// A fact is read in the words of its newest version, whenever it was written.
import { expect, test } from 'vitest'
import { toWritten } from './facts.ts'
import { NOTHING_TODAY } from './incomplete.ts'
import { SHOP } from './stream.ts'
import { upgrade, type Upgrades, versionOf } from './versions.ts'

const STEPS: Upgrades = {
  'shop:renamed': [({ name }) => ({ title: name }), (data) => ({ ...data, lang: 'en' })],
}

const bring = (data: Readonly<Record<string, unknown>>) => upgrade({ type: 'shop:renamed', data }, NOTHING_TODAY, STEPS)

test.each([
  ['the first, which says nothing of versions', { name: 'Lamps' }],
  ['the second', { v: 2, title: 'Lamps' }],
  ['the newest', { v: 3, title: 'Lamps', lang: 'en' }],
])('version %s', (_name, written) => {
  expect(bring(written)).toEqual({ title: 'Lamps', lang: 'en' })
})

test.each([[{ v: 4 }], [{ v: 0 }], [{ v: 1.5 }], [{ v: '2' }]])('%o is no version that is known', (written) => {
  expect(() => bring(written)).toThrow('known up to 3')
})

test('a writer names the newest version, and none where there was only one', () => {
  expect(versionOf('shop:renamed', STEPS)).toEqual({ v: 3 })
  expect(versionOf('pins:changed', STEPS)).toEqual({})
})

const ROW = {
  stream: SHOP,
  seq: 7,
  at: 5,
  media_ms: null,
  actor: 'setup',
  type: 'shop:renamed',
  hold_id: null,
} as const

test('a row of the log as a fact', () => {
  expect(toWritten({ ...ROW, payload: '{"name":"Lamps"}' })).toEqual({
    stream: SHOP,
    seq: 7,
    at: 5,
    mediaMs: null,
    actor: 'setup',
    type: 'shop:renamed',
    holdId: null,
    data: { name: 'Lamps' },
  })
})

test.each(['[]', 'null', '"Lamps"', '{'])('what says nothing is none: %s', (payload) => {
  expect(() => toWritten({ ...ROW, payload })).toThrow()
})
