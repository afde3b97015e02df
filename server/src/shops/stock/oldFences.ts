// Units that were set apart when the settings named a place for it: given back once they name none.
import type { VariantId } from '@lantern/shared/contract/ids.ts'
import { createLoop } from '../../kit/loop.ts'
import { sideBySide } from '../../kit/sideBySide.ts'
import type { ShopStock } from '../records/shopRecords.ts'
import type { FenceNeeds } from './fences.ts'

const EVERY_MS = 60_000
const SIDE_BY_SIDE = 6

export interface OldFences {
  /** Idempotent. */
  close(): Promise<void>
}

/** Idle while the shop sets units apart or mirrors them: what is on record is then of today. */
export function startOldFences(needs: FenceNeeds): OldFences {
  const { records, checkout, log } = needs
  /** What it said no to is asked once by a process: without its key a shop can do nothing about it. */
  const refused = new Set<VariantId>()

  async function giveBack({ variantId, sku, externalId }: ShopStock): Promise<void> {
    const outcome = await checkout.setFence({ sku, externalId, units: 0 })
    if (outcome.ok) return records.saveStock({ variantId, available: 0, short: 0 })
    if (outcome.code === 'SHOP_UNREACHABLE') throw new Error(`${sku}: the shop does not answer`)
    refused.add(variantId)
    if (outcome.code === 'SHOP_REFUSED') log.warn({ sku, detail: outcome.detail }, 'units stay set apart at the shop')
  }

  return createLoop({
    everyMs: EVERY_MS,
    async turn() {
      if (checkout.answers.stock !== 'not_exclusive') return false
      const rows = await records.readStock()
      const old = rows.filter(({ variantId, available }) => available !== 0 && !refused.has(variantId))
      await sideBySide(old, SIDE_BY_SIDE, giveBack)
      return false
    },
    onError: (err) => log.warn({ err }, 'units not given back; trying again'),
  })
}
