// What pages make of a draw.
import { expect, test } from 'vitest'
import { ActivityId } from '../../contract/ids.ts'
import { Draw, DrawWin } from './contract.ts'
import { checkPath } from '../../activities/checkPath.ts'
import { shortHash } from '../../activities/shortHash.ts'
import { claimHours, decidesAt, isLate, isToClaim, ownIn, stageOf, standingIn } from './look.ts'
import { OwnEntry } from '../../activities/activity.ts'

const id = (digit: string) => digit.repeat(32)
const hash = `3f9a${'0'.repeat(56)}c21e`

const draw = (part: object = {}) =>
  Draw.parse({
    id: 'lamps',
    kind: 'draw',
    state: 'settled',
    opensAt: null,
    lengthMs: 60_000,
    openedAt: 1,
    closesAt: 60_001,
    closedAt: 60_001,
    places: null,
    conditions: [],
    entries: 3,
    seal: { commitment: hash, round: 2, head: hash },
    revision: 1,
    version: 1,
    title: 'Three lamps',
    productId: null,
    worth: null,
    winners: 2,
    drawn: null,
    ...part,
  })

const winner = (place: number, entry: string, state: 'won' | 'claimed' | 'expired') => ({
  place,
  entryId: id(entry),
  name: entry,
  state,
  until: 99,
})

test.each([
  ['draft', null, 'soon'],
  ['announced', null, 'soon'],
  ['open', null, 'open'],
  ['closed', null, 'waiting'],
  ['settled', null, 'waiting'],
  ['settled', [], 'nobody'],
  ['settled', [winner(1, 'a', 'won')], 'drawn'],
  ['cancelled', null, 'cancelled'],
])('%s with %j drawn is %s', (state, drawn, stage) => {
  expect(stageOf(draw({ state, drawn }))).toBe(stage)
})

test('whoever did not claim stands there no more, and the next in order has their place', () => {
  const drawn = [winner(1, 'a', 'expired'), winner(2, 'b', 'claimed'), winner(1, 'c', 'won')]

  expect(standingIn(draw({ drawn })).map(({ entryId }) => entryId)).toEqual([id('c'), id('b')])
})

test('a viewer finds themselves by their entry id alone', () => {
  const one = draw({ drawn: [winner(1, 'a', 'won')] })
  const entry = (entryId: string) =>
    OwnEntry.parse({
      activityId: 'lamps',
      kind: 'draw',
      no: 1,
      entry: {},
      receipt: { entryId, receipt: hash },
      version: 1,
    })

  expect(ownIn(one, entry(id('a')))?.place).toBe(1)
  expect(ownIn(one, entry(id('b')))).toBeNull()
  expect(ownIn(one, null)).toBeNull()
})

test('whose place went on to them is known by what they have won, where their entry is not told any more', () => {
  const passed = { ...winner(1, 'a', 'expired'), until: 10 }
  const one = draw({ drawn: [passed, { ...winner(1, 'b', 'won'), until: 20 }] })
  const own = { activityId: one.id, place: 1, state: 'won', claimedAt: null, contact: null, version: 1 } as const

  expect(ownIn(one, null, DrawWin.parse({ ...own, until: 20 }))?.entryId).toBe(id('b'))
  expect(ownIn(one, null, null)).toBeNull()
})

test('the number is late some seconds after its time, and where none is waited for never', () => {
  const at = decidesAt(draw()) ?? 0
  expect(isLate(draw(), at + 14_999)).toBe(false)
  expect(isLate(draw(), at + 15_000)).toBe(true)
  expect(isLate(draw({ seal: { commitment: hash, round: null, head: hash } }), Number.MAX_SAFE_INTEGER)).toBe(false)
})

test('the time of the round, the hours to claim, the short hash and the way to the proof', () => {
  expect(decidesAt(draw())).toBe(1_692_803_370_000)
  expect(decidesAt(draw({ seal: { commitment: hash, round: null, head: hash } }))).toBeNull()
  expect(decidesAt(draw({ seal: null }))).toBeNull()
  expect(claimHours(draw())).toBe(48)
  expect(shortHash(hash)).toBe('3f9a…c21e')
  expect(checkPath(ActivityId.parse('lamps'))).toBe('/v/lamps')
})

test('what was won is to be claimed until its time is over', () => {
  expect(isToClaim({ state: 'won', until: 10 }, 9)).toBe(true)
  expect(isToClaim({ state: 'won', until: 10 }, 10)).toBe(false)
  for (const state of ['claimed', 'expired'] as const) expect(isToClaim({ state, until: 10 }, 9)).toBe(false)
})
