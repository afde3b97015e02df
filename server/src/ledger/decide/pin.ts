// Pins in a batch: what comes to the front of a show, with what was there before behind it.
import type { ProductId, ShowId } from '@lantern/shared/contract/ids.ts'
import { MOST_PINS } from '@lantern/shared/contract/things.ts'
import { toPins } from '../../database/toThings.ts'
import type { WorkingSet } from '../workingSet.ts'

interface Pinned {
  readonly productId: ProductId
  readonly actor: string
}

/** The others stay behind it, as many as a show may pin. */
export function pinInFront(set: WorkingSet, showId: ShowId, { productId, actor }: Pinned): void {
  const pins = set.pins.find(showId)
  if (!pins) return
  const before = toPins(pins).productIds
  const productIds = [productId, ...before.filter((id) => id !== productId)].slice(0, MOST_PINS)
  const product_ids = JSON.stringify(productIds)
  if (product_ids === pins.product_ids) return
  const version = set.record(showId, { actor, type: 'pins:changed', payload: { productIds } })
  set.pins.put({ ...pins, product_ids, version })
}
