// Staff are told what their role may see, and those who see the same are told it once.
import { gauge, one, seenBy } from '@lantern/shared/contract/merge.ts'
import { ROLES } from '@lantern/shared/contract/roles.ts'
import { EMPTY_STAFF_STATE } from '@lantern/shared/contract/slices.ts'
import { expect, it } from 'vitest'
import { deskFor, distinct, seenOf, staffAudiences } from './audiences.ts'

const PAYOUTS = { totals: gauge(0), payouts: seenBy(['owner'], gauge(0)), offers: seenBy(['owner', 'host'], gauge(0)) }
const audiences = staffAudiences(PAYOUTS)

it('has one audience where every role sees the same', () => {
  expect(distinct(staffAudiences({ totals: gauge(0) })).map(({ name }) => name)).toEqual(['staff'])
})

it('tells each role the pieces that it sees', () => {
  const told = { totals: 1, payouts: 2, offers: 3 }

  expect(ROLES.map((role) => Object.keys(seenOf(told, audiences[role])))).toEqual([
    ['totals', 'payouts', 'offers'],
    ['totals', 'offers'],
    ['totals'],
    ['totals'],
  ])
  expect(distinct(audiences).map(({ name }) => name)).toEqual(['staff', 'staff-payouts', 'staff-offers-payouts'])
})

it('shows what is hidden as empty, so that a page has every piece', () => {
  const desk = { ...EMPTY_STAFF_STATE, totals: { held: 1, paid: 2, soldMinor: 300, needsYou: 0 } }

  expect(deskFor({ name: 'staff-totals', hidden: new Set(['totals']) }, desk)).toEqual(EMPTY_STAFF_STATE)
  expect(deskFor({ name: 'staff', hidden: new Set() }, desk)).toBe(desk)
})

it('is not for a piece that is never empty', () => {
  expect(() => seenBy(['owner'], gauge(null))).toThrow('empty')
  expect(seenBy(['owner'], one<null>()).seenBy).toEqual(['owner'])
})
