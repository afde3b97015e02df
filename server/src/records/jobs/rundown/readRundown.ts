// What a show sells as it stands: its products in their order, their offers, and the name of this very state.
import { createHash } from 'node:crypto'
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { ShowRundown } from '@lantern/shared/contract/rundown.ts'
import type { Kysely } from 'kysely'
import type { Job } from '../../../database/database.ts'
import type { OfferRow, Schema } from '../../../database/schema.ts'
import { toText } from '../../../database/toThings.ts'

export interface RundownOffer extends Pick<
  OfferRow,
  'id' | 'product_id' | 'variant_id' | 'allotted' | 'free' | 'taken' | 'paid' | 'shared'
> {
  readonly sku: string
  /** Json. */
  readonly title: string | null
}

export interface RundownState {
  readonly products: readonly { readonly id: RundownOffer['product_id']; readonly title: string }[]
  readonly offers: readonly RundownOffer[]
}

export async function readState(db: Kysely<Schema>, showId: ShowId): Promise<RundownState> {
  const products = await db
    .selectFrom('show_products')
    .innerJoin('products', 'products.id', 'show_products.product_id')
    .select(['products.id', 'products.title'])
    .where('show_products.show_id', '=', showId)
    .orderBy('show_products.number')
    .execute()
  const offers = await db
    .selectFrom('offers')
    .innerJoin('variants', 'variants.id', 'offers.variant_id')
    .select(['offers.id', 'offers.product_id', 'offers.variant_id', 'variants.sku', 'variants.title'])
    .select(['offers.allotted', 'offers.free', 'offers.taken', 'offers.paid', 'offers.shared'])
    .where('offers.show_id', '=', showId)
    .where('offers.withdrawn', '=', 0)
    .orderBy('offers.position')
    .orderBy('offers.variant_id')
    .execute()
  return { products, offers }
}

export function toRundown(
  { id, currency }: { readonly id: ShowId; readonly currency: string },
  state: RundownState,
): ShowRundown {
  const byProduct = Map.groupBy(state.offers, (offer) => offer.product_id)
  const products = state.products.map((product) => ({
    productId: product.id,
    title: toText(product.title),
    variants: (byProduct.get(product.id) ?? []).map((offer) => ({
      variantId: offer.variant_id,
      sku: offer.sku,
      title: offer.title === null ? null : toText(offer.title),
      units: offer.allotted,
      taken: offer.taken,
      paid: offer.paid,
      ...(offer.shared > 0 && { isShared: true as const }),
    })),
  }))
  return { showId: id, currency, revision: revisionOf(products), products }
}

/** What is held and paid makes no other state: a sale that goes on would let nobody change anything. */
function revisionOf(products: ShowRundown['products']): string {
  const chosen = products.map(({ productId, variants }) => [
    productId,
    // What a show draws from a shared stock changes as it sells.
    ...variants.map(({ variantId, units, isShared }) => [variantId, isShared ? 'shared' : units]),
  ])
  return createHash('sha256').update(JSON.stringify(chosen)).digest('hex').slice(0, 24)
}

/** Null: there is no such show. */
export const readRundown: Job<{ showId: ShowId }, ShowRundown | null> = {
  name: 'store.readRundown',
  kind: 'read',
  async work(db, { showId }) {
    const show = await db.selectFrom('shows').select(['id', 'currency']).where('id', '=', showId).executeTakeFirst()
    return show === undefined ? null : toRundown(show, await readState(db, showId))
  },
}
