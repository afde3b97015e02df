// A backup taken while a sale runs, put back into either database: whole at one moment, without drift, and ready to go on.
import { mkdir, mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSharedClock } from '../../kit/clock.ts'
import { createLedger } from '../../ledger/createLedger.ts'
import { openDatabase } from '../../app/openDatabase.ts'
import { aHold, aSale, openShop, paid, SHOW, sqlitePlace } from '../../ledger/proofs/testShop.ts'
import { filledPostgres, filledSqlite, startByNumber } from '../../testing/filledPlaces.ts'
import { postgresPlace, withPostgres } from '../../testing/postgresPlaces.ts'
import { workedSqlite } from '../../testing/workedPlaces.ts'
import { createStore } from '../../records/createStore.ts'
import { makeBackup, restoreBackup } from './backup.ts'
import type { BackupPlace } from './places.ts'

const NOW = 1_000_700_000
const server = withPostgres()
let folder = ''
let made = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lantern-backup-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const newPath = (name: string) => join(folder, `${++made}-${name}`)

type Kind = 'SQLite' | 'PostgreSQL'

/** Where nothing is yet. */
async function emptyPlace(kind: Kind): Promise<BackupPlace> {
  if (kind === 'SQLite') return { url: null, file: newPath('lantern.db') }
  return { url: (await postgresPlace(server())).url, file: '' }
}

async function shopPlace(kind: Kind) {
  const place = kind === 'SQLite' ? await sqlitePlace() : await postgresPlace(server())
  const backed: BackupPlace = 'url' in place ? { url: place.url, file: '' } : { url: null, file: place.file }
  return { place, backed }
}

const restore = (place: BackupPlace, path: string, replace = false) =>
  restoreBackup({ place, dataDir: newPath('data'), path }, { replace, now: NOW })

/** Everything in it but for the head, which says when it was made. */
async function textOf(path: string): Promise<string> {
  const [, ...lines] = gunzipSync(await readFile(path))
    .toString()
    .split('\n')
  return lines.join('\n')
}

async function openAgain(place: BackupPlace) {
  const database = await openDatabase({ ...place, clock: createSharedClock(NOW) })
  const parts = { database, onChange: () => {} }
  const ledger = createLedger(parts)
  const close = async () => {
    await ledger.close()
    await database.close()
  }
  return { store: createStore(parts), ledger, close }
}

const BOTH = ['SQLite', 'PostgreSQL'] as const

describe.each(BOTH.flatMap((from) => BOTH.map((to) => ({ from, to }))))('from $from to $to', ({ from, to }) => {
  test('a backup during a sale is of one moment, and what is restored sells on', async () => {
    const { place, backed } = await shopPlace(from)
    const shop = await openShop(place, { stock: { cup: 500, small: 50, large: 50 } })
    await shop.ledger.startSale(aSale('sale', { units: 40 }))
    const buy = async (n: number) => {
      const id = `hold-${n}`
      const offer = n % 2 === 0 ? shop.offers.cup : shop.offers.small
      const placed = await shop.ledger.place(aHold(id, `viewer-${n}`, [[offer, 1]]))
      if (placed.ok && n % 3 === 0) await shop.ledger.report(paid(id, `order-${n}`))
    }
    const first = Array.from({ length: 40 }, (_, n) => buy(n))
    await Promise.all(first.slice(0, 5))
    const path = newPath('evening.backup')
    const storm = Promise.all([...first, ...Array.from({ length: 160 }, (_, n) => buy(40 + n))])
    await makeBackup({ place: backed, dataDir: newPath('none'), path }, NOW)
    await storm
    await shop.close()

    const target = await emptyPlace(to)
    const size = await restore(target, path)
    const again = await openAgain(target)
    expect(size.rows).toBeGreaterThan(30)
    expect(await again.ledger.check()).toEqual([])
    const room = await again.store.readRoom(SHOW)
    const seen = room?.cursor
    const sold = await again.ledger.place(aHold('later', 'late-comer', [[shop.offers.large, 1]]))
    expect(sold.ok).toBe(true)
    const after = await again.store.readRoom(SHOW)
    expect(after?.desk.holds.find(({ id }) => id === 'later')).toBeDefined()
    // Pages that saw what came after the backup are told something later still.
    expect(after?.cursor).toBeGreaterThan(Number(seen) + 100_000)
    expect(await again.ledger.check()).toEqual([])
    await again.close()
    await place.drop()
  })

  test('what an earlier release wrote comes back as it was, and is brought forward', async () => {
    const old = from === 'SQLite' ? await filledSqlite(9) : await filledPostgres(server(), { schema: 9 })
    const backed: BackupPlace = 'url' in old ? { url: String(old.url), file: '' } : { url: null, file: fileOf(old) }
    const path = newPath('old.backup')
    if (from === 'PostgreSQL') await (await old.open(createSharedClock(0))).close()
    await makeBackup({ place: backed, dataDir: newPath('none'), path }, NOW)
    const target = await emptyPlace(to)
    await restore(target, path)
    const copy = newPath('copy.backup')
    await makeBackup({ place: target, dataDir: newPath('none'), path: copy }, NOW)
    const again = await openAgain(target)
    const room = await again.store.readRoom(SHOW)
    expect(room?.room.comments.rows.map(({ text }) => text)).toEqual([`it's "nice"; 灯笼 🏮`, 'line\\n'])
    expect(await again.ledger.check()).toEqual([])
    await again.close()
    // The same database again, and back: nothing is lost on the way.
    const back = await emptyPlace(from)
    await restore(back, copy)
    const twice = newPath('twice.backup')
    await makeBackup({ place: back, dataDir: newPath('none'), path: twice }, NOW)
    expect(withoutNumbers(await textOf(twice))).toEqual(withoutNumbers(await textOf(copy)))
    await old.drop()
  })
})

function fileOf(place: object): string {
  if (!('file' in place) || typeof place.file !== 'string') throw new Error('no SQLite file')
  return place.file
}

/** The counter of numbers leaps with each restore, and rows of a table come in no order. */
function withoutNumbers(text: string): string[] {
  const lines = text.split('\n').filter((line) => !line.includes('["events",'))
  return lines.map((line) => (line.startsWith('{"batch":') ? sorted(line) : line))
}

function sorted(line: string): string {
  const { batch } = JSON.parse(line) as { batch: unknown[][] }
  return JSON.stringify(batch.map((row) => JSON.stringify(row)).sort())
}

async function aBackup(): Promise<{ path: string; shop: BackupPlace; dataDir: string }> {
  const { place, backed } = await shopPlace('SQLite')
  await (await openShop(place)).close()
  const dataDir = newPath('data')
  await mkdir(join(dataDir, 'pictures'), { recursive: true })
  await writeFile(join(dataDir, 'pictures', 'cup-1.jpg'), 'a picture')
  const path = newPath('shop.backup')
  await makeBackup({ place: backed, dataDir, path }, NOW)
  return { path, shop: backed, dataDir }
}

test('pictures come along; the file is for its owner only', async () => {
  const { path } = await aBackup()
  const dataDir = newPath('elsewhere')
  const place = { url: null, file: join(dataDir, 'lantern.db') }
  expect(await restoreBackup({ place, dataDir, path }, { replace: false, now: NOW })).toMatchObject({ pictures: 1 })
  expect(await readFile(join(dataDir, 'pictures', 'cup-1.jpg'), 'utf8')).toBe('a picture')
  expect((await stat(path)).mode & 0o077).toBe(0)
  expect((await stat(place.file)).mode & 0o077).toBe(0)
})

test.each(BOTH)('%s: what is there goes only when told to, and never under a running server', async (kind) => {
  const { path } = await aBackup()
  const { place, backed } = await shopPlace(kind)
  const shop = await openShop(place)
  await expect(restore(backed, path)).rejects.toThrow('--replace')
  await expect(restore(backed, path, true)).rejects.toThrow('in use')
  await shop.ledger.place(aHold('mine', 'viewer', [[shop.offers.cup, 1]]))
  await shop.close()
  await restore(backed, path, true)
  const again = await openAgain(backed)
  expect((await again.store.readRoom(SHOW))?.desk.holds).toEqual([])
  await again.close()
  await place.drop()
})

test.each(BOTH)('%s: a file that is cut short, damaged or something else changes nothing', async (kind) => {
  const { path } = await aBackup()
  const { place, backed } = await shopPlace(kind)
  const shop = await openShop(place)
  await shop.ledger.place(aHold('mine', 'viewer', [[shop.offers.cup, 1]]))
  await shop.close()
  const cut = newPath('cut.backup')
  await writeFile(cut, await readFile(path))
  await truncate(cut, (await stat(path)).size - 40)
  const other = newPath('other.backup')
  await writeFile(other, 'sku,title\n1,Cup\n')
  await expect(restore(backed, cut, true)).rejects.toThrow(/cannot be read/)
  await expect(restore(backed, other, true)).rejects.toThrow(/cannot be read/)
  await expect(restore(backed, newPath('nothing'), true)).rejects.toThrow(/cannot be read/)
  const again = await openAgain(backed)
  expect((await again.store.readRoom(SHOW))?.desk.holds).toHaveLength(1)
  await again.close()
  await place.drop()
})

test('where there is no database, or an empty one, there is nothing to back up', async () => {
  const { url } = await postgresPlace(server())
  for (const place of [
    { url: null, file: newPath('nothing.db') },
    { url, file: '' },
  ])
    await expect(makeBackup({ place, dataDir: folder, path: newPath('b') }, NOW)).rejects.toThrow('nothing to back up')
})

test('a database that was left between two steps comes back with what each of them needs', async () => {
  const old = workedSqlite(await filledSqlite(9))
  // Step 20 landed after 24, and brings a row without which refusals of two servers would not wait for each other.
  await old.within((db, table) => startByNumber(db, table, [10, 13, 14, 15, 16, 17, 18, 19, 24]))
  const path = newPath('gap.backup')
  await makeBackup({ place: { url: null, file: fileOf(old) }, dataDir: newPath('none'), path }, NOW)
  const file = newPath('lantern.db')
  await restore({ url: null, file }, path)
  const names = await workedSqlite({ ...old, file }).within((db) => db.selectFrom('counters').select('name').execute())
  expect(names).toContainEqual({ name: 'refused' })
  await old.drop()
})

test('a backup of a server that knows more is refused by its steps', async () => {
  const { place, backed } = await shopPlace('SQLite')
  await (await openShop(place)).close()
  const worked = workedSqlite({ ...place, file: backed.file })
  const step = { name: 'features/later/001-first', timestamp: '2026-01-01T00:00:00.000Z' }
  await worked.within((db) => db.insertInto('kysely_migration').values(step).execute())
  const path = newPath('later.backup')
  await makeBackup({ place: backed, dataDir: newPath('none'), path }, NOW)
  await expect(restore({ url: null, file: newPath('lantern.db') }, path)).rejects.toThrow('by a newer server')
  await place.drop()
})
