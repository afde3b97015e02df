// Amounts of currencies whose minor unit was taken from `Intl` are brought to the minor unit of ISO 4217.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { TableWords } from '../database.ts'
import type { Migration } from './migration.ts'

/** Schema 14 came after the table of minor units: amounts of a database that stood there are right already. */
const FIRST_RIGHT = 14

/** Node 24 has no decimal places for these, where ISO 4217 has two or three. */
const FACTORS: readonly (readonly [currency: string, factor: number])[] = [
  ...'AFN ALL COP HUF IDR IRR KPW LAK LBP MGA MMK PKR SLL SOS SYP YER'.split(' ').map((name) => [name, 100] as const),
  ['IQD', 1000],
]
const ROWS_AT_ONCE = 500

interface Scale {
  readonly currency: string
  readonly factor: number
}

export const isoMinorUnits: Migration = {
  async up(db: Kysely<Schema>, _words: TableWords, from: number) {
    if (from >= FIRST_RIGHT) return
    for (const [currency, factor] of FACTORS) await bring(db, { currency, factor })
  },
}

/** Orders first: they are compared with their holds as these stood. */
async function bring(db: Kysely<Schema>, scale: Scale): Promise<void> {
  const { currency, factor } = scale
  await bringOrders(db, scale)
  await sql`update variants set price_minor = price_minor * ${sql.lit(factor)} where currency = ${currency}`.execute(db)
  await sql`update offers set price_minor = price_minor * ${sql.lit(factor)},
    shop_price_minor = shop_price_minor * ${sql.lit(factor)} where currency = ${currency}`.execute(db)
  await sql`update flash_sales set price_minor = price_minor * ${sql.lit(factor)} where currency = ${currency}`.execute(
    db,
  )
  await bringHolds(db, scale)
  await bringWaiting(db, scale)
}

/** A shop that counts after ISO 4217 itself has told the right amount, and it stood there as one that differs. */
async function bringOrders(db: Kysely<Schema>, { currency, factor }: Scale): Promise<void> {
  const isRight = sql`amount_minor = (select total_minor * ${sql.lit(factor)} from holds where holds.id = orders.hold_id
    and holds.currency = orders.currency)`
  await sql`update orders set amount_minor = amount_minor * ${sql.lit(factor)}, back_minor = back_minor * ${sql.lit(factor)}
    where currency = ${currency} and coalesce(not (${isRight}), true)`.execute(db)
  await sql`update orders set matter = null where currency = ${currency} and matter = 'amount_differs'
    and amount_minor = (select total_minor * ${sql.lit(factor)} from holds where holds.id = orders.hold_id
    and holds.currency = orders.currency)`.execute(db)
}

async function bringHolds(db: Kysely<Schema>, { currency, factor }: Scale): Promise<void> {
  const next = (after: string) =>
    db
      .selectFrom('holds')
      .select(['id', 'lines', 'total_minor'])
      .where('currency', '=', currency)
      .where(sql<boolean>`id > ${after}`)
      .orderBy('id')
      .limit(ROWS_AT_ONCE)
      .execute()
  for (let rows = await next(''); rows.length > 0; rows = await next(rows.at(-1)?.id ?? '')) {
    for (const { id, lines, total_minor } of rows) {
      const held: { unitPriceMinor: number }[] = JSON.parse(lines)
      const brought = held.map((line) => ({ ...line, unitPriceMinor: line.unitPriceMinor * factor }))
      const set = { lines: JSON.stringify(brought), total_minor: total_minor * factor }
      await db.updateTable('holds').set(set).where('id', '=', id).execute()
    }
  }
}

/** What a shop has told and is still to be taken down, now that its hold is brought. */
async function bringWaiting(db: Kysely<Schema>, { currency, factor }: Scale): Promise<void> {
  const rows = await db
    .selectFrom('arrivals')
    .innerJoin('holds', 'holds.id', 'arrivals.hold_id')
    .select(['arrivals.id', 'arrivals.fact', 'holds.total_minor'])
    .where('holds.currency', '=', currency)
    .where(sql<boolean>`arrivals.state in ('waiting', 'unknown', 'failed')`)
    .execute()
  for (const { id, fact, total_minor } of rows) {
    const told: { amountMinor?: number } = JSON.parse(fact ?? '{}')
    if (told.amountMinor === undefined || told.amountMinor === total_minor) continue
    const brought = JSON.stringify({ ...told, amountMinor: told.amountMinor * factor })
    await db.updateTable('arrivals').set({ fact: brought }).where('id', '=', id).execute()
  }
}
