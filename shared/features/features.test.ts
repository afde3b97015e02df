// What is derived from the list of features: nothing is there twice, nothing unlisted compiles, and a reply brings what its command says.
import { expect, expectTypeOf, test } from 'vitest'
import { broughtBy } from '../client/brought.ts'
import { aHold, anOffer, aWait } from '../client/builders.ts'
import {
  COMMAND_NAMES,
  COMMANDS,
  type CommandInput,
  type CommandName,
  type CommandRefusal,
} from '../contract/commands.ts'
import { joinDisjoint } from '../contract/joinDisjoint.ts'
import { REFUSAL_CODES, type RefusalCode } from '../contract/refusals.ts'
import {
  STAFF_SLICES,
  EMPTY_STAFF_STATE,
  EMPTY_OWN,
  EMPTY_ROOM,
  fitAll,
  namesOf,
  OWN_SLICES,
  ROOM_SLICES,
} from '../contract/slices.ts'
import type { RoomState } from '../contract/snapshot.ts'
import type { FlashSale } from '../contract/things.ts'
import type * as features from './features.ts'

test('every code that a command may be refused with is one of a feature or of the edge', () => {
  const codes: ReadonlySet<string> = new Set(REFUSAL_CODES)
  const unlisted = COMMAND_NAMES.flatMap((name) => COMMANDS[name].refusals.filter((code) => !codes.has(code)))

  expect(COMMAND_NAMES.length).toBeGreaterThan(40)
  expect(unlisted).toEqual([])
})

test('the types follow from the list', () => {
  expectTypeOf<RoomState['sale']>().toEqualTypeOf<FlashSale | null>()
  expectTypeOf<'SOLD_OUT'>().toExtend<RefusalCode>()
  expectTypeOf<'NO_SUCH_CODE'>().not.toExtend<RefusalCode>()
  expectTypeOf<'SOLD_OUT'>().toExtend<CommandRefusal<'hold:place'>>()
  expectTypeOf<'SOLD_OUT'>().not.toExtend<CommandRefusal<'pins:set'>>()
  expectTypeOf<CommandInput<'like:send'>>().toEqualTypeOf<{ count: number }>()
})

test('each audience has its pieces', () => {
  expect(namesOf(ROOM_SLICES)).toEqual(expect.arrayContaining(['show', 'pins', 'sale', 'comments', 'viewers']))
  expect(namesOf(STAFF_SLICES)).toEqual(expect.arrayContaining(['holds', 'marked', 'orders', 'standings', 'totals']))
  expect(namesOf(OWN_SLICES)).toEqual(expect.arrayContaining(['holds', 'waits']))
})

test('a state of which nothing was said yet can be taken in', () => {
  expect(fitAll(OWN_SLICES, EMPTY_OWN, 'all')).toBe(true)
  expect(fitAll(STAFF_SLICES, EMPTY_STAFF_STATE, 'all')).toBe(true)
  expect(fitAll(ROOM_SLICES, { ...EMPTY_ROOM, show: { version: 0 } }, 'all')).toBe(true)
})

type Features = typeof features
type NamesIn<Feature, Part extends string> = Feature extends { readonly [Name in Part]: infer All }
  ? keyof All & string
  : never
/** The features that have this name among their commands or refusals. */
type OwnersOf<Name, Part extends string> = {
  [Feature in keyof Features]: Name extends NamesIn<Features[Feature], Part> ? Feature : never
}[keyof Features]
type Several<One, All = One> = One extends unknown ? ([All] extends [One] ? never : true) : never
type Twice<Name, Part extends string> = Name extends unknown
  ? true extends Several<OwnersOf<Name, Part>>
    ? Name
    : never
  : never

test('two features with one name do not compile, and are refused at start', () => {
  expectTypeOf<Twice<CommandName, 'commands'>>().toBeNever()
  expectTypeOf<Twice<RefusalCode, 'refusals'>>().toBeNever()
  expect(() => joinDisjoint([{ 'poll:vote': 1 }, { 'poll:open': 2 }, { 'poll:vote': 3 }])).toThrow('poll:vote')
})

const refused = (detail?: Record<string, unknown>) =>
  ({ ok: false, code: 'ALREADY_HELD', retryable: false, ...(detail && { detail }) }) as const

test('a reply brings what its command says, of nobody else', () => {
  const granted = (value: object) => ({ ok: true, value }) as never
  const hold = aHold()

  expect(broughtBy('hold:place', granted(hold))).toEqual({ own: { holds: [hold] } })
  expect(broughtBy('waitlist:join', granted(aWait()))).toEqual({ own: { waits: [aWait()] } })
  expect(broughtBy('offer:change', granted(anOffer()))).toEqual({ room: { offers: [anOffer()] } })
  expect(broughtBy('hold:place', refused({ hold }))).toEqual({ own: { holds: [hold] } })
  expect(broughtBy('hold:place', refused())).toEqual({})
  expect(broughtBy('buying:take', refused({ hold }))).toEqual({})
  expect(broughtBy('hold:place', granted({ hold: 'of a server that says something else' }))).toBeNull()
})
