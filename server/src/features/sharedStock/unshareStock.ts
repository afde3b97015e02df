// stock:unshare: the shows of a shared stock sell from units of their own again.
import type { StaffId, VariantId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { SharedVariant } from '@lantern/shared/features/sharedStock/contract.ts'
import { type Changed, changedIn, unchanged } from '../../database/changed.ts'
import type { Job } from '../../database/database.ts'
import { appendToShop } from '../../events/append.ts'
import { leaveShare, lockStock } from '../../ledger/jobs/balance.ts'
import { lockCandidates } from './candidates.ts'
import { readThese } from './readVariants.ts'

export interface UnshareStock {
  readonly variantId: VariantId
  readonly revision: number
  readonly by: StaffId
}

export type UnshareOutcome = Outcome<SharedVariant, 'OFFER_NOT_FOUND' | 'STOCK_CHANGED'>

export const unshareStock: Job<UnshareStock, Changed<UnshareOutcome>> = {
  name: 'sharedStock.unshare',
  kind: 'write',
  async work(db, { variantId, revision, by }, context) {
    const shares = await lockCandidates(db, { variantId, showIds: [] }, context)
    const stock = await lockStock(db, variantId, context)
    if (stock !== null && stock.revision !== revision) return unchanged(refuse('STOCK_CHANGED'))
    const told = stock === null ? [] : await leaveShare(db, { shares, keepsUnits: true }, context)
    await db.deleteFrom('shared_stocks').where('variant_id', '=', variantId).execute()
    if (stock !== null) {
      await appendToShop(db, { actor: `staff:${by}`, type: 'stock:unshared', payload: { variantId } }, context)
    }
    const [variant] = await readThese(db, [variantId], context)
    return changedIn(variant === undefined ? refuse('OFFER_NOT_FOUND') : grant(variant), ...told)
  },
}
