// What a viewer has in the working set: units count while live, placed as an order or paid.
import type { ProductId, ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { salePhase } from '../../domain/flashSale.ts'
import { BOUGHT, isLive } from '../../domain/hold.ts'
import type { HeldLine, HoldRecord, SaleRecord } from '../../domain/hold.ts'
import type { Holder } from '../../domain/placing.ts'
import type { WorkingSet } from '../workingSet.ts'

export function holderOf(set: WorkingSet, viewerId: ViewerId): Holder {
  const own = set.holdsOf(viewerId).filter((hold) => BOUGHT.has(hold.state) || isLive(hold, set.now))
  const units = (fits: (line: HeldLine) => boolean) =>
    own.reduce((sum, hold) => sum + sumUnits(hold.lines.filter(fits)), 0)
  return {
    liveHoldOn: (offerId) => own.find((hold) => !BOUGHT.has(hold.state) && has(hold, offerId)) ?? null,
    unitsOf: (offerId) => units((line) => line.offerId === offerId),
    unitsInSale: (saleId) => units((line) => line.saleId === saleId),
  }
}

function has(hold: HoldRecord, offerId: string): boolean {
  return hold.lines.some((line) => line.offerId === offerId)
}

function sumUnits(lines: readonly { quantity: number }[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0)
}

/** The sale that runs on the product now. */
export function findRunningSale(set: WorkingSet, showId: ShowId, productId: ProductId): SaleRecord | null {
  for (const sale of set.sales.all()) {
    const fits = sale.showId === showId && sale.productId === productId
    if (fits && salePhase(sale, set.now) === 'running') return sale
  }
  return null
}
