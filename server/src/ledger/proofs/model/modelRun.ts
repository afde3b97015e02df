// Random commands against the real ledger and the reference one, many to a batch; after each batch everything is compared.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { type OfferId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { createLedger, LEDGER_POLICY } from '../../createLedger.ts'
import type { Ledger } from '../../ledger.ts'
import type { LedgerPolicy } from '../../requests.ts'
import { openShop, SHOW, STAFF, START_AT } from '../testShop.ts'
import type { DatabasePlace, TestShop } from '../testShop.ts'
import { resolveStep, steps } from './commands.ts'
import type { Pair, Step, World } from './draft.ts'
import { ask, readWhole, viewWhole } from './compare.ts'
import { createModel } from './model.ts'
import type { ModelOffer } from './state.ts'
import { STAFF_VIEWER } from './whoAsks.ts'
import type { Answer } from './views.ts'

export interface ModelSize {
  /** In all, at least. */
  readonly commands: number
  /** On average. */
  readonly steps: number
  readonly commandsPerStep: number
  /** `<seed>` or `<seed>/<path>` of a failure's message: plays that one again. */
  readonly replay?: string | undefined
  /** So long a failure is made smaller. */
  readonly shrinkMs?: number
}

/** Small enough that pauses happen. */
const POLICY: LedgerPolicy = {
  ...LEDGER_POLICY,
  coolDownMs: 60_000,
  lapsesPerViewer: 4,
  lapsesPerSource: 8,
  releasesPerViewer: 5,
  crowd: { percent: 10, atLeast: 2, entries: 2 },
}
const RUNS_PER_SEED = 4
const SHRINK_MS = 30_000
const STOCK = { cup: 30, small: 12, large: 12 }

/** Answers the first seed and the number of commands; a failure tells how to replay it and its shrunk counterexample. */
export async function runModel(makePlace: () => Promise<DatabasePlace>, size: ModelSize): Promise<ModelRun> {
  const [seed = String(Date.now() % 1_000_000_000), path] = size.replay?.split('/') ?? []
  let played = 0
  for (let next = Number(seed); played === 0 || (played < size.commands && !path); next++) {
    played += await runSome(makePlace, size, { seed: next, ...(path !== undefined && { path }) })
  }
  return { seed: Number(seed), commands: played }
}

export interface ModelRun {
  readonly seed: number
  readonly commands: number
}

async function runSome(
  makePlace: () => Promise<DatabasePlace>,
  size: ModelSize,
  from: { seed: number; path?: string },
): Promise<number> {
  let played = 0
  let shrinkUntil = Infinity
  const endsAt = fc.nat(size.steps * 5)
  const property = fc.asyncProperty(steps(size.steps, size.commandsPerStep), endsAt, async (all, endAt) => {
    if (performance.now() > shrinkUntil) return
    played += await playAll(makePlace, all, endAt).catch((error: unknown) => {
      shrinkUntil = Math.min(shrinkUntil, performance.now() + (size.shrinkMs ?? SHRINK_MS))
      throw error
    })
  })
  const details = await fc.check(property, { numRuns: RUNS_PER_SEED, ...from })
  if (!details.failed) return played
  const replay = `Replay with LEDGER_REPLAY=${details.seed}/${details.counterexamplePath}`
  const why = details.errorInstance instanceof Error ? details.errorInstance.message : ''
  throw new Error(`${replay}\n${why}\n${JSON.stringify(details.counterexample)}`, { cause: details.errorInstance })
}

interface Run {
  readonly place: DatabasePlace
  readonly world: World
  readonly refused: Error[]
  /** Those that activities are promised next. */
  readonly seeds: string[]
  shop: TestShop
  ledger: Ledger
}

/** Answers how many commands were played; at step `endAt`, if there is one, the show ends. */
async function playAll(makePlace: () => Promise<DatabasePlace>, all: readonly Step[], endAt: number): Promise<number> {
  const run = await start(await makePlace())
  let commands = 0
  try {
    for (const [index, step] of all.entries()) commands += await play(run, step, index === endAt)
    return commands
  } finally {
    await run.shop.close()
    await run.place.drop()
  }
}

async function start(place: DatabasePlace): Promise<Run> {
  const shop = await openShop(place, { stock: STOCK })
  const room = await shop.store.readRoom(SHOW)
  const offers = (room?.room.offers ?? []).map((offer): ModelOffer => ({ ...offer }))
  offers.sort((a, b) => (a.id < b.id ? -1 : 1))
  const { cup, small, large } = shop.offers
  const offerIds: [OfferId, ...OfferId[]] = [cup, small, large]
  await shop.store.noteStaffViewer(ViewerId.parse(STAFF_VIEWER))
  const realIds = new Map<string, string>()
  const realOf = (id: string) => realIds.get(id) ?? id
  const model = createModel(offers, { policy: POLICY, createdAt: START_AT, staff: new Set([STAFF_VIEWER]), realOf })
  const lists = { known: [], facts: [], places: [], plays: [] }
  const world = { model, offerIds, ...lists, realIds, revisions: new Map(), now: 0, counter: 0 }
  const run = { place, world, shop, refused: [], seeds: [] }
  return { ...run, ledger: ledgerOf(run) }
}

const SEED_BYTES = 32

/** Tried in halves, a batch that the database refuses may still come out right: here it is a failure. */
function ledgerOf({ shop: { database }, refused, seeds, world }: Omit<Run, 'ledger'>): Ledger {
  const { state } = world.model
  const random = (bytes: number) => (bytes === SEED_BYTES ? seeds.shift() : null) ?? randomBytes(bytes).toString('hex')
  return createLedger({
    database,
    onChange: () => {},
    policy: POLICY,
    onRefused: (error) => void refused.push(error),
    random,
    viewersNow: () => [{ showId: SHOW, viewers: state.room.viewers }],
    carriesPriceNow: () => state.room.carriesPrice,
  })
}

async function play(run: Run, step: Step, ends: boolean): Promise<number> {
  const { world, shop } = run
  const cursor = (await shop.store.readRoom(SHOW))?.cursor ?? 0
  world.now = shop.clock.now()
  world.model.state.room = step.room
  const pairs = resolveStep(world, step)
  const end = { kind: 'endShow', input: { showId: SHOW, by: STAFF } } as const
  if (step.lifts) await lift(run)
  if (ends) pairs.splice(pairs.length / 2, 0, { expected: end, asked: end })
  await compareBatch(run, pairs, step.crash)
  await expectDeltaIsTheRoom(run.shop, cursor)
  await compareBatch(run, repeatGrants(run, pairs, step.crash), false)
  shop.clock.advance(step.waitMs)
  return pairs.length
}

async function lift({ shop, world }: Run): Promise<void> {
  const lifted = await shop.store.liftCrowd(SHOW, STAFF)
  const { state } = world.model
  assert.equal(lifted.ok, state.isLive, 'the lift of the limits of one address')
  if (lifted.ok) state.crowd = 'lifted'
}

/** The words are made only where they are needed: they are long. */
function expectSame({ part, seen, wanted }: { part: string; seen: unknown; wanted: unknown }, pairs: readonly Pair[]) {
  if (isDeepStrictEqual(seen, wanted)) return
  assert.deepEqual(seen, wanted, `${part}, after ${JSON.stringify(pairs.map((pair) => pair.asked))}`)
}

const PLAYS = ['front', 'activities', 'entries', 'rewards', 'differences'] as const
const PARTS = ['show', 'offers', 'sales', 'places', 'orders', 'holds', ...PLAYS] as const

/** Everything asked in one turn travels in one batch, in its order. After a crash only what is stored can be compared. */
async function compareBatch(run: Run, pairs: readonly Pair[], crash: boolean): Promise<void> {
  const { world } = run
  const asked = pairs.map((pair) => {
    if (pair.asked.kind === 'makeActivity') run.seeds.push(pair.asked.input.seed)
    return ask(run.ledger, pair.asked)
  })
  if (crash) await goOnElsewhere(run)
  const answered = await Promise.all(asked).catch((error: unknown) => {
    throw run.refused[0] ?? error
  })
  await run.ledger.close()
  assert.deepEqual(run.refused, [], 'batches that the database refused')
  const expected = world.model.apply(
    pairs.map((pair) => pair.expected),
    world.now,
  )
  let idOf = await learnTurns(run)
  while (world.model.goOn()) idOf = await learnTurns(run)
  pairs.forEach(({ asked: request }, nth) => {
    const answer: Answer | undefined = crash ? expected[nth] : answered[nth]?.(idOf)
    assert.deepEqual({ nth, request, answer }, { nth, request, answer: expected[nth] })
  })
  assert.deepEqual(await run.ledger.check(), [], 'ledger.check()')
  const { whole, revisions } = await readWhole(run.shop, idOf)
  world.revisions = revisions
  const wanted = viewWhole(world.model.state, whole)
  for (const part of PARTS) {
    expectSame({ part, seen: whole[part], wanted: wanted[part] }, pairs)
  }
}

/** Another instance is opened while the old one still works; whoever waits there for an answer gets none. */
async function goOnElsewhere(run: Run): Promise<void> {
  const old = run.shop
  run.shop = await openShop(run.place, { clock: old.clock })
  // What its batch left behind it does before it goes.
  await run.ledger.close()
  run.ledger = ledgerOf(run)
  await old.close()
}

/** The ids of holds that the server made; a viewer has one live hold on an offer at most. */
async function learnTurns({ shop, world }: Run): Promise<(id: string) => string> {
  const { holds } = world.model.state
  const names = new Map([...world.realIds].map(([model, real]) => [real, model]))
  const isNew = (id: string) => !world.realIds.has(id)
  const fresh = holds.filter((hold) => hold.waited && isNew(hold.id))
  if (fresh.length === 0) return (id) => names.get(id) ?? id
  const { holds: all = [] } = (await shop.store.readRoomSince(SHOW, 0)).desk
  const stored = all.filter((hold) => hold.waited && !names.has(hold.id))
  for (const { id, viewerId, lines } of fresh) {
    const line = lines[0]
    const real = stored.find((each) => each.viewerId === viewerId && each.lines[0]?.offerId === line?.offerId)
    if (!real) continue
    world.realIds.set(id, real.id)
    names.set(real.id, id)
    world.known.push({ id, viewerId, lines: real.lines.map((each) => [each.offerId, each.quantity] as const) })
  }
  return (id) => names.get(id) ?? id
}

/** A granted id answers the same, whatever became of the hold: those of this step, after a crash many older ones too. */
function repeatGrants({ world }: Run, pairs: readonly Pair[], crash: boolean): Pair[] {
  const granted = new Set(world.model.state.holds.map((hold) => hold.id))
  const isGranted = ({ expected }: Pair) => expected.kind === 'place' && granted.has(expected.input.holdId)
  return crash ? world.places.filter(isGranted).slice(-200) : pairs.filter(isGranted).slice(0, 20)
}

/** A reader with a cursor learns the same pools and holds as one that reads everything. */
async function expectDeltaIsTheRoom({ store }: TestShop, cursor: number): Promise<void> {
  const room = await store.readRoom(SHOW)
  const delta = await store.readRoomSince(SHOW, cursor)
  const everything = await store.readRoomSince(SHOW, 0)
  const changed = <Row extends { version: number }>(rows: readonly Row[] = []) =>
    rows.filter((row) => row.version > cursor)
  assert.deepEqual(delta.room.offers ?? [], changed(room?.room.offers), 'offers since the cursor')
  assert.deepEqual(changed(delta.desk.holds), changed(everything.desk.holds), 'holds since the cursor')
  assert.equal(delta.cursor, room?.cursor)
}
