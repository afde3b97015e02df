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

/** A page that cannot be read is the answer. */
export async function readPages<Row, Place>(
  first: Place,
  read: (place: Place) => Promise<Outcome<Page<Row, Place>, ShopRefusal>>,
): Promise<Outcome<Row[], ShopRefusal>> {
  const rows: Row[] = []
  let place: Place | null = first
  for (let pages = 0; place !== null; pages += 1) {
    if (pages === MOST_PAGES) return refusedByShop(`a list of more than ${MOST_PAGES} pages`)
    const page: Outcome<Page<Row, Place>, ShopRefusal> = await read(place)
    if (!page.ok) return page
    rows.push(...page.value.rows)
    place = page.value.next
  }
  return grant(rows)
}
