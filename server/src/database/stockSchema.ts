// The table of stocks that several shows sell from.
import type { VariantId } from '@lantern/shared/contract/ids.ts'

/** `units`: of all shows together; `free`: in none of them; `block`: a show draws so many at once; `revision`: of what staff set. */
export interface SharedStockRow {
  variant_id: VariantId
  units: number
  block: number
  free: number
  revision: number
}

export interface StockSchema {
  shared_stocks: SharedStockRow
}
