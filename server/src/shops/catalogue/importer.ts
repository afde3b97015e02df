// Imports the shop's products: first what would change, then, when somebody wants it, the change.
import { randomBytes } from 'node:crypto'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { ShopRecords } from '../records/shopRecords.ts'
import type { Checkout, ShopRefusal } from '../checkout.ts'
import type { ShopCatalogue } from './catalogue.ts'
import type { Clock } from '../../kit/clock.ts'
import type { FetchPicture } from './pictures.ts'
import { withoutFirst, withPictures } from './withPictures.ts'
import { type ImportPlan, planImport } from './plan.ts'

export interface ImporterNeeds {
  readonly records: Pick<ShopRecords, 'readCatalogue' | 'importCatalogue' | 'noteReading' | 'saveChanges'>
  readonly checkout: Pick<Checkout, 'readCatalogue'>
  readonly fetchPicture: FetchPicture
  /** How long pictures may take is measured by it. */
  readonly clock?: Clock
}

/** `withoutPicture`: titles of products whose picture could not be fetched; they are imported all the same. */
export type Imported = ImportPlan & { readonly withoutPicture: readonly string[] }

type Planned = Outcome<Imported, 'SHOP_CANNOT' | 'CURRENCY_CHANGED' | ShopRefusal>

export interface Importer {
  /** Changes nothing. */
  preview(): Promise<Planned>
  /**
   * Reads the shop anew and takes over what it has; answers with what has changed. Safe to repeat. CURRENCY_CHANGED: it asks in
   * another currency than products are kept in here, and that is not the one that was `agreed` to.
   */
  run(agreed?: string): Promise<Planned>
  /** The same for a catalogue that came by a file: it says nothing of products that it does not list. */
  previewOf(read: ShopCatalogue): Promise<Imported>
  runOf(read: ShopCatalogue): Promise<Imported>
}

type Known = Awaited<ReturnType<ShopRecords['readCatalogue']>>

export const newId = () => `p_${randomBytes(9).toString('base64url')}`

/** Of products alone that were ever taken over: an empty catalogue may begin in any currency. */
export function isOtherCurrency(known: Known, currency: string): boolean {
  return known.currency !== null && known.products.length > 0 && known.currency !== currency
}

export function createImporter({ records, checkout, fetchPicture, clock = Date.now }: ImporterNeeds): Importer {
  async function planned(read: ShopCatalogue, isWhole: boolean) {
    const { products: known } = await records.readCatalogue()
    return { known, plan: planImport({ known, read, isWhole, newId }) }
  }

  const planOf = async (read: ShopCatalogue, isWhole: boolean): Promise<Imported> => ({
    ...(await planned(read, isWhole)).plan,
    withoutPicture: [],
  })

  async function takeOver(read: ShopCatalogue, isWhole: boolean): Promise<Imported> {
    const { known, plan } = await planned(read, isWhole)
    const products = await withPictures({ products: plan.products, known, fetchPicture, clock })
    await records.importCatalogue({ currency: plan.currency, products, isWhole })
    return { ...plan, withoutPicture: withoutFirst(products) }
  }

  async function from(take: (read: ShopCatalogue, isWhole: boolean) => Promise<Imported>): Promise<Planned> {
    const read = await checkout.readCatalogue()
    return read.ok ? grant(await take(read.value, true)) : read
  }

  async function run(agreed?: string): Promise<Planned> {
    const startedAt = clock()
    const read = await checkout.readCatalogue()
    if (!read.ok) return read
    const { currency } = read.value
    const known = await records.readCatalogue()
    if (currency !== agreed && isOtherCurrency(known, currency)) {
      const problem = { code: 'CURRENCY_CHANGED' as const, why: `${known.currency ?? ''} -> ${currency}` }
      await records.noteReading({ startedAt, shopCurrency: currency, problem })
      return refuse('CURRENCY_CHANGED', { detail: { from: known.currency, to: currency } })
    }
    const imported = await takeOver(read.value, true)
    await records.saveChanges({ reading: { startedAt, shopCurrency: currency, problem: null }, changes: [] })
    return grant(imported)
  }

  return {
    preview: () => from(planOf),
    run,
    previewOf: (read) => planOf(read, false),
    runOf: (read) => takeOver(read, false),
  }
}
