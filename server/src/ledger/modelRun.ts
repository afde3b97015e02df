// Random commands against the real ledger, many to a batch; after every batch the database is checked alone.
import fc from 'fast-check'
import { HoldId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { expect } from 'vitest'
import { aHold, aSale, cancelled, opened, openShop, paid, refunded, SHOW } from './testShop.ts'
import type { DatabasePlace, TestShop } from './testShop.ts'

type Command =
  | {
      readonly do: 'place'
      readonly hold: number
      readonly viewer: number
      readonly lines: readonly [number, number][]
    }
  | { readonly do: 'release' | 'open' | 'cancel' | 'refund'; readonly hold: number }
  | { readonly do: 'pay'; readonly hold: number; readonly order: number; readonly event: number }
  | { readonly do: 'startSale'; readonly sale: number; readonly units: number }
  | { readonly do: 'stopSale'; readonly sale: number; readonly units: number }
  | { readonly do: 'sweep' }

interface Step {
  readonly commands: readonly Command[]
  readonly waitMs: number
}

const HOLDS = 60
const VIEWERS = 12

const hold = fc.nat(HOLDS)
const lines = fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 3 })
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('place' as const), hold, viewer: fc.nat(VIEWERS), lines }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom('release' as const, 'open' as const, 'cancel' as const, 'refund' as const),
      hold,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('pay' as const), hold, order: fc.nat(1), event: fc.nat(200) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('startSale' as const, 'stopSale' as const),
      sale: fc.nat(5),
      units: fc.integer({ min: 1, max: 6 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sweep' as const) }) },
)

export interface ModelSize {
  readonly runs: number
  readonly steps: number
  readonly commandsPerStep: number
  readonly replay?: { readonly seed: number; readonly path: string }
}

/** A failure prints its seed, path and shrunk counterexample; `replay` plays that one again. */
export async function runModel(makePlace: () => Promise<DatabasePlace>, size: ModelSize): Promise<void> {
  const full = { minLength: size.commandsPerStep, maxLength: size.commandsPerStep }
  const step = fc.record({ commands: fc.array(command, full), waitMs: fc.constantFrom(0, 1000, 60_000, 600_000) })
  const steps = fc.array(step, { minLength: size.steps, maxLength: size.steps })
  const check = fc.asyncProperty(steps, (all) => playAll(makePlace, all))
  await fc.assert(check, { numRuns: size.runs, ...size.replay })
}

async function playAll(makePlace: () => Promise<DatabasePlace>, steps: readonly Step[]): Promise<void> {
  const place = await makePlace()
  const shop = await openShop(place)
  try {
    for (const step of steps) await play(shop, step)
  } finally {
    await shop.close()
    await place.drop()
  }
}

async function play(shop: TestShop, { commands, waitMs }: Step): Promise<void> {
  const before = (await shop.store.readRoom(SHOW))?.cursor ?? 0
  const outcomes = await Promise.all(commands.map((each) => run(shop, each)))
  const drift = await shop.ledger.check()
  expect(drift).toEqual([])
  await expectGrantsRepeat(shop, commands, outcomes)
  await expectDeltaIsTheRoom(shop, before)
  shop.clock.advance(waitMs)
}

function run({ ledger, offers }: TestShop, each: Command): Promise<unknown> {
  if (each.do === 'sweep') return ledger.sweep(10)
  if (each.do === 'startSale' || each.do === 'stopSale') {
    const sale = aSale(`s${each.sale}`, { units: each.units })
    return each.do === 'startSale' ? ledger.startSale(sale) : ledger.stopSale(sale)
  }
  const id = `h${each.hold}`
  if (each.do === 'place') return ledger.place(toHold(offers, each))
  if (each.do === 'release') {
    return ledger.release({ holdId: HoldId.parse(id), viewerId: ViewerId.parse(`v${each.hold % VIEWERS}`) })
  }
  if (each.do === 'pay') return ledger.report(paid(id, `order-${each.order}`, { eventId: `e${each.event}` }))
  if (each.do === 'open') return ledger.report(opened(id))
  return ledger.report(each.do === 'cancel' ? cancelled(id) : refunded(id))
}

function toHold(offers: TestShop['offers'], each: Command & { do: 'place' }) {
  const all = [offers.cup, offers.small, offers.large] as const
  const wanted = each.lines.map(([index, units]) => [all[index] ?? offers.cup, units] as const)
  return aHold(`h${each.hold}`, `v${each.hold % VIEWERS}`, wanted)
}

/** What was granted in this step is granted again, whatever became of it. */
async function expectGrantsRepeat(
  { ledger, offers }: TestShop,
  commands: readonly Command[],
  outcomes: readonly unknown[],
): Promise<void> {
  const granted = commands.flatMap((each, index) =>
    each.do === 'place' && isOk(outcomes[index]) ? [toHold(offers, each)] : [],
  )
  const again = await Promise.all(granted.map((request) => ledger.place(request)))
  expect(again.filter((outcome) => !outcome.ok)).toEqual([])
}

function isOk(outcome: unknown): boolean {
  return typeof outcome === 'object' && outcome !== null && 'ok' in outcome && outcome.ok === true
}

/** A reader with a cursor learns the same pools as one that reads the whole room. */
async function expectDeltaIsTheRoom({ store }: TestShop, cursor: number): Promise<void> {
  const room = await store.readRoom(SHOW)
  const delta = await store.readRoomSince(SHOW, cursor)
  const changed = room?.offers.filter((offer) => offer.version > cursor)
  expect(delta.offers).toEqual(changed)
  expect(delta.cursor).toBe(room?.cursor)
}
