// How many units of each variant no show has yet: what the shop had, without what shows keep, hold or have sold since.
import type { FreeUnits } from '@lantern/shared/contract/http.ts'
import { MOST_UNITS, type VariantId } from '@lantern/shared/contract/ids.ts'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { JobContext } from '../../database/database.ts'
import { toLines, toText } from '../../database/toThings.ts'
import type { Schema, VariantRow } from '../../database/schema.ts'

/** Until the transaction ends nobody else shares out units. */
export async function takeUnitsLeft(
  db: Kysely<Schema>,
  variants: readonly VariantRow[],
  { words }: JobContext,
): Promise<ReadonlyMap<VariantId, number>> {
  await words.lockRows(db.selectFrom('counters').select('name').where('name', '=', 'allotments')).execute()
  return unitsLeft(db, variants)
}

/** What the shop does not count has as much as an offer can; staff lower it. */
export async function unitsLeft(
  db: Kysely<Schema>,
  variants: readonly VariantRow[],
): Promise<ReadonlyMap<VariantId, number>> {
  const kept = await unitsKept(db)
  const sold = await unitsSoldSince(db, variants)
  const left = ({ id, stock, counted }: VariantRow) =>
    counted === 0 ? MOST_UNITS : Math.max(0, stock - (kept.get(id) ?? 0) - (sold.get(id) ?? 0))
  return new Map(variants.map((variant) => [variant.id, left(variant)]))
}

/**
 * A show keeps what it has not sold yet; one that is over keeps only what is held. What it has of a shared stock goes back to that
 * by itself: until then it has it.
 */
const KEPT = sql<number>`sum(case when shows.phase = 'ended' and offers.shared = 0 then offers.taken
  else offers.allotted end - offers.paid)`

const keepers = (db: Kysely<Schema>) => db.selectFrom('offers').innerJoin('shows', 'shows.id', 'offers.show_id')

/** The shows that keep units of these variants, those of most units first. */
export async function keptByShows(db: Kysely<Schema>, variants: readonly VariantRow[]): Promise<FreeUnits['keptBy']> {
  const ids = new Set(variants.filter(({ counted }) => counted === 1).map(({ id }) => id))
  const query = keepers(db).select(['shows.id', 'shows.title', 'offers.variant_id', KEPT.as('units')])
  const rows = await query.groupBy(['shows.id', 'shows.title', 'offers.variant_id']).execute()
  const ours = rows.filter((row) => ids.has(row.variant_id))
  return [...Map.groupBy(ours, ({ id }) => id)]
    .map(([showId, of]) => ({
      showId,
      title: toText(of[0]?.title ?? '{}'),
      units: of.reduce((sum, { units }) => sum + Number(units), 0),
    }))
    .filter(({ units }) => units > 0)
    .sort((a, b) => b.units - a.units)
}

/** By shows, and for those that sell from a shared stock. */
async function unitsKept(db: Kysely<Schema>): Promise<ReadonlyMap<VariantId, number>> {
  const rows = await keepers(db)
    .select(['offers.variant_id', KEPT.as('units')])
    .groupBy('offers.variant_id')
    .execute()
  const kept = new Map(rows.map(({ variant_id, units }) => [variant_id, Number(units)]))
  const shared = await db.selectFrom('shared_stocks').select(['variant_id', 'free']).execute()
  for (const { variant_id, free } of shared) kept.set(variant_id, (kept.get(variant_id) ?? 0) + free)
  return kept
}

/** What was paid after the stock was read is in no show any more, and in the stock still. */
async function unitsSoldSince(
  db: Kysely<Schema>,
  variants: readonly VariantRow[],
): Promise<ReadonlyMap<VariantId, number>> {
  if (variants.length === 0) return new Map()
  const readAt = new Map(variants.map(({ id, stock_at }) => [id, stock_at]))
  const orders = await db
    .selectFrom('orders')
    .innerJoin('holds', 'holds.id', 'orders.hold_id')
    .select(['holds.lines', 'orders.at'])
    .where('orders.state', '=', 'paid')
    .where('orders.at', '>=', Math.min(...readAt.values()))
    .execute()
  const offers = await db.selectFrom('offers').select(['id', 'variant_id']).execute()
  const variantOf = new Map<string, VariantId>(offers.map(({ id, variant_id }) => [id, variant_id]))
  const sold = new Map<VariantId, number>()
  for (const { lines, at } of orders) {
    const taken = toLines(lines).flatMap(({ offerId, quantity, takes }) => {
      const variantId = variantOf.get(offerId)
      return takes && variantId !== undefined ? [{ variantId, quantity }] : []
    })
    for (const { variantId, quantity } of taken.filter((line) => at >= (readAt.get(line.variantId) ?? 0))) {
      sold.set(variantId, (sold.get(variantId) ?? 0) + quantity)
    }
  }
  return sold
}
