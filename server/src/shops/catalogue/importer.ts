// Imports the shop's products: first what would change, then, when somebody wants it, the change.
import { randomBytes } from 'node:crypto'
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import type { ShopRecords } from '../records/shopRecords.ts'
import type { Checkout, ShopRefusal } from '../checkout.ts'
import type { ShopCatalogue } from './catalogue.ts'
import type { FetchPicture } from './pictures.ts'
import { type ImportPlan, planImport } from './plan.ts'

export interface ImporterNeeds {
  readonly records: Pick<ShopRecords, 'readCatalogue' | 'importCatalogue'>
  readonly checkout: Pick<Checkout, 'readCatalogue'>
  readonly fetchPicture: FetchPicture
}

/** `withoutPicture`: titles of products whose picture could not be fetched; they are imported all the same. */
export type Imported = ImportPlan & { readonly withoutPicture: readonly string[] }

type Planned = Outcome<Imported, 'SHOP_CANNOT' | ShopRefusal>

export interface Importer {
  /** Changes nothing. */
  preview(): Promise<Planned>
  /** Reads the shop anew and takes over what it has; answers with what has changed. Safe to repeat. */
  run(): Promise<Planned>
  /** The same for a catalogue that came by a file: it says nothing of products that it does not list. */
  previewOf(read: ShopCatalogue): Promise<Imported>
  runOf(read: ShopCatalogue): Promise<Imported>
}

const PICTURES_TOGETHER = 4

export function createImporter({ records, checkout, fetchPicture }: ImporterNeeds): Importer {
  async function planOf(read: ShopCatalogue, isWhole: boolean): Promise<Imported> {
    const { products } = await records.readCatalogue()
    const newId = () => `p_${randomBytes(9).toString('base64url')}`
    return { ...planImport({ known: products, read, isWhole, newId }), withoutPicture: [] }
  }

  async function withPictures({ products, pictures }: ImportPlan) {
    const kept: Awaited<ReturnType<typeof withPicture>>[] = []
    const withPicture = async (product: ImportPlan['products'][number]) => {
      const url = pictures.get(product.id)
      return { ...product, picture: url === undefined ? null : await fetchPicture(url) }
    }
    for (let i = 0; i < products.length; i += PICTURES_TOGETHER)
      kept.push(...(await Promise.all(products.slice(i, i + PICTURES_TOGETHER).map(withPicture))))
    return kept
  }

  async function takeOver(read: ShopCatalogue, isWhole: boolean): Promise<Imported> {
    const plan = await planOf(read, isWhole)
    const products = await withPictures(plan)
    await records.importCatalogue({ currency: plan.currency, products, isWhole })
    const missing = products.filter(({ id, picture }) => picture === null && plan.pictures.has(id))
    return { ...plan, withoutPicture: missing.map(({ title }) => title) }
  }

  async function from(take: (read: ShopCatalogue, isWhole: boolean) => Promise<Imported>): Promise<Planned> {
    const read = await checkout.readCatalogue()
    return read.ok ? grant(await take(read.value, true)) : read
  }

  return {
    preview: () => from(planOf),
    run: () => from(takeOver),
    previewOf: (read) => planOf(read, false),
    runOf: (read) => takeOver(read, false),
  }
}
