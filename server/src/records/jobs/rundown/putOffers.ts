// Puts variants on offer in a show: new rows, and those that had been taken out of it once.
import { OfferId } from '@lantern/shared/contract/ids.ts'
import type { ShowId, VariantId } from '@lantern/shared/contract/ids.ts'
import type { HoldPolicy } from '@lantern/shared/contract/things.ts'
import type { Kysely } from 'kysely'
import type { JobContext } from '../../../database/database.ts'
import type { Schema, VariantRow } from '../../../database/schema.ts'

/** What a new show's offers start with. */
export interface OfferDefaults {
  readonly perViewer: number
  readonly policy: HoldPolicy
  readonly holdMs: number
}

export interface Offering {
  readonly showId: ShowId
  /** Of the event that puts them there. */
  readonly version: number
  readonly offers: OfferDefaults
  readonly variants: readonly VariantRow[]
  readonly units: ReadonlyMap<VariantId, number>
}

/** At the price that the catalogue has now. */
export async function putOffers(
  db: Kysely<Schema>,
  { showId, version, offers, variants, units }: Offering,
  context: JobContext,
): Promise<void> {
  for (const variant of variants) {
    const allotted = units.get(variant.id) ?? 0
    const row = {
      position: variant.position,
      currency: variant.currency,
      price_minor: variant.price_minor,
      shop_price_minor: variant.price_minor,
      allotted,
      free: allotted,
      per_viewer: offers.perViewer,
      policy: offers.policy,
      hold_ms: offers.holdMs,
      lapsed: 0,
      withdrawn: 0 as const,
      shared: 0 as const,
      version,
    }
    const added = { taken: 0, paid: 0, waiting: 0, product_id: variant.product_id, variant_id: variant.id }
    await db
      .insertInto('offers')
      .values({ id: OfferId.parse(context.newId()), show_id: showId, ...added, ...row })
      // Nothing of it is taken: it could not have been taken out.
      .onConflict((conflict) => conflict.columns(['show_id', 'variant_id']).doUpdateSet(row))
      .execute()
  }
}
