// A hold is one row with its lines in it, found by its id alone; events name it so, and lie in the order of their show.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { TableWords } from '../database.ts'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const ROWS_AT_ONCE = 500

interface OldLine {
  readonly hold_no: number
  readonly offer_id: string
  readonly sale_id: string | null
  readonly quantity: number
  readonly unit_price_minor: number
  readonly locks: number
  readonly takes: number
  readonly takes_sale: number
}

interface NewHold {
  readonly id: string
  readonly show_id: string
  readonly viewer_id: string
  readonly viewer_name: string
  readonly via: string | null
  readonly state: string
  readonly currency: string
  readonly total_minor: number
  readonly granted_at: number
  readonly expires_at: number
  readonly extended: number
  readonly waited: number
  readonly source: string | null
  readonly asked: string | null
  readonly order_id: string | null
  readonly lines: string
  readonly version: number
}

type OldHold = Omit<NewHold, 'lines'> & { readonly no: number }

/** Its rows are grown at their end and looked up by these alone; `version` rises, so new ones land at the end as well. */
const HOLDS = [
  `drop index holds_by_id`,
  `drop index holds_of_viewer`,
  `drop index holds_live`,
  `create table whole_holds (
    id text primary key, show_id text not null, viewer_id text not null, viewer_name text not null, via text,
    state text not null, currency text not null, total_minor bigint not null, granted_at bigint not null,
    expires_at bigint not null, extended integer not null, waited integer not null, source text, asked text,
    order_id text, lines text not null, version bigint not null)`,
]

const EVENTS = [
  `alter table events add column hold_id text`,
  `update events set hold_id = (select holds.id from holds where holds.no = events.hold_no) where hold_no is not null`,
  `alter table events drop column hold_no`,
]

const SWAP = [
  `drop table hold_lines`,
  `drop table holds`,
  `alter table whole_holds rename to holds`,
  `create index holds_of_viewer on holds (viewer_id)`,
  `create index holds_live on holds (expires_at) where state in ('held', 'paying')`,
]

export const oneRowAHold: Migration = {
  async up(db: Kysely<Schema>, words: TableWords) {
    await run(db, HOLDS)
    await moveHolds(db)
    await run(db, [...EVENTS, ...SWAP, ...words.logByShow])
  },
}

async function run(db: Kysely<Schema>, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}

/** In the order they were granted. */
async function moveHolds(db: Kysely<Schema>): Promise<void> {
  const whole = db.withTables<{ whole_holds: NewHold }>()
  for (let after = -1, rows = await readOld(db, after); rows.length > 0; rows = await readOld(db, after)) {
    const lines = await readLines(db, rows)
    const moved = rows.map(({ no, ...row }) => ({ ...row, lines: JSON.stringify((lines.get(no) ?? []).map(toLine)) }))
    await whole.insertInto('whole_holds').values(moved).execute()
    after = rows.at(-1)?.no ?? after
  }
}

async function readOld(db: Kysely<Schema>, after: number): Promise<OldHold[]> {
  const query = sql<OldHold>`select * from holds where no > ${after} order by no limit ${ROWS_AT_ONCE}`
  return (await query.execute(db)).rows
}

async function readLines(db: Kysely<Schema>, holds: readonly OldHold[]): Promise<Map<number, OldLine[]>> {
  const [first, last] = [holds.at(0)?.no ?? 0, holds.at(-1)?.no ?? 0]
  const query = sql<OldLine>`select * from hold_lines where hold_no between ${first} and ${last} order by hold_no, offer_id`
  return Map.groupBy((await query.execute(db)).rows, (line) => line.hold_no)
}

function toLine(line: OldLine) {
  return {
    offerId: line.offer_id,
    quantity: line.quantity,
    saleId: line.sale_id,
    unitPriceMinor: line.unit_price_minor,
    locks: line.locks === 1,
    takes: line.takes === 1,
    takesSale: line.takes_sale === 1,
  }
}
