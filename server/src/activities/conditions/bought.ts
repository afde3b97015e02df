// The condition of having paid for something in the show, and having it still.
import { sql } from 'kysely'
import type { OfferId, ProductId, ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { toLines } from '../../database/toThings.ts'
import { type ConditionKind, givenViewers, keyOf, type Reader } from './condition.ts'

export const bought: ConditionKind<'bought'> = {
  need: () => 1,
  async have(reader, askings) {
    const offers = await readBought(reader, askings)
    const products = await readProducts(reader, [...offers.values()].flat())
    return askings.map(({ condition: { productId }, who }) => {
      const own = (offers.get(keyOf(who)) ?? []).map((id) => products.get(id))
      return Number(productId === null ? own.length > 0 : own.includes(productId))
    })
  },
}

/** An order that went back is no order any more: its hold is not paid then. */
async function readBought(reader: Reader, askings: Parameters<typeof givenViewers>[1]) {
  const query = sql<{ show_id: ShowId; viewer_id: ViewerId; lines: string }>`
    select holds.show_id, holds.viewer_id, holds.lines from ${givenViewers(reader, askings)}
    join holds on holds.show_id = given.show_id and holds.viewer_id = given.viewer_id where holds.state = 'paid'`
  const { rows } = await query.execute(reader.db)
  const byViewer = Map.groupBy(rows, (row) => keyOf({ showId: row.show_id, viewerId: row.viewer_id }))
  return new Map(
    [...byViewer].map(([key, own]) => [key, own.flatMap(({ lines }) => toLines(lines).map((line) => line.offerId))]),
  )
}

async function readProducts({ db, words }: Reader, ids: readonly OfferId[]): Promise<Map<OfferId, ProductId>> {
  if (ids.length === 0) return new Map()
  const query = db.selectFrom('offers').select(['id', 'product_id'])
  const rows = await query.where(words.isOneOf('id', [...new Set(ids)])).execute()
  return new Map(rows.map((row) => [row.id, row.product_id]))
}
