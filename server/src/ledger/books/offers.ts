// Offers in a batch's working set: those of its holds, requests and lines, and all of a show where a sale starts or the show ends.
import { sql } from 'kysely'
import type { OfferRecord } from '../../domain/hold.ts'
import { updateRows } from '../../database/bulk.ts'
import { toGoods, toOfferRecord, toSharedFlag } from '../../database/toThings.ts'
import type { OfferRow } from '../../database/schema.ts'
import type { LoadedRows } from '../workingSet.ts'
import { inputsOf } from '../requests.ts'
import * as tables from '../tables.ts'
import type { Only } from '../tables.ts'
import { lockById, unique } from './book.ts'
import type { Book, Needs, Opening, Reader } from './book.ts'
import { checkPools } from './pools.ts'
import { findEndingSales } from './sales.ts'
import { findWaitedOffers } from './waits.ts'

export const OFFERS: Book = {
  name: 'offers',
  rank: 30,
  locks: 'offers',
  async find(reader, { requests }) {
    const isSweep = requests.some((request) => request.kind === 'sweep')
    const placed = inputsOf(requests, 'place').flatMap(({ lines }) => lines)
    const named = [...inputsOf(requests, 'changeOffer'), ...inputsOf(requests, 'joinWaitlist')]
    const ending = inputsOf(requests, 'endShow').map(({ showId }) => showId)
    const servable = isSweep ? await findServable(reader) : { showIds: [], offerIds: [] }
    return {
      ...servable,
      offerIds: [...[...placed, ...named].map(({ offerId }) => offerId), ...servable.offerIds],
      wholeShowIds: ending,
    }
  },
  open: async (reader, opening) => ({
    rows: await lockOffers(reader, opening),
    save: (to, { offers }) => updateRows(to, tables.OFFER_CHANGES, offers.updated().map(toOfferChange)),
  }),
  check: (reader) => checkPools(reader, { name: 'offer', table: 'offers', pool: 'offer_id', takes: 'takes' }),
}

/** Offers with free units that people wait for: whoever could not be served at once is served by the next sweep. */
async function findServable({ db }: Reader): Promise<Pick<Needs, 'showIds' | 'offerIds'>> {
  const offers = db.selectFrom('offers').select(['show_id', 'id']).where('free', '>', 0)
  const rows = await offers.where(sql<boolean>`waiting > 0`).execute()
  return { showIds: rows.map((row) => row.show_id), offerIds: rows.map((row) => row.id) }
}

async function lockOffers(
  reader: Reader,
  { requests, needs, rows, now }: Opening,
): Promise<Pick<LoadedRows, 'offers' | 'goods'>> {
  const { db, words } = reader
  const closing = await findWaitedOffers(reader, findEndingSales(rows.sales, requests, await now()))
  const named = words.isOneOf('id', unique([...needs.offerIds, ...closing]))
  const whole = words.isOneOf('show_id', needs.wholeShowIds)
  const fits = needs.wholeShowIds.length === 0 ? named : sql<boolean>`(${whole} or ${named})`
  // Not joined: what is joined would be locked as well.
  const sku = sql<string>`(select sku from variants where variants.id = offers.variant_id)`.as('sku')
  const query = db.selectFrom('offers').selectAll().select(sku).where(fits)
  const found = await lockById(words, query, 'id').execute()
  const goods = new Map(found.map((row) => [row.id, toGoods(row)]))
  return { offers: found.map(toOfferRecord), goods }
}

function toOfferChange(offer: OfferRecord): Only<OfferRow, typeof tables.OFFER_CHANGES> {
  const { id, allotted, free, taken, paid, policy, waiting, lapsed, version } = offer
  const { perViewer: per_viewer, holdMs: hold_ms } = offer
  const shared = toSharedFlag(offer)
  return { id, allotted, free, taken, paid, per_viewer, policy, hold_ms, waiting, lapsed, shared, version }
}
