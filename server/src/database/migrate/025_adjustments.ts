// Lines of holds say what was taken off them: the price of the flash sale, for those that had it.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Schema } from '../schema.ts'
import type { Migration } from './migration.ts'

const ROWS_AT_ONCE = 500

interface OldLine {
  readonly offerId: string
  readonly saleId: string | null
  readonly quantity: number
  readonly unitPriceMinor: number
}

export const adjustments: Migration = {
  async up(db: Kysely<Schema>) {
    // Nothing else in the text can read so: a quote within a value is escaped.
    const plain = `"saleId":null`
    await sql`update holds set lines = replace(lines, ${plain}, ${`${plain},"adjustments":[]`})`.execute(db)
    await bringSales(db)
  },
}

async function bringSales(db: Kysely<Schema>): Promise<void> {
  const offers = await db.selectFrom('offers').select(['id', 'price_minor']).execute()
  const lists = new Map<string, number>(offers.map((offer) => [offer.id, offer.price_minor]))
  const next = (after: string) =>
    db
      .selectFrom('holds')
      .select(['id', 'lines'])
      .where('lines', 'like', '%"saleId":"%')
      .where(sql<boolean>`id > ${after}`)
      .orderBy('id')
      .limit(ROWS_AT_ONCE)
      .execute()
  for (let rows = await next(''); rows.length > 0; rows = await next(rows.at(-1)?.id ?? '')) {
    for (const { id, lines } of rows) {
      const old: OldLine[] = JSON.parse(lines)
      const brought = JSON.stringify(old.map((line) => (line.saleId === null ? line : adjust(line, lists))))
      await db.updateTable('holds').set({ lines: brought }).where('id', '=', id).execute()
    }
  }
}

/** Of the offer's price as it is now: an import may have changed it since. One that is not above the sale's took nothing off. */
function adjust(line: OldLine, lists: ReadonlyMap<string, number>) {
  const { offerId, saleId: ref, quantity, unitPriceMinor } = line
  const amountMinor = quantity * Math.max(0, (lists.get(offerId) ?? 0) - unitPriceMinor)
  return { ...line, adjustments: amountMinor === 0 ? [] : [{ kind: 'sale_price', ref, amountMinor }] }
}
