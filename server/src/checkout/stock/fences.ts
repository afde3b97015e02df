// Ring-fenced stock: while a show is live its units are set apart at the shop, but for those whose buyers are paying.
import type { VariantId } from '@lantern/shared/contract/ids.ts'
import type { Log } from '../../log.ts'
import type { MirroredOffer, ShopRecords } from '../../store/shopRecords.ts'
import type { Checkout } from '../checkout.ts'
import { createLoop, type Loop } from '../loop.ts'

export interface FenceNeeds {
  readonly records: Pick<ShopRecords, 'liveOffers' | 'readStock' | 'saveStock'>
  readonly checkout: Pick<Checkout, 'answers' | 'setFence'>
  readonly log: Log
}

interface Wanted {
  readonly variantId: VariantId
  readonly sku: string
  readonly externalId: string | null
  readonly units: number
}

/** A buyer at the checkout needs the units there; once they are paid they are the shop's to send. */
export function wantedFences(offers: readonly MirroredOffer[]): readonly Wanted[] {
  const byVariant = Map.groupBy(offers, ({ variantId }) => variantId)
  return [...byVariant.values()].flatMap((own) => {
    const [first] = own
    if (first === undefined) return []
    const units = own.reduce((sum, { allotted, paid, paying }) => sum + Math.max(0, allotted - paid - paying), 0)
    return [{ variantId: first.variantId, sku: first.sku, externalId: first.externalId, units }]
  })
}

const EVERY_MS = 5000

/** Null: the shop cannot set units apart. What is set is on record, so that another process can give it back. */
export function startFences({ records, checkout, log }: FenceNeeds): Loop | null {
  if (checkout.answers.stock !== 'ring_fenced') return null

  async function set({ variantId, sku, externalId, units }: Wanted): Promise<void> {
    const outcome = await checkout.setFence({ sku, externalId, units })
    if (outcome.ok) return records.saveStock({ variantId, available: units, short: 0 })
    if (outcome.code === 'SHOP_UNREACHABLE') throw new Error(`${sku}: the shop does not answer`)
    log.warn({ sku, units, detail: outcome.detail }, 'the shop does not set the units of a show apart')
    await records.saveStock({ variantId, available: 0, short: units })
  }

  async function turn(): Promise<boolean> {
    const wanted = wantedFences(await records.liveOffers())
    const kept = await records.readStock()
    const live = new Set(wanted.map(({ variantId }) => variantId))
    const over = kept.filter(({ variantId, available }) => available > 0 && !live.has(variantId))
    const isAsWanted = ({ variantId, units }: Wanted) =>
      kept.some((row) => row.variantId === variantId && row.available === units && row.short === 0)
    for (const one of wanted) if (!isAsWanted(one)) await set(one)
    for (const { variantId, sku, externalId } of over) await set({ variantId, sku, externalId, units: 0 })
    return false
  }

  return createLoop({
    everyMs: EVERY_MS,
    turn,
    onError: (err) => log.warn({ err }, 'units not set apart; trying again'),
  })
}
