// The stock of the one place whose units are set apart, put into a catalogue that was read from the Store API.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import type { ShopCatalogue } from '../../catalogue/catalogue.ts'
import type { ShopRefusal } from '../../checkout.ts'
import { type CountedVariant, readAllCounted } from './inventory.ts'
import { atPlace } from './products.ts'
import { type OurReservation, readOurs, type Reserver } from './reservations.ts'

/** Units of each counted variant that can be set apart at a place; what is set apart there for our own shows is among them. */
function unitsAt(
  locationId: string,
  variants: readonly CountedVariant[],
  ours: readonly OurReservation[],
): ReadonlyMap<string, number> {
  const here = ours.filter((own) => own.locationId === locationId)
  const of = (variantId: string, itemId: string) =>
    here
      .filter((own) => own.variantId === variantId && own.itemId === itemId)
      .reduce((sum, one) => sum + one.quantity, 0)
  const units = variants
    .filter(({ isUncounted }) => !isUncounted)
    .map(({ id, parts }) => {
      const each = parts.map(({ itemId, perUnit, free }) => ((free.get(locationId) ?? 0) + of(id, itemId)) / perUnit)
      return [id, parts.length === 0 ? 0 : Math.max(0, Math.floor(Math.min(...each)))] as const
    })
  return new Map(units)
}

/**
 * What is set apart for our own shows is there to be sold here. Without a place the catalogue stays as it is: the Store API adds
 * up all places of the sales channel.
 */
export async function readPlace(
  reserver: Reserver,
  locationId: string | null,
  catalogue: ShopCatalogue,
): Promise<Outcome<ShopCatalogue, ShopRefusal>> {
  if (locationId === null) return grant(catalogue)
  const [variants, ours] = await Promise.all([readAllCounted(reserver.admin), readOurs(reserver, [])])
  if (!variants.ok) return variants
  return ours.ok ? grant(atPlace(catalogue, unitsAt(locationId, variants.value, ours.value))) : ours
}
