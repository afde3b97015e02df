// Fetches the pictures of products that are about to be imported: what is here already is not fetched again.
import type { Clock } from '../../kit/clock.ts'
import type { ImportedProduct, KnownProduct, ShopPictureKept } from '../records/shopRecords.ts'
import type { FetchPicture } from './pictures.ts'

const TOGETHER = 4
/** Whoever has asked for the import waits for it; what is missing then comes with the next one. */
export const PICTURES_WITHIN_MS = 120_000

export interface PictureWork {
  readonly products: readonly ImportedProduct[]
  readonly known: readonly KnownProduct[]
  readonly fetchPicture: FetchPicture
  readonly clock: Clock
  /** Default: PICTURES_WITHIN_MS from now. */
  readonly until?: number
}

/** First the first picture of every product, which a show cannot do without. */
export async function withPictures(work: PictureWork): Promise<ImportedProduct[]> {
  const { products, known, fetchPicture, clock, until = clock() + PICTURES_WITHIN_MS } = work
  const here = new Map(
    known.flatMap(({ pictures }) => pictures.flatMap(({ url, src }) => (src === null ? [] : [[url, src] as const]))),
  )
  const all = products.filter(({ variants }) => variants.length > 0).map(({ details }) => details?.pictures ?? [])
  const wanted = [...all.flatMap(([first]) => first ?? []), ...all.flatMap(([, ...further]) => further)]
  const missing = [...new Set(wanted.map(({ url }) => url))].filter((url) => !here.has(url))
  for (let at = 0; at < missing.length && clock() < until; at += TOGETHER) {
    const urls = missing.slice(at, at + TOGETHER)
    const found = await Promise.all(urls.map(async (url) => [url, await fetchPicture(url)] as const))
    found.forEach(([url, src]) => src !== null && here.set(url, src))
  }
  return products.map((product) => withKept(product, here))
}

function withKept(product: ImportedProduct, here: ReadonlyMap<string, string>): ImportedProduct {
  const pictures = product.details?.pictures
  if (product.details === undefined || pictures === undefined) return product
  const kept: ShopPictureKept[] = pictures.map((one) => ({ ...one, src: here.get(one.url) ?? null }))
  return { ...product, picture: kept[0]?.src ?? null, details: { ...product.details, pictures: kept } }
}

/** Titles of products whose first picture could not be had. */
export function withoutFirst(products: readonly ImportedProduct[]): string[] {
  const first = ({ details }: ImportedProduct) => details?.pictures?.[0]
  return products
    .filter((product) => first(product)?.src === null && product.variants.length > 0)
    .map(({ title }) => title)
}
