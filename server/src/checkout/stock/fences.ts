// Ring-fenced stock: while a show is live its units are set apart at the shop, but for those whose buyers are paying.
import type { VariantId } from '@lantern/shared/contract/ids.ts'
import type { Log } from '../../log.ts'
import type { MirroredOffer, ShopRecords, ShopStock } from '../../store/shopRecords.ts'
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
/** Units of shows that are over hurry nobody: a shop that has said no is asked again after a minute. */
const TURNS_OF_PEACE = 12

/** Null: the shop cannot set units apart. What is set is on record, so that another process can give it back. */
export function startFences({ records, checkout, log }: FenceNeeds): Loop | null {
  if (checkout.answers.stock !== 'ring_fenced') return null

  const askAgain = new Map<VariantId, number>()
  let turns = 0

  /** Answers whether the shop has done it. */
  async function set({ variantId, sku, externalId, units }: Wanted, kept: number): Promise<boolean> {
    const outcome = await checkout.setFence({ sku, externalId, units })
    if (!outcome.ok && outcome.code === 'SHOP_UNREACHABLE') throw new Error(`${sku}: the shop does not answer`)
    if (!outcome.ok) log.warn({ sku, units, detail: outcome.detail }, 'the shop does not set the units of a show apart')
    // A shop that says no keeps apart what it has: that is still to be given back.
    const available = outcome.ok ? units : kept
    await records.saveStock({ variantId, available, short: Math.max(0, units - available) })
    return outcome.ok
  }

  async function giveBack({ variantId, sku, externalId, available }: ShopStock): Promise<void> {
    if (turns < (askAgain.get(variantId) ?? 0)) return
    const isBack = await set({ variantId, sku, externalId, units: 0 }, available)
    if (isBack) askAgain.delete(variantId)
    else askAgain.set(variantId, turns + TURNS_OF_PEACE)
  }

  async function turn(): Promise<boolean> {
    turns += 1
    const wanted = wantedFences(await records.liveOffers())
    const kept = new Map((await records.readStock()).map((row) => [row.variantId, row]))
    for (const one of wanted) {
      const row = kept.get(one.variantId)
      kept.delete(one.variantId)
      const isAsWanted = row?.available === one.units && row.short === 0
      if (!isAsWanted) await set(one, row?.available ?? 0)
    }
    for (const row of kept.values()) if (row.available > 0) await giveBack(row)
    return false
  }

  return createLoop({
    everyMs: EVERY_MS,
    turn,
    onError: (err) => log.warn({ err }, 'units not set apart; trying again'),
  })
}
