// A list that a shop gives in pages, whole or not at all: what a part of it leaves out would look like gone from the shop.
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import type { ShopRefusal } from '../checkout.ts'
import { refusedByShop } from '../shopFetch.ts'

/** Of 100 products each: a shop that never says which page is the last must end all the same. */
const MOST_PAGES = 1000

interface Page<Row, Place> {
  readonly rows: readonly Row[]
  /** Where the page after it is; null: it is the last. */
  readonly next: Place | null
}

/** By its shop's id, a row that is told twice is one. */
type KeyOf<Row> = (row: Row) => string

/**
 * A page that cannot be read is the answer, and so is one that leads back, or, where rows are told apart, has none that is new: what
 * should stand in its place would look like gone.
 */
export async function readPages<Row, Place>(
  first: Place,
  read: (place: Place) => Promise<Outcome<Page<Row, Place>, ShopRefusal>>,
  keyOf: KeyOf<Row> | null = null,
): Promise<Outcome<Row[], ShopRefusal>> {
  const rows: Row[] = []
  const [places, keys] = [new Set<Place>(), new Set<string>()]
  for (let place: Place | null = first; place !== null;) {
    if (places.has(place)) return refusedByShop('a page of its list leads back to an earlier one')
    if (places.size === MOST_PAGES) return refusedByShop(`a list of more than ${MOST_PAGES} pages`)
    places.add(place)
    const page: Outcome<Page<Row, Place>, ShopRefusal> = await read(place)
    if (!page.ok) return page
    const known = keys.size
    if (keyOf !== null) page.value.rows.forEach((row) => keys.add(keyOf(row)))
    if (keyOf !== null && page.value.rows.length > 0 && keys.size === known)
      return refusedByShop('a page of its list is told twice, in the place of another')
    rows.push(...page.value.rows)
    place = page.value.next
  }
  return grant(rows)
}
