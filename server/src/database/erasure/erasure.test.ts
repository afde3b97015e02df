// A viewer who is erased is in no table and no column afterwards, whoever made it; nobody else loses anything. On both databases.
import { commentRecords } from '../../testing/commentRecords.ts'
import { type Kysely, sql, type TableMetadata } from 'kysely'
import { describe, expect, test } from 'vitest'
import { CommentId, HoldId, ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import {
  aHold,
  openShop,
  paid,
  SHOW,
  sqlitePlace,
  STAFF,
  START_AT,
  type TestShop,
} from '../../ledger/proofs/testShop.ts'
import { createSharedClock } from '../../kit/clock.ts'
import { postgresPlaces } from '../../testing/postgresPlaces.ts'
import { workedPostgres, type WorkedPlace, workedSqlite } from '../../testing/workedPlaces.ts'
import { sortByArrows, type Table } from '../backup/tables.ts'
import { createWebhookRecords } from '../../webhooks/records/createWebhookRecords.ts'
import type { Cell } from '../database.ts'
import type { Schema } from '../schema.ts'
import { aComment } from '../../features/comments/commentShow.contract.ts'
import { VIEWER_COOKIE_MS } from '../../identity/records/revokedViewers.ts'
import { hashOfViewer } from '../../kit/hashOfViewer.ts'
import type { Erasable, OfNobody } from './erasure.ts'
import { ERASURES } from './erasures.ts'

const places = postgresPlaces()
const PLACES = [
  ['SQLite', async () => workedSqlite(await sqlitePlace())],
  ['PostgreSQL', async () => workedPostgres(await places())],
] as const

/** `secret` stands in everything that tells who it is; ids are random, `n` in them says nothing. */
interface Who {
  readonly n: 1 | 2
  readonly viewerId: ViewerId
  readonly secret: string
}

const VERA: Who = { n: 1, viewerId: ViewerId.parse('v_4711'), secret: 'vera' }
const WALT: Who = { n: 2, viewerId: ViewerId.parse('v_4712'), secret: 'walt' }
const MENTIONS_WALT = /walt|v_4712|rows-2|other-2/

/** Where the random id stays; in the log it stands in facts and their actors. */
const BY_ID = /^((bans|comments|holds|mutes|waits)\.viewer_id|events\.(actor|payload))$/

const listed = new Map<string, Erasable | OfNobody>(Object.entries(ERASURES))
const erasableOf = (table: string): Erasable | null => {
  const one = listed.get(table)
  return one && 'erase' in one ? one : null
}

/** An evening of a viewer, by what the product itself does. */
async function live({ store, ledger, offers, database }: TestShop, { n, viewerId, secret }: Who): Promise<void> {
  const came = { source: `hash of ${secret}`, issuedAt: START_AT + 1 }
  const said = (id: string) => aComment(`${id}-${n}`, { viewerId, name: secret, text: `${secret} says ${id}`, ...came })
  await commentRecords(store).addComments([said('a'), said('b')])
  await commentRecords(store).pinComment(SHOW, CommentId.parse(`b-${n}`), STAFF)
  await store.noteVisits([{ showId: SHOW, viewerId, at: START_AT }])
  await commentRecords(store).addLikes([{ showId: SHOW, viewerId, count: 3, ...came }])
  await commentRecords(store).muteViewer({ showId: SHOW, viewerId, by: STAFF, forMs: 60_000 })
  const hold = async (id: string) => {
    const placed = aHold(`${id}-${n}`, viewerId, [[offers.cup, 1]])
    const outcome = await ledger.place({ ...placed, viewerName: secret, via: 'link', ...came })
    expect(outcome.ok ? id : outcome.code).toBe(id)
  }
  await hold('bought')
  await ledger.report(paid(`bought-${n}`, `order-${n}`))
  await hold('left')
  await ledger.release({ holdId: HoldId.parse(`left-${n}`), viewerId })
  await hold('open')
  const body = JSON.stringify({ buyer: secret, street: `${secret} street` })
  const holdId = HoldId.parse(`bought-${n}`)
  await createWebhookRecords(database).inbox.keep([
    { endpointId: 'shop', eventId: `e-${n}`, holdId, type: 'order.paid', fact: null, body },
  ])
}

type Row = Readonly<Record<string, Cell>>

/** As it is kept, with how its winner is reached. */
const aPrize = (contact: string) =>
  JSON.stringify({ is: 'prize', title: 'A cup', productId: null, claimedAt: 0, contact })

/** What cells have to be so that the database takes the row and the row is this viewer's. */
function fixedRows({ n, viewerId, secret }: Who, offerId: string): Readonly<Record<string, readonly Row[]>> {
  const ofHold = { hold_id: `rows-${n}` }
  return {
    holds: [{ lines: '[]', credit: 'null' }],
    orders: [ofHold],
    waits: [{ offer_id: offerId, quantity: 1, no: n, state: 'left' }],
    comments: [{ seq: n, state: 'shown' }],
    talk: [{ pinned_comment: `rows-${n}` }],
    activity_entries: [{ activity_id: 'poll', no: n }],
    rewards: [{ activity_id: 'poll', what: aPrize(secret), used_in: `other-${n}`, owed: '[]' }],
    reports: [{ comment_id: 'a-2' }],
    strikes: [{ holder: `viewer ${viewerId}` }, { holder: `release source hash of ${secret}` }],
    address_budgets: [{ crowd: `hash of ${secret}` }],
    arrivals: [ofHold],
    sharer_links: [{ sharer_id: `rows-${n}` }],
    handoff_failures: [ofHold],
    viewer_members: [{ member_id: `rows-${n}`, known_by: 'token' }],
    member_customers: [{ member_id: `rows-${n}` }],
  }
}

/** In every text that no owner has said to keep stands who it is. */
function toRow(table: TableMetadata, who: Who, fixed: Row): Row {
  const keeps = erasableOf(table.name)?.keeps ?? {}
  const known: Row = { id: `rows-${who.n}`, show_id: `other-${who.n}`, viewer_id: who.viewerId, ...fixed }
  const columns = table.columns.filter(({ dataType }) => dataType !== 'xid8')
  const cells = columns.map(({ name, dataType }) => {
    const told = Object.hasOwn(keeps, name) ? `kept ${who.n}` : `hash of ${who.secret}`
    return [name, known[name] ?? (dataType.toLowerCase() === 'text' ? told : 0)] as const
  })
  return Object.fromEntries(cells)
}

/** A row of the viewer in every table that can have one; those who are pointed at first. */
async function fillTables({ within, tables }: WorkedPlace, who: Who, offerId: string): Promise<void> {
  const fixed = fixedRows(who, offerId)
  await within(async (db) => {
    const known = await db.introspection.getTables()
    const sorted = sortByArrows(await tables.listTables(db), await tables.listArrows(db))
    for (const { name } of sorted.filter((table) => erasableOf(table.name) !== null)) {
      const table = known.find((one) => one.name === name)
      for (const row of (fixed[name] ?? [{}]).map((cells) => table && toRow(table, who, cells))) {
        const columns = sql.join(Object.keys(row ?? {}).map((column) => sql.ref(column)))
        await sql`insert into ${sql.table(name)} (${columns}) values (${sql.join(Object.values(row ?? {}))})`.execute(
          db,
        )
      }
    }
  })
}

interface Told {
  readonly table: Table
  readonly rows: readonly (readonly Cell[])[]
}

const readAll = ({ within, tables }: WorkedPlace): Promise<Told[]> =>
  within(async (db) => {
    const told: Told[] = []
    for (const table of await tables.listTables(db)) {
      const rows: Told['rows'][number][] = []
      for await (const some of tables.readRows(db, table)) rows.push(...some)
      told.push({ table, rows })
    }
    return told
  })

/** Columns in which it stands who the viewer is, and those in which the id has no business. */
function findTraces(all: readonly Told[], { viewerId, secret }: Who): string[] {
  const found = all.flatMap(({ table, rows }) =>
    table.columns.flatMap((column, at) => {
      const name = `${table.name}.${column}`
      const texts = rows.map((row) => String(row[at]))
      const isTold = texts.some((text) => text.includes(secret))
      return isTold || (!BY_ID.test(name) && texts.some((text) => text.includes(viewerId))) ? [name] : []
    }),
  )
  return found.sort()
}

/** Rows of the other viewer, as they are. */
const rowsOfWalt = (all: readonly Told[]) =>
  all.flatMap(({ table, rows }) =>
    rows.map((row) => `${table.name} ${JSON.stringify(row)}`).filter((text) => MENTIONS_WALT.test(text)),
  )

const makeActivity = (db: Kysely<Schema>) =>
  sql`insert into activities (id, show_id, kind, state, config, entries, made_at, made_by, revision, version)
    values ('poll', ${SHOW}, 'poll', 'settled', '{}', 2, 0, ${STAFF}, 0, 0)`.execute(db)

async function fillShop(place: WorkedPlace): Promise<TestShop> {
  const shop = await openShop(place)
  for (const who of [WALT, VERA]) {
    const id = ShowId.parse(`other-${who.n}`)
    await shop.store.createShow({ id, title: { en: 'Other' }, startsAt: START_AT })
  }
  for (const who of [WALT, VERA]) await live(shop, who)
  await place.within(makeActivity)
  for (const who of [WALT, VERA]) await fillTables(place, who, shop.offers.cup)
  return shop
}

const erase = ({ store }: TestShop) => store.eraseViewer({ showId: SHOW, viewerId: VERA.viewerId, by: STAFF })

describe.each(PLACES)('on %s', (_name, makePlace) => {
  test('nothing tells who it was, nobody else loses anything, and the shows hear of it', async () => {
    const place = await makePlace()
    const shop = await fillShop(place)
    const before = await readAll(place)

    const erased = await erase(shop)

    const after = await readAll(place)
    const filled = new Set(findTraces(before, VERA).map((name) => name.split('.')[0]))
    const erasable = [...listed.keys()].filter((table) => erasableOf(table) !== null)
    // Orders and what is pinned are told by the ids of holds and comments alone.
    expect(erasable.filter((table) => !filled.has(table))).toEqual(['orders', 'talk'])
    expect(findTraces(after, VERA)).toEqual([])
    const isTold = (row: string) => row.includes('viewer:erased')
    expect(
      rowsOfWalt(after)
        .filter((row) => !isTold(row))
        .sort(),
    ).toEqual(rowsOfWalt(before).sort())
    // Vera was banned, and a ban stands on the desk of every show.
    expect([...erased.showIds].sort()).toEqual(['other-1', 'other-2', SHOW])
    await shop.close()
    await place.drop()
  })

  test('books and rooms are as they were, and what is held goes on', async () => {
    const place = await makePlace()
    const shop = await openShop(place)
    for (const who of [WALT, VERA]) await live(shop, who)
    const before = await shop.store.readRoom(SHOW)

    await erase(shop)

    const after = await shop.store.readRoom(SHOW)
    expect(after?.desk.totals).toEqual(before?.desk.totals)
    expect(after?.room.offers).toEqual(before?.room.offers)
    expect(after?.desk.orders.map(({ orderId }) => orderId).sort()).toEqual(['order-1', 'order-2'])
    expect(await shop.ledger.report(paid('open-1', 'order-3'))).toMatchObject({ value: { state: 'paid' } })
    expect(await shop.ledger.check()).toEqual([])
    expect(findTraces(await readAll(place), VERA)).toEqual([])
    await shop.close()
    await place.drop()
  })

  test('what is left of a viewer is a hash, until the last cookie would have run out', async () => {
    const clock = createSharedClock(START_AT)
    const place = await makePlace()
    const { store, close } = await openShop(place, { clock })

    await store.eraseViewer({ showId: SHOW, viewerId: VERA.viewerId, by: STAFF })
    clock.advance(1000)
    await store.eraseViewer({ showId: SHOW, viewerId: WALT.viewerId, by: STAFF })

    const hashes = async (since: number) => (await store.readRevoked(since)).map(({ viewerHash }) => viewerHash).sort()
    const both = [VERA, WALT].map(({ viewerId }) => hashOfViewer(viewerId))
    expect(await hashes(0)).toEqual(both.toSorted())
    expect(await hashes(START_AT + 500)).toEqual(both.slice(1))
    clock.advance(VIEWER_COOKIE_MS)
    expect(await hashes(0)).toEqual(both.toSorted())
    clock.advance(2 * 86_400_000)
    expect(await hashes(0)).toEqual([])
    await store.eraseViewer({ showId: SHOW, viewerId: VERA.viewerId, by: STAFF })
    const rows = await place.within((db) => db.selectFrom('revoked_viewers').select('viewer_hash').execute())
    expect(rows).toEqual([{ viewer_hash: both[0] }])
    await close()
    await place.drop()
  })

  test('a table is found that no owner speaks of, and a column that nobody erases', async () => {
    const place = await makePlace()
    await (await openShop(place)).close()
    const unlisted = async () =>
      (await readAll(place)).map(({ table }) => table.name).filter((name) => !listed.has(name))
    expect(await unlisted()).toEqual([])
    const ofViewers = (await readAll(place)).filter(({ table }) => table.columns.includes('viewer_id'))
    expect(ofViewers.filter(({ table }) => erasableOf(table.name) === null)).toEqual([])

    await place.within((db) => sql`create table diaries (viewer_id text not null, words text)`.execute(db))
    await place.within((db) => sql`alter table comments add column mood text`.execute(db))

    expect(await unlisted()).toEqual(['diaries'])
    const shop = await fillShop(place)
    await erase(shop)
    expect(findTraces(await readAll(place), VERA)).toEqual(['comments.mood'])
    await shop.close()
    await place.drop()
  })
})
