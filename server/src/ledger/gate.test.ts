// The gate: refuses only what the ledger itself refused a moment ago, and opens as soon as anything changes.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { OfferId } from '@lantern/shared/contract/ids.ts'
import { createGate } from './gate.ts'
import type { PlaceHold, PlaceOutcome } from './ledger.ts'
import { aHold, SHOW } from './proofs/testShop.ts'

const CUP = 'cup' as OfferId
const LIMIT = 3

/** A ledger of one offer that remembers when it had how many units free. */
function createStock(free: number) {
  const state = { now: 0, asked: 0, free, open: true, own: new Map<string, number>(), refused: 0 }
  const decide = ({ viewerId, lines }: PlaceHold): PlaceOutcome => {
    const quantity = lines[0]?.quantity ?? 0
    if (!state.open) return refuse('NOT_OPEN')
    if ((state.own.get(viewerId) ?? 0) + quantity > LIMIT) return refuse('LIMIT_REACHED')
    if (state.free === 0) return refuse('SOLD_OUT')
    return quantity > state.free ? refuse('NOT_ENOUGH') : grant({} as never)
  }
  const place = async (request: PlaceHold) => {
    state.asked++
    const outcome = decide(request)
    if (!outcome.ok) return outcome
    const quantity = request.lines[0]?.quantity ?? 0
    state.free -= quantity
    state.own.set(request.viewerId, (state.own.get(request.viewerId) ?? 0) + quantity)
    gate.forget([SHOW])
    return outcome
  }
  const hasHolds = (_show: unknown, viewerId: string) => (state.own.get(viewerId) ?? 0) > 0
  const parts = { ledger: { place }, clock: () => state.now, hasHolds, onRefusal: () => void state.refused++ }
  const gate = createGate(parts)
  const restock = (units: number) => {
    state.free += units
    gate.forget([SHOW])
  }
  return { state, gate, decide, restock }
}

const ask = (viewer: number, quantity = 1) => aHold(`h${viewer}`, `v${viewer}`, [[CUP, quantity]])

test('a rush on nothing is answered by the gate, with one probe in a tenth of a second', async () => {
  const { state, gate } = createStock(0)
  const outcomes: PlaceOutcome[] = []
  for (let n = 0; n < 1000; n++) {
    state.now = n
    outcomes.push(await gate.place(ask(n), false))
  }

  expect(outcomes.every((outcome) => !outcome.ok && outcome.code === 'SOLD_OUT')).toBe(true)
  expect(state.asked).toBeLessThanOrEqual(11)
  expect(state.refused).toBe(1000 - state.asked)
})

test('it opens at once when units are back, and in a second when nobody says so', async () => {
  const { state, gate, restock } = createStock(0)
  await gate.place(ask(1), false)
  state.now = 50
  restock(1)
  expect(await gate.place(ask(2), false)).toMatchObject({ ok: true })

  await gate.place(ask(3), false)
  state.free = 1
  state.now = 1049
  await gate.place(ask(4), false)
  state.free = 1
  state.now = 1050
  expect(await gate.place(ask(5), false)).toMatchObject({ ok: true })
})

test('an id sent again, several offers at once, and viewers with a hold always reach the ledger', async () => {
  const { state, gate } = createStock(0)
  await gate.place(ask(1), false)
  state.own.set('v2', 1)
  const before = state.asked

  await gate.place(ask(1), true)
  await gate.place(ask(2), false)
  await gate.place({ ...ask(3), lines: [...ask(3).lines, { offerId: 'other' as OfferId, quantity: 1 }] }, false)

  expect(state.asked - before).toBe(3)
})

test('fewer units than were refused are asked for anew', async () => {
  const { gate } = createStock(1)

  expect(await gate.place(ask(1, 2), false)).toMatchObject({ code: 'NOT_ENOUGH' })
  expect(await gate.place(ask(2, 1), false)).toMatchObject({ ok: true })
})

test('whatever happens, it refuses nothing that the ledger would have granted all the last second', async () => {
  const step = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        do: fc.constant('ask' as const),
        viewer: fc.nat(8),
        units: fc.integer({ min: 1, max: 3 }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('restock' as const), units: fc.integer({ min: 1, max: 2 }) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const) }) },
    { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat(400) }) },
  )
  const play = async (steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]) => {
    const { state, gate, decide, restock } = createStock(2)
    for (const each of steps) {
      if (each.do === 'wait') state.now += each.ms
      if (each.do === 'restock') restock(each.units)
      if (each.do === 'close') {
        state.open = !state.open
        gate.forget([SHOW])
      }
      if (each.do !== 'ask') continue
      const request = ask(each.viewer, each.units)
      const truth = decide(request)
      const outcome = await gate.place(request, false)
      expect(outcome.ok).toBe(truth.ok)
    }
  }
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 60 }), play), { numRuns: 500 })
})
