// Random work with activities, many things at once, beside the plain model: the same answers, and the same in the database.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ActivityId } from '@lantern/shared/contract/ids.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { PlaceMaker } from '../ledger.contract.ts'
import { openShop, SHOW, STAFF, type TestShop } from '../testShop.ts'
import * as plain from './activityModel.ts'
import type { ActivityModel, Told } from './activityModel.ts'
import { aMove, anActivity, anEntry, findMiscounts, readPicks } from './activityShow.ts'

const RUNS = 2

/** `makePlace` gives places whose ledger knows the tests' kind. */
export function randomContract(name: string, makePlace: PlaceMaker): void {
  describe(`random work with activities on ${name}`, () => {
    test('is answered and kept as the plain model says', async () => {
      const seed = Date.now() % 1_000_000_000
      for (const batches of fc.sample(BATCHES, { seed, numRuns: RUNS })) await play(makePlace, batches, `seed ${seed}`)
    })
  })
}

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')
const request = fc.integer({ min: 0, max: 30 })
const DRAWN = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('make' as const),
      id,
      start: fc.constantFrom('draft' as const, 'announced' as const, 'open' as const),
      opensInMs: fc.constantFrom(null, 0, 3000),
      lengthMs: fc.constantFrom(null, 1000, 8000),
      places: fc.constantFrom(null, null, 3),
      mayChange: fc.boolean(),
      toFront: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      id,
      act: fc.constantFrom('announce', 'open', 'open', 'open', 'close', 'cancel', 'remove'),
      isStale: fc.constantFrom(false, false, false, true),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('front' as const), id: fc.option(id) }) },
  {
    weight: 14,
    arbitrary: fc.record({
      kind: fc.constant('enter' as const),
      id,
      viewer: fc.constantFrom('v1', 'v2', 'v3', 'v4', 'v5', 'v6'),
      request,
      picks: fc.subarray(['red', 'blue', 'green', 'pink'], { maxLength: 2 }),
    }),
  },
)
type Drawn = typeof DRAWN extends fc.Arbitrary<infer One> ? One : never

const BATCHES = fc.array(
  fc.record({ waitMs: fc.constantFrom(0, 0, 500, 2000, 5000), all: fc.array(DRAWN, { minLength: 1, maxLength: 12 }) }),
  { minLength: 60, maxLength: 90, size: 'max' },
)

interface Batch {
  readonly waitMs: number
  readonly all: readonly Drawn[]
}

interface World {
  readonly shop: TestShop
  readonly model: ActivityModel
}

/** What the model says, and what the ledger is asked: the answer is read when all of the batch have theirs. */
interface Asked {
  readonly expected: Told
  readonly answer: Promise<Told>
}

async function play(makePlace: PlaceMaker, batches: readonly Batch[], seed: string): Promise<void> {
  const place = await makePlace()
  const shop = await openShop(place)
  const world = { shop, model: plain.createActivityModel() }
  try {
    for (const batch of batches) await playOne(world, batch, seed)
    await compare(world, seed)
  } finally {
    await shop.close()
    await place.drop()
  }
}

async function playOne(world: World, { waitMs, all }: Batch, seed: string): Promise<void> {
  const { shop, model } = world
  shop.clock.advance(waitMs)
  if (waitMs > 0) await shop.ledger.sweep(1000)
  plain.moveTo(model, shop.clock.now())
  const asked = all.map((drawn) => ask(world, drawn))
  const answers = await Promise.all(asked.map(({ answer }) => answer))
  expect(answers, seed).toEqual(asked.map(({ expected }) => expected))
}

function ask({ shop: { ledger, clock }, model }: World, drawn: Drawn): Asked {
  if (drawn.kind === 'enter') {
    const entering = anEntry(drawn.id, `${drawn.viewer} r${drawn.request}`, drawn.picks)
    const expected = plain.enter(model, entering, drawn.picks)
    const read = (entry: unknown) => (entry as { readonly picks: readonly string[] }).picks
    return {
      expected,
      answer: ledger.enter(entering).then(told(({ no, entry }) => plain.viewEntry({ no, picks: read(entry) }))),
    }
  }
  if (drawn.kind === 'front') {
    const activityId = drawn.id === null ? null : ActivityId.parse(drawn.id)
    const expected = plain.setFront(model, activityId)
    const answer = ledger.setFront({ showId: SHOW, activityId, by: STAFF })
    return { expected, answer: answer.then(told((front) => String(front.activityId))) }
  }
  const keep = (revision: number) => {
    const known = model.activities.get(drawn.id)
    // Of a batch the answer to a repeat may come after that to a move, and tells of the time before it.
    if (known && revision >= known.revision) Object.assign(known, { revision, isKnown: true })
  }
  const state = told(({ state, revision }: { readonly state: string; readonly revision: number }) => {
    keep(revision)
    return state
  })
  if (drawn.kind === 'make') {
    const { places, mayChange, start, opensInMs, lengthMs, toFront } = drawn
    const opensAt = opensInMs === null ? null : clock.now() + opensInMs
    const making = anActivity(drawn.id, { places, mayChange }, { start, opensAt, lengthMs, toFront })
    return {
      expected: plain.make(model, making, { places, mayChange }),
      answer: ledger.makeActivity(making).then(state),
    }
  }
  const moving = aMove(drawn.id, drawn.act, drawn.isStale ? 0 : (model.activities.get(drawn.id)?.revision ?? 0))
  return { expected: plain.move(model, moving), answer: ledger.moveActivity(moving).then(state) }
}

function told<Value>(read: (value: Value) => Told) {
  return (outcome: Outcome<Value>): Told => (outcome.ok ? read(outcome.value) : outcome.code)
}

async function compare({ shop, model }: World, seed: string): Promise<void> {
  const { activities } = await shop.database.run(readPicks, null)
  const kept = activities.map(({ life, tallies, result }) => {
    const { id, state, entries } = life
    const counted = Object.entries(tallies).filter(([, n]) => n > 0)
    return [id, { state, entries, tallies: Object.fromEntries(counted), result: result === null ? null : entries }]
  })
  const said = [...model.activities].map(([id, one]) => {
    const [entries, result] = [one.entries.size, one.state === 'settled' ? one.entries.size : null]
    return [id, { state: one.state, entries, tallies: plain.talliesOf(one), result }]
  })
  expect(Object.fromEntries(kept), seed).toEqual(Object.fromEntries(said))
  expect((await shop.store.readRoom(SHOW))?.room.front.activityId).toBe(model.front)
  expect(await findMiscounts(shop)).toEqual([])
  expect(await shop.ledger.check()).toEqual([])
}
