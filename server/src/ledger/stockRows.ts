// Rows of stocks that several shows sell from, as a batch has them.
import type { SharedStockRow } from '../database/stockSchema.ts'
import type { OfferRecord } from '../domain/hold.ts'
import { createKeyedRows, type KeyedRows } from './keyedRows.ts'

export interface StockRecord extends SharedStockRow {
  /** Shows that sell from it. */
  readonly shows: number
  /** Units that all of them have free. */
  readonly apart: number
  /** Nothing of it may be changed without. */
  readonly isLocked: boolean
}

export interface StockRows {
  /** Those that offers may draw from in this batch. */
  readonly stocks: readonly StockRecord[]
}

export interface StockSet {
  readonly stocks: KeyedRows<StockRecord>
  /** Offers that sell from them, as they were when the batch began. */
  readonly sharedBefore: ReadonlyMap<string, OfferRecord>
}

export function keyStocks({ stocks, offers }: StockRows & { readonly offers: readonly OfferRecord[] }): StockSet {
  const shared = stocks.length === 0 ? [] : offers.filter((offer) => offer.shared !== undefined)
  return {
    stocks: createKeyedRows<StockRecord>((stock) => stock.variant_id, stocks),
    sharedBefore: new Map(shared.map((offer) => [offer.id, offer])),
  }
}
