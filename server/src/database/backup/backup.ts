// Takes a backup of everything a shop has here, while it sells, and puts one back into either database.
import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { makeFolder } from '../../kit/makeFolder.ts'
import { findUnknown, KEPT_BY_NAME, readApplied } from '../migrate/applied.ts'
import { upTo } from '../migrate/steps.ts'
import type { Schema } from '../schema.ts'
import { BackupError, type Head, type Line, newHead, readBackup, readHead, writeBackup } from './backupFile.ts'
import { type BackupPlace, type Opened, readingFrom, type Replacing, writingTo } from './places.ts'
import { sortByArrows, type Table, type TableWords } from './tables.ts'

export interface BackupJob {
  readonly place: BackupPlace
  readonly dataDir: string
  /** Of the backup. */
  readonly path: string
}

export interface BackupSize {
  readonly rows: number
  readonly pictures: number
}

/** A page that was open may have seen later numbers than those of the backup: what happens next is later still. */
const LEAP = 1_000_000

/** The database as it is at one moment, and the pictures. Throws a BackupError where there is no database; else as the disk does. */
export async function makeBackup({ place, dataDir, path }: BackupJob, now: number): Promise<BackupSize> {
  const size = { rows: 0, pictures: 0 }
  await makeFolder(dirname(path), 0o700)
  await readingFrom(place, async ({ db, words }) => {
    async function* lines(): AsyncGenerator<Head | Line, void, undefined> {
      const [applied, lastNumber] = [[...(await readApplied(db))], await words.readLastNumber(db)]
      yield newHead({ schema: KEPT_BY_NAME, applied, lastNumber, madeAt: now })
      for await (const line of readTables(db, words)) {
        if ('batch' in line) size.rows += line.batch.length
        yield line
      }
      for await (const line of readPictures(dataDir)) {
        size.pictures += 1
        yield line
      }
      yield { end: true, ...size }
    }
    await writeBackup(path, lines())
  })
  return size
}

async function* readTables(db: Kysely<Schema>, words: TableWords) {
  for (const table of sortByArrows(await words.listTables(db), await words.listArrows(db))) {
    yield { table: table.name, columns: [...table.columns] }
    for await (const rows of words.readRows(db, table)) yield { batch: rows.map((row) => [...row]) }
  }
}

async function* readPictures(dataDir: string) {
  const folder = join(dataDir, 'pictures')
  const names = await readdir(folder).catch(() => [])
  for (const picture of names.filter((name) => !name.startsWith('.'))) {
    yield { picture, base64: await readFile(join(folder, picture), 'base64') }
  }
}

/**
 * Fills the database and the folder of pictures; the database is brought forward to this server's schema. Throws a BackupError
 * where the file or the database does not allow it: nothing has changed then.
 */
export async function restoreBackup({ place, dataDir, path }: BackupJob, how: Replacing): Promise<BackupSize> {
  const head = await readHead(path)
  if (head.schema > KEPT_BY_NAME || findUnknown(stepsOf(head)) !== undefined)
    throw new BackupError(`${path} was made by a newer server: restore with that one`)
  const size = await checkWhole(path)
  if (place.url === null) await makeFolder(dirname(place.file), 0o700)
  await writingTo(place, how, (opened) => fill(opened, head, path))
  await writePictures(dataDir, path)
  return size
}

/** Read to its end before anything is changed. */
async function checkWhole(path: string): Promise<BackupSize> {
  const size = { rows: 0, pictures: 0 }
  let end: BackupSize | null = null
  for await (const line of readBackup(path)) {
    if ('end' in line) end = line
    else if ('batch' in line) size.rows += line.batch.length
    else if ('picture' in line) size.pictures += 1
  }
  if (end?.rows !== size.rows || end.pictures !== size.pictures) throw new BackupError(`${path} is not whole`)
  return size
}

/** Those that its tables had been through. */
function stepsOf({ applied, schema }: Head): ReadonlySet<string> {
  return applied ? new Set(applied) : upTo(schema)
}

async function fill({ db, words, migrate }: Opened, head: Head, path: string): Promise<void> {
  await migrate(stepsOf(head))
  const tables = sortByArrows(await words.listTables(db), await words.listArrows(db))
  // Migrations put rows of their own into some.
  for (const { name } of tables.toReversed()) await sql`delete from ${sql.table(name)}`.execute(db)
  await fillTables({ db, words }, tables, path)
  await words.skipTo(db, head.lastNumber + LEAP)
  await migrate()
}

/** The file has parents before their children. */
async function fillTables(
  { db, words }: Omit<Opened, 'migrate'>,
  tables: readonly Table[],
  path: string,
): Promise<void> {
  const known = new Map(tables.map(({ name, columns }) => [name, new Set(columns)]))
  const isKnown = (table: Table) => table.columns.every((column) => known.get(table.name)?.has(column))
  let told: Table = { name: '', columns: [] }
  for await (const line of readBackup(path)) {
    if ('table' in line) told = { name: line.table, columns: line.columns }
    if ('table' in line && !isKnown(told)) throw new BackupError(`${path}: its table ${told.name} is of another make`)
    if ('batch' in line) await words.insertRows(db, told, line.batch)
  }
}

async function writePictures(dataDir: string, path: string): Promise<void> {
  const folder = join(dataDir, 'pictures')
  await makeFolder(folder, 0o700)
  for await (const line of readBackup(path)) {
    if (!('picture' in line)) continue
    const draft = join(folder, `.${line.picture}.restoring`)
    await writeFile(draft, Buffer.from(line.base64, 'base64'), { mode: 0o600 })
    await rename(draft, join(folder, line.picture))
  }
}
