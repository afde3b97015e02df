// Tables of the catalogue as kysely sees them: what a sheet tells of a product, and what of the shop waits to be taken over.
import type { ProductId } from '@lantern/shared/contract/ids.ts'

/** Null in any: no source has said it yet. `options`, `pictures`, `tags`: json; `digest`: of what an import read last. */
export interface ProductDetailsRow {
  product_id: ProductId
  digest: string
  options: string | null
  pictures: string | null
  description: string | null
  sizes: string | null
  tags: string | null
  vendor: string | null
  type: string | null
}

export interface CatalogueSchema {
  product_details: ProductDetailsRow
}
