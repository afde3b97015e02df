// What webhooks say comes of the log alone: after random work the same as rows said at the time, whatever became of these since.
import fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { HoldId, type OfferId, OrderId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { EVENT_TYPES, HOLD_EVENTS } from '../domain/eventTypes.ts'
import { readHoldFact } from '../domain/holdFact.ts'
import { toWebhookEvent } from '../domain/webhookEvents.ts'
import type { ShopFact } from '../ledger/ledger.ts'
import { MEMBER, withSeats } from '../ledger/proofs/testSeats.ts'
import { aHold, aSale, authorised, cancelled, opened, paid, refunded, SHOW, STAFF } from '../ledger/proofs/testShop.ts'
import { openShop, sqlitePlace, type TestShop } from '../ledger/proofs/testShop.ts'
import type { Schema } from '../database/schema.ts'
import { openSqliteThread } from '../database/sqlite/openSqliteThread.ts'
import { noticeOfRows } from '../testing/noticesOfRows.ts'
import { postgresPlaces } from '../testing/postgresPlaces.ts'
import { workedPostgres, type WorkedPlace, workedSqlite } from '../testing/workedPlaces.ts'
import { type Fact, readFacts } from './facts.ts'

const places = postgresPlaces()
const PLACES = [
  ['SQLite', seatedSqlite],
  ['PostgreSQL', seatedPostgres],
] as const

async function seatedSqlite(): Promise<WorkedPlace> {
  const place = await sqlitePlace()
  const jobsModule = new URL('../ledger/proofs/testSeatJobs.ts', import.meta.url)
  return {
    ...workedSqlite(place),
    ...withSeats(place, (clock) => openSqliteThread({ file: place.file, clock, jobsModule })),
  }
}

async function seatedPostgres(): Promise<WorkedPlace> {
  const place = await places()
  return { ...workedPostgres(place), ...withSeats(place) }
}

interface Drawn {
  readonly hold: number
  readonly n: number
}

const HOLD_TYPES: ReadonlySet<string> = new Set(HOLD_EVENTS)
const HOLDS = 6
const LINKS = [null, 'red', MEMBER]
/** Of the small ones all that are placed first take nearly all. */
const STOCK = { cup: 40, small: 10, large: 40 }

type Act = (shop: TestShop, drawn: Drawn) => Promise<unknown>
const idOf = ({ hold }: Drawn) => `h${hold}`
const orderOf = ({ hold, n }: Drawn) => `order-${hold}-${n % 2}`
const said = (of: (drawn: Drawn) => ShopFact): Act => {
  return ({ ledger }, drawn) => ledger.report(of(drawn))
}

const ACTS: Readonly<Record<string, Act>> = {
  place: ({ ledger, offers }, { hold, n }) => {
    const wanted: [OfferId, number][] = [[offers.small, 1 + (n % 2)]]
    if (n % 3 > 0) wanted.push([offers.cup, 1 + (n % 4)])
    return ledger.place({ ...aHold(`h${hold}`, `v${hold}`, wanted), via: LINKS[n % 3] ?? null })
  },
  change: ({ ledger, offers }, { hold, n }) => {
    const lines = [{ offerId: offers.cup, quantity: n % 5 }]
    return ledger.change({ holdId: HoldId.parse(`h${hold}`), viewerId: ViewerId.parse(`v${hold}`), lines })
  },
  release: ({ ledger }, { hold }) =>
    ledger.release({ holdId: HoldId.parse(`h${hold}`), viewerId: ViewerId.parse(`v${hold}`) }),
  opened: said((drawn) => opened(idOf(drawn))),
  authorised: said((drawn) => authorised(idOf(drawn), orderOf(drawn))),
  paid: said((drawn) => paid(idOf(drawn), orderOf(drawn), { amountMinor: 2000 + drawn.n })),
  cancelled: said((drawn) => cancelled(idOf(drawn), drawn.n % 3 === 0 ? undefined : orderOf(drawn))),
  refunded: said((drawn) => refunded(idOf(drawn), orderOf(drawn), drawn.n % 2 === 0 ? undefined : 100)),
  settle: ({ ledger }, drawn) => {
    const choice = (['supply', 'refund_back', 'accept', 'let_go'] as const)[drawn.n % 4] ?? 'accept'
    const ids = { holdId: HoldId.parse(idOf(drawn)), orderId: OrderId.parse(orderOf(drawn)) }
    return ledger.settleOrder({ showId: SHOW, by: STAFF, choice, ...ids })
  },
  startSale: ({ ledger }, { n }) => ledger.startSale(aSale(`sale-${n}`, { units: 3 })),
  pass: ({ ledger, clock }) => {
    clock.advance(400_000)
    return ledger.sweep(1)
  },
}

const acts = fc.array(
  fc.record({
    act: fc.constantFrom('place', 'place', 'paid', ...Object.keys(ACTS)),
    hold: fc.nat(HOLDS - 1),
    n: fc.nat(99),
  }),
  { minLength: 30, maxLength: 50 },
)

const factsAfter = (db: Kysely<Schema>, after: number): Promise<Fact[]> =>
  readFacts(db, { stream: SHOW, after, upTo: Number.MAX_SAFE_INTEGER, types: EVENT_TYPES, limit: 1000 })
const noticeOf = (fact: Fact): unknown => JSON.parse(toWebhookEvent(fact)?.body ?? 'null')

/** Everything a notice was ever read from. */
async function changeRows(db: Kysely<Schema>): Promise<void> {
  await db
    .updateTable('variants')
    .set({ sku: sql`'other ' || id`, price_minor: 1 })
    .execute()
  await db.updateTable('offers').set({ price_minor: 1 }).execute()
  await db
    .updateTable('holds')
    .set({ lines: '[]', total_minor: 1, via: 'other', currency: 'XXX', expires_at: 1 })
    .execute()
  await db.deleteFrom('orders').execute()
}

/** As facts of holds were written before they were complete. */
async function writeAsBefore(db: Kysely<Schema>): Promise<void> {
  for (const fact of await factsAfter(db, 0)) {
    const { seq, type } = fact
    if (!HOLD_TYPES.has(type)) continue
    const { hold, order } = readHoldFact(fact)
    const lines = hold?.lines.map(({ productId: _p, variantId: _v, sku: _s, listMinor: _l, ...line }) => line)
    const money = type === 'hold:granted' || type === 'hold:changed' ? { totalMinor: hold?.totalMinor, lines } : {}
    const paid = order && { orderId: order.orderId, amountMinor: order.amountMinor, currency: order.currency }
    const payload = JSON.stringify({ holdId: hold?.holdId, ...money, ...paid })
    await db.updateTable('events').set({ payload }).where('seq', '=', seq).execute()
  }
}

/** What each of the facts was by the rows right after it; a show's own are not told by rows. */
async function playAll(place: WorkedPlace, drawn: readonly (Drawn & { act: string })[]) {
  const shop = await openShop(place, { stock: STOCK })
  const told: unknown[] = []
  let last = 0
  for (const { act, ...each } of drawn) {
    await ACTS[act]?.(shop, each)
    await place.within(async (db) => {
      for (const fact of await factsAfter(db, last)) {
        told.push(await noticeOfRows(db, fact))
        last = fact.seq
      }
    })
  }
  return { shop, told }
}

/** When a hold would have ended was in its row alone: an old fact says what that says today. */
const withoutDeadline = (notices: readonly unknown[]): unknown =>
  JSON.parse(JSON.stringify(notices), (name, value: unknown) => (name === 'expiresAt' ? null : value))

const readAll = (place: WorkedPlace) => place.within(async (db) => (await factsAfter(db, 0)).map(noticeOf))

/** Every hold is placed before; a failure is not made smaller, which takes long. */
async function afterRandomWork(
  makePlace: () => Promise<WorkedPlace>,
  look: (work: Work) => Promise<void>,
): Promise<void> {
  const placed = Array.from({ length: HOLDS }, (_, hold) => ({ act: 'place', hold, n: hold + 1 }))
  const property = fc.asyncProperty(acts, async (drawn) => {
    const place = await makePlace()
    const { shop, told } = await playAll(place, [...placed, ...drawn])
    await look({ place, told })
    await shop.close()
    await place.drop()
  })
  await fc.assert(property, { numRuns: 1, endOnFailure: true })
}

interface Work {
  readonly place: WorkedPlace
  readonly told: readonly unknown[]
}

describe.each(PLACES)('on %s', (_name, makePlace) => {
  test('what is built of facts is what rows said, and stays so when these are changed or gone', async () => {
    await afterRandomWork(makePlace, async ({ place, told }) => {
      // The show that went live, and each hold.
      expect(told.filter((notice) => notice !== null).length).toBeGreaterThan(HOLDS)
      expect(await readAll(place)).toEqual(told)

      await place.within(changeRows)

      expect(await readAll(place)).toEqual(told)
    })
  })

  test('what was written before facts were complete is made so by the rows', async () => {
    await afterRandomWork(makePlace, async ({ place, told }) => {
      await place.within(writeAsBefore)

      expect(withoutDeadline(await readAll(place))).toEqual(withoutDeadline(told))
    })
  })
})
