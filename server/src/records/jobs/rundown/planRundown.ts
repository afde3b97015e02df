// What has to be done to a show so that it sells what staff have chosen, or why that cannot be.
import type { ProductId, VariantId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { ChosenProduct } from '@lantern/shared/contract/rundown.ts'
import type { RundownOffer, RundownState } from './readRundown.ts'

export interface RundownPlan {
  readonly order: readonly ProductId[]
  readonly isReordered: boolean
  /** Products that are new in the show, and further variants of those in it. */
  readonly added: readonly ChosenProduct[]
  readonly removed: readonly RundownOffer[]
  readonly resized: readonly { readonly offer: RundownOffer; readonly units: number }[]
}

export function planRundown({ products, offers }: RundownState, chosen: readonly ChosenProduct[]): RundownPlan {
  const order = chosen.map(({ productId }) => productId)
  const known = new Map(offers.map((offer) => [offer.variant_id, offer]))
  const inShow = new Set(products.map(({ id }) => id))
  const isOfOwn = (one: ChosenProduct, id: VariantId) => known.get(id)?.product_id === one.productId
  const added = chosen.flatMap((one): ChosenProduct[] => {
    if (!inShow.has(one.productId)) return [one]
    const more = (one.variants ?? []).filter(({ variantId }) => !isOfOwn(one, variantId))
    return more.length === 0 ? [] : [{ productId: one.productId, variants: more }]
  })
  const resized = chosen.flatMap((one) =>
    (one.variants ?? []).flatMap(({ variantId, units }) => {
      const offer = known.get(variantId)
      const isSame = offer?.allotted === units || (offer?.shared ?? 0) > 0
      return offer?.product_id !== one.productId || isSame ? [] : [{ offer, units }]
    }),
  )
  return {
    order,
    isReordered: order.join() !== products.map(({ id }) => id).join(),
    added,
    removed: offers.filter((offer) => !order.includes(offer.product_id)),
    resized,
  }
}

export const isNothing = ({ isReordered, added, resized }: RundownPlan): boolean =>
  !isReordered && added.length + resized.length === 0

export interface InUse {
  /** Units of each product in holds that are not over, also where they take none from its pool yet. */
  readonly held: ReadonlyMap<string, number>
  /** Products with a flash sale that is not over. */
  readonly onSale: ReadonlySet<ProductId>
}

/** What is held, paid or on sale stays as it was promised. */
export function refusePlan(
  { removed, resized }: RundownPlan,
  { held, onSale }: InUse,
): Outcome<null, 'PRODUCT_TAKEN' | 'SALE_RUNNING' | 'BELOW_TAKEN'> {
  for (const [productId, own] of Map.groupBy(removed, ({ product_id }) => product_id)) {
    const taken = own.reduce((sum, { id, taken: units }) => sum + Math.max(units, held.get(id) ?? 0), 0)
    if (taken > 0) return refuse('PRODUCT_TAKEN', { detail: { productId, taken } })
    if (onSale.has(productId)) return refuse('SALE_RUNNING', { detail: { productId } })
  }
  const below = resized.find(({ offer, units }) => units < offer.taken)
  if (below === undefined) return grant(null)
  const { id: offerId, variant_id: variantId, taken } = below.offer
  return refuse('BELOW_TAKEN', { detail: { offerId, variantId, taken } })
}
