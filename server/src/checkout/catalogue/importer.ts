// Imports the shop's products: first what would change, then, when somebody wants it, the change.
import { lookup } from 'node:dns/promises'
import { randomBytes } from 'node:crypto'
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import type { ShopRecords } from '../../store/shopRecords.ts'
import type { Checkout, ShopRefusal } from '../checkout.ts'
import { isPublicAddress } from '../guard/addresses.ts'
import type { ShopCatalogue } from './catalogue.ts'
import { fetchPicture } from './pictures.ts'
import { type ImportPlan, planImport } from './plan.ts'

export interface ImporterNeeds {
  readonly records: Pick<ShopRecords, 'readCatalogue' | 'importCatalogue'>
  readonly checkout: Pick<Checkout, 'readCatalogue'>
  readonly dataDir: string
  /** Hosts whose pictures are taken although they are not on the public internet: the shop's own. */
  readonly trustedHosts: readonly string[]
}

type Planned = Outcome<ImportPlan, 'SHOP_CANNOT' | ShopRefusal>

export interface Importer {
  /** Changes nothing. */
  preview(): Promise<Planned>
  /** Reads the shop anew and takes over what it has; answers with what has changed. Safe to repeat. */
  run(): Promise<Planned>
  /** The same for a catalogue that came by a file. */
  previewOf(read: ShopCatalogue): Promise<ImportPlan>
  runOf(read: ShopCatalogue): Promise<ImportPlan>
}

const PICTURES_TOGETHER = 4

export function createImporter({ records, checkout, dataDir, trustedHosts }: ImporterNeeds): Importer {
  async function previewOf(read: ShopCatalogue): Promise<ImportPlan> {
    const { products } = await records.readCatalogue()
    return planImport({ known: products, read, newId: () => `p_${randomBytes(9).toString('base64url')}` })
  }

  /** A picture may be anywhere on the internet, but not in the network this server stands in. */
  const get: typeof fetch = async (input, init) => {
    const { hostname, protocol } = new URL(String(input))
    if (protocol !== 'https:' && protocol !== 'http:') throw new Error('no web address')
    const isTrusted = trustedHosts.includes(hostname)
    const found = isTrusted ? [] : await lookup(hostname, { all: true })
    if (found.some(({ address }) => !isPublicAddress(address))) throw new Error('not a public address')
    return fetch(input, { ...init, redirect: isTrusted ? 'error' : 'manual' })
  }

  async function withPictures({ products, pictures }: ImportPlan) {
    const kept: Awaited<ReturnType<typeof withPicture>>[] = []
    const withPicture = async (product: ImportPlan['products'][number]) => {
      const url = pictures.get(product.id)
      return { ...product, picture: url === undefined ? null : await fetchPicture(url, dataDir, get) }
    }
    for (let i = 0; i < products.length; i += PICTURES_TOGETHER)
      kept.push(...(await Promise.all(products.slice(i, i + PICTURES_TOGETHER).map(withPicture))))
    return kept
  }

  async function runOf(read: ShopCatalogue): Promise<ImportPlan> {
    const plan = await previewOf(read)
    await records.importCatalogue(plan.currency, await withPictures(plan))
    return plan
  }

  async function from(take: (read: ShopCatalogue) => Promise<ImportPlan>): Promise<Planned> {
    const read = await checkout.readCatalogue()
    return read.ok ? grant(await take(read.value)) : read
  }

  return { preview: () => from(previewOf), run: () => from(runOf), previewOf, runOf }
}
