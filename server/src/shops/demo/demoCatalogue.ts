// Reads the demo shop's products as any shop's feed, and keeps their pictures in our own data folder.
import { createHash } from 'node:crypto'
import { basename, extname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ProductOption } from '@lantern/shared/contract/catalogue.ts'
import { Currency, Minor, ProductId, Units } from '@lantern/shared/contract/ids.ts'
import { LocalText } from '@lantern/shared/contract/things.ts'
import { z } from 'zod'
import type { CatalogueProduct } from '../../records/store.ts'
import type { ImportedDetails } from '../records/importedShapes.ts'
import { keepPictureFile } from '../catalogue/pictureFiles.ts'

const Details = z
  .object({
    description: z.string(),
    sizes: z.string(),
    tags: z.array(z.string()),
    type: z.string(),
    options: z.array(ProductOption).optional(),
  })
  .transform((told): ImportedDetails => {
    const { options, ...others } = told
    const digest = createHash('sha256').update(JSON.stringify(told)).digest('base64url').slice(0, 22)
    return { ...others, ...(options !== undefined && { options }), digest }
  })

const Feed = z.object({
  currency: Currency,
  products: z
    .array(
      z.object({
        id: ProductId,
        title: LocalText,
        picture: z.string().regex(/^\/[A-Za-z0-9/_.-]{1,200}$/),
        variants: z
          .array(
            z.object({
              sku: z.string().min(1).max(128),
              title: LocalText.nullable(),
              priceMinor: Minor.min(1),
              stock: Units,
            }),
          )
          .min(1),
        details: Details.optional(),
      }),
    )
    .min(1),
})

export interface DemoCatalogue {
  readonly currency: string
  /** Pictures are paths on this server. */
  readonly products: readonly CatalogueProduct[]
}

export interface Source {
  readonly shopUrl: string
  readonly dataDir: string
  /** How long to wait for a shop that is still starting. */
  readonly patienceMs: number
}

const RETRY_EVERY_MS = 250
const REQUEST_MS = 5000

async function get(url: string): Promise<Response> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(REQUEST_MS) })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  return answer
}

async function getPatiently(url: string, patienceMs: number): Promise<Response> {
  const end = Date.now() + patienceMs
  while (Date.now() < end) {
    const answer = await get(url).catch(() => null)
    if (answer !== null) return answer
    await pause(RETRY_EVERY_MS)
  }
  return get(url)
}

async function keepPicture(picture: string, { shopUrl, dataDir }: Source): Promise<string> {
  const bytes = Buffer.from(await (await get(`${shopUrl}${picture}`)).arrayBuffer())
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10)
  const ending = extname(picture)
  const name = `${basename(picture, ending)}-${hash}${ending}`
  return keepPictureFile(dataDir, name, bytes)
}

/** Throws when the shop does not answer in time or answers something else. */
export async function fetchDemoCatalogue(source: Source): Promise<DemoCatalogue> {
  const answer = await getPatiently(`${source.shopUrl}/products.json`, source.patienceMs)
  const { currency, products } = Feed.parse(await answer.json())
  const kept = products.map(async ({ details, ...product }) => {
    const picture = await keepPicture(product.picture, source)
    return { ...product, picture, ...(details !== undefined && { details }) }
  })
  return { currency, products: await Promise.all(kept) }
}
