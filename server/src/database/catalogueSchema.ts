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

/** `differences`, `read`: json; `position`: in the shop's order. */
export interface CatalogueChangeRow {
  key: string
  position: number
  product_id: ProductId | null
  title: string
  differences: string
  read: string | null
  digest: string
  state: 'open' | 'left'
}

export interface CatalogueSchema {
  catalogue_changes: CatalogueChangeRow
  product_details: ProductDetailsRow
}
