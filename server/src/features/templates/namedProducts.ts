// The products that the terms of a play name, whatever its kind calls them by.
import { ProductId } from '@lantern/shared/contract/ids.ts'

const ONE = 'productId'
const SEVERAL = 'productIds'

/** Each once, in the order of the terms. */
export function namedProducts(terms: unknown): ProductId[] {
  return [...new Set(search(terms))]
}

function search(value: unknown): ProductId[] {
  if (Array.isArray(value)) return value.flatMap(search)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => (key === ONE || key === SEVERAL ? read(each) : search(each)))
}

/** Null: any product, so that none is named. */
function read(value: unknown): ProductId[] {
  return [value].flat().flatMap((id) => ProductId.safeParse(id).data ?? [])
}
