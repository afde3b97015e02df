// Our skus: each names one variant for ever, also where the shop gives none or one to several.
import type { KnownVariant, ReadProduct, ReadVariant } from './catalogueShapes.ts'

const MAX_SKU = 128

export interface Wanting {
  readonly product: ReadProduct
  readonly variant: ReadVariant
  readonly old: KnownVariant | undefined
}

/** Out of what names the variant, not out of its place in a list. */
function madeUp({ product, variant }: Wanting): string {
  const values = (variant.title ?? '').normalize('NFC').toLowerCase()
  const own = variant.externalId ?? values.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')
  return (own === '' ? product.externalId : `${product.externalId}-${own}`).slice(0, MAX_SKU).toWellFormed()
}

/** Counts up from 2 where the text itself is taken. */
function firstFree(text: string, isTaken: (sku: string) => boolean): string {
  let sku = text
  for (let n = 2; isTaken(sku); n += 1) sku = `${text.slice(0, MAX_SKU - 8)}-${n}`
  return sku
}

/**
 * The shop's own goes to who has it already, else to the first that asks; who gets none keeps what it has, or one is made up.
 * `reserved`: those of variants that this import leaves alone.
 */
export function assignSkus<Asking extends Wanting>(
  asking: readonly Asking[],
  reserved: ReadonlySet<string>,
): ReadonlyMap<Asking, string> {
  const given = new Map<Asking, string>()
  const used = new Set(reserved)
  const give = (one: Asking, sku: string) => {
    given.set(one, sku)
    used.add(sku)
  }
  const holding = asking.filter(({ variant, old }) => variant.sku !== '' && old?.sku === variant.sku)
  for (const one of [...holding, ...asking]) {
    const { sku } = one.variant
    if (sku !== '' && !given.has(one) && !used.has(sku)) give(one, sku)
  }
  for (const one of asking) {
    const kept = one.old?.sku
    if (!given.has(one) && kept !== undefined && !used.has(kept)) give(one, kept)
  }
  for (const one of asking)
    if (!given.has(one))
      give(
        one,
        firstFree(madeUp(one), (sku) => used.has(sku)),
      )
  return given
}

/** Of a variant that is sold no more, and whose sku another has now. */
export function setAside({ id, sku }: KnownVariant): string {
  return `${sku.slice(0, MAX_SKU - 1 - id.length)}~${id}`.toWellFormed()
}
