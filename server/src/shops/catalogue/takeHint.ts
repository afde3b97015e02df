// A shop says that its products are another: staff are told, and where it has a list, it is read again before long.
import type { CatalogueHint } from '../checkout.ts'
import type { RefreshRecords } from '../records/refreshRecords.ts'

interface HintNeeds {
  readonly records: Pick<RefreshRecords, 'markNewer'>
  /** Where the shop that is sold posts to; undefined: none is sold. */
  readonly endpointId: () => string | undefined
}

/** False: it is said by another shop than the one that is sold. However often it is said, it is one thing to look at. */
export function createTakeHint({ records, endpointId }: HintNeeds) {
  return async (hint: CatalogueHint): Promise<boolean> => {
    if (endpointId() !== hint.endpointId) return false
    await records.markNewer()
    return true
  }
}
