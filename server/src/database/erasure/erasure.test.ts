// A viewer who is erased is in no table and no column afterwards, whoever made it; nobody else loses anything. On both databases.
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openShop, paid, SHOW, sqlitePlace, STAFF, START_AT, type TestShop } from '../../ledger/proofs/testShop.ts'
import { createSharedClock } from '../../kit/clock.ts'
import { postgresPlaces } from '../../testing/postgresPlaces.ts'
import { workedPostgres, type WorkedPlace, workedSqlite } from '../../testing/workedPlaces.ts'
import type { Table } from '../backup/tables.ts'
import type { Cell } from '../database.ts'
import { VIEWER_COOKIE_MS } from '../../identity/records/revokedViewers.ts'
import { hashOfViewer } from '../../kit/hashOfViewer.ts'
import { erasableOf, fillShop, listed, live, VERA, WALT, type Who } from '../../testing/knownViewers.ts'
import { readKnownPart, TELLS } from '../known/readKnown.ts'

const places = postgresPlaces()
const PLACES = [
  ['SQLite', async () => workedSqlite(await sqlitePlace())],
  ['PostgreSQL', async () => workedPostgres(await places())],
] as const

const MENTIONS_WALT = /walt|v_4712|rows-2|other-2/

/** Where the random id stays; in the log it stands in facts and their actors. */
const BY_ID = /^((bans|comments|holds|mutes|waits)\.viewer_id|events\.(actor|payload))$/

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

  test('everything that is erased was told to its viewer alone, and says nothing of them afterwards', async () => {
    const place = await makePlace()
    const shop = await fillShop(place)
    const tell = async ({ viewerId }: Who) => {
      const asked = { viewerId, locale: 'en', offset: 0, limit: 100 } as const
      const told = TELLS.map(async ([table], part) => [
        table,
        await shop.database.run(readKnownPart, { ...asked, part }),
      ])
      return Object.fromEntries(await Promise.all(told))
    }
    const [before, others] = [await tell(VERA), await tell(WALT)]

    await erase(shop)

    const isEmpty = (told: object) => !JSON.stringify(told).includes('facts')
    expect(Object.keys(before).filter((table) => isEmpty(before[table]))).toEqual([])
    expect(JSON.stringify(before)).not.toMatch(/walt/)
    expect(JSON.stringify(await tell(VERA))).not.toContain(VERA.secret)
    expect(await tell(WALT)).toEqual(others)
    await shop.close()
    await place.drop()
  })

  test('a page that closes because its viewer was erased writes no visit anew', async () => {
    const place = await makePlace()
    const shop = await openShop(place)
    const { store } = shop
    await erase(shop)
    const visit = { showId: SHOW, viewerId: VERA.viewerId }
    await store.noteVisits([{ ...visit, at: START_AT }])
    await store.noteWatching([
      { ...visit, from: START_AT, to: START_AT + 1000 },
      { ...visit, viewerId: WALT.viewerId, from: START_AT, to: START_AT + 1000 },
    ])

    const rows = await place.within((db) => db.selectFrom('visits').select('viewer_id').execute())
    expect(rows).toEqual([{ viewer_id: WALT.viewerId }])
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
