// Flash sales in a batch's working set: those of its holds and requests, and the open ones of its shows.
import { sql } from 'kysely'
import type { Offered, OfferedPrice } from '../../domain/adjusting.ts'
import { saleDeadline } from '../../domain/flashSale.ts'
import type { SaleRecord } from '../../domain/hold.ts'
import { insertRows, updateRows } from '../../database/bulk.ts'
import { toSaleRecord } from '../../database/toThings.ts'
import type { FlashSaleRow } from '../../database/schema.ts'
import type { WorkingSet, Draft } from '../workingSet.ts'
import { inputsOf } from '../requests.ts'
import type { LedgerRequest } from '../requests.ts'
import * as tables from '../tables.ts'
import { lockById } from './book.ts'
import type { Book, Opening, Reader } from './book.ts'
import { checkPools } from './pools.ts'

export const SALES: Book = {
  name: 'sales',
  rank: 20,
  locks: 'flash_sales',
  async find(reader, { requests }) {
    const starts = inputsOf(requests, 'startSale')
    const named = [...starts, ...inputsOf(requests, 'stopSale')]
    const isSweep = requests.some((request) => request.kind === 'sweep')
    return {
      showIds: isSweep ? await findShowsWithSales(reader) : [],
      saleIds: named.map(({ saleId }) => saleId),
      wholeShowIds: starts.map(({ showId }) => showId),
    }
  },
  open: async (reader, opening) => ({
    rows: { sales: await lockSales(reader, opening) },
    adjust: priceSales,
    async save(to, { sales }) {
      await insertRows(to, tables.SALES, sales.added().map(toSaleRow))
      await updateRows(to, tables.SALE_CHANGES, sales.updated().map(toSaleRow))
    },
  }),
  check: (reader) => checkPools(reader, { name: 'sale', table: 'flash_sales', pool: 'sale_id', takes: 'takes_sale' }),
}

/** A line that draws from a sale has its price. */
function priceSales({ shelf }: WorkingSet, { lines }: Draft): Partial<Offered> {
  const prices = lines.flatMap(({ offerId, saleId }): OfferedPrice[] => {
    if (saleId === null) return []
    return [{ offerId, kind: 'sale_price', ref: saleId, unitPriceMinor: shelf.sale(saleId).priceMinor }]
  })
  return { prices }
}

async function findShowsWithSales({ db }: Reader): Promise<string[]> {
  const open = db.selectFrom('flash_sales').select('show_id').where('ended_at', 'is', null)
  return (await open.execute()).map((row) => row.show_id)
}

async function lockSales({ db, words }: Reader, { needs }: Opening): Promise<SaleRecord[]> {
  const { showIds, saleIds } = needs
  if (showIds.length + saleIds.length === 0) return []
  const isOpen = sql<boolean>`(${words.isOneOf('show_id', showIds)} and ended_at is null)`
  const named = words.isOneOf('id', saleIds)
  const query = db
    .selectFrom('flash_sales')
    .selectAll()
    .where(sql<boolean>`(${isOpen} or ${named})`)
  return (await lockById(words, query, 'id').execute()).map(toSaleRecord)
}

/** Sales that this batch may end: those who wait for them have to go with them. */
export function findEndingSales(
  sales: readonly SaleRecord[],
  requests: readonly LedgerRequest[],
  now: number,
): readonly string[] {
  const stopped = new Set<string>(inputsOf(requests, 'stopSale').map((input) => input.saleId))
  const payments = inputsOf(requests, 'report').length + inputsOf(requests, 'settleOrder').length
  const open = sales.filter((sale) => sale.endedAt === null)
  const maySellOut = (sale: SaleRecord) => payments > 0 && sale.allotted - sale.paid <= payments * sale.perViewer
  const ending = open.filter((sale) => now >= saleDeadline(sale) || stopped.has(sale.id) || maySellOut(sale))
  return ending.map((sale) => sale.id)
}

function toSaleRow(sale: SaleRecord): FlashSaleRow {
  return {
    id: sale.id,
    show_id: sale.showId,
    product_id: sale.productId,
    currency: sale.currency,
    price_minor: sale.priceMinor,
    allotted: sale.allotted,
    free: sale.free,
    taken: sale.taken,
    paid: sale.paid,
    per_viewer: sale.perViewer,
    opens_at: sale.opensAt,
    closes_at: sale.closesAt,
    grace_ms: sale.graceMs,
    ended_at: sale.endedAt,
    end_reason: sale.endReason,
    version: sale.version,
  }
}
