// What staff ask about the shop: its answers, its stock, a try of its settings, an import.
import type { FileProblems } from '@lantern/shared/contract/productFile.ts'
import { type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { HandoffFailure, ImportReport, Shortfall, ShopStatus } from '@lantern/shared/contract/shop.ts'
import type { ShopRecords } from './records/shopRecords.ts'
import type { Checkout, ShopRefusal } from './checkout.ts'
import { readCsv } from './catalogue/csv.ts'
import { createImporter, type Imported } from './catalogue/importer.ts'
import { createRefresher, type Refresher } from './catalogue/refresher.ts'
import type { Clock } from '../kit/clock.ts'
import type { ShopCatalogue } from './catalogue/catalogue.ts'
import { createFetchPicture, type FetchPicture } from './catalogue/pictures.ts'
import { createShopActs, type ShopActs, type ShopActsNeeds } from './handoff/shopActs.ts'
import { createShortfalls } from './stock/shortfalls.ts'

/** Held in memory whole: the caller bounds it. */
export interface ProductFile {
  readonly bytes: Uint8Array
  readonly currency: string
}

type Reported = Outcome<ImportReport, 'SHOP_CANNOT' | 'CURRENCY_CHANGED' | ShopRefusal>

type FileReported = Outcome<ImportReport, 'FILE_REFUSED'>

export interface ShopAdmin {
  status(): Promise<ShopStatus>
  /** What is held in live shows and is not in the shop, as of now. */
  readShortfalls(): Promise<readonly Shortfall[]>
  /** Buyers who could not be taken to the shop lately. */
  readFailures(): Promise<readonly HandoffFailure[]>
  readDetails: ShopRecords['readDetails']
  /** Tries the settings without changing anything. */
  test(): Promise<Outcome<null, ShopRefusal>>
  /** What an import would change. */
  preview(): Promise<Reported>
  /** Takes over what the shop has; safe to repeat. `agreed`: the other currency that staff want it in. */
  import(agreed?: string): Promise<Reported>
  /** What staff do about a failed hand-off, or a payment that differs. */
  readonly acts: ShopActs
  /** What a refresh finds. */
  readonly changes: Refresher
  /** The same for a CSV file; FILE_REFUSED names its lines. */
  previewFile(file: ProductFile): Promise<FileReported>
  importFile(file: ProductFile): Promise<FileReported>
}

export interface ShopAdminNeeds {
  readonly checkout: Pick<Checkout, 'answers' | 'test' | 'readCatalogue'>
  readonly records: ShopRecords
  readonly ledger: ShopActsNeeds['ledger']
  readonly clock: Clock
  /** Of the shop in use, those that a picture may be at in the network this server stands in. */
  readonly hosts: () => readonly string[]
  readonly config: { readonly dataDir: string }
}

function toReport({ withoutPicture, ...plan }: Imported): ImportReport {
  const { currency, added, repriced, vanished, skipped, doubted, unchanged } = plan
  return {
    currency,
    added: [...added],
    repriced: [...repriced],
    vanished: [...vanished],
    skipped: [...skipped],
    doubted: [...doubted],
    withoutPicture: [...withoutPicture],
    unchanged,
  }
}

/** More would not be read. */
const MOST_PROBLEMS = 20

function fileReader(take: (read: ShopCatalogue) => Promise<Imported>) {
  return async ({ bytes, currency }: ProductFile): Promise<FileReported> => {
    const read = await readCsv(bytes, currency)
    if (read.ok) return { ok: true, value: toReport(await take(read.catalogue)) }
    const problems = read.problems.slice(0, MOST_PROBLEMS)
    const detail: FileProblems = { problems, more: read.problems.length - problems.length }
    return refuse('FILE_REFUSED', { detail })
  }
}

export function createShopAdmin(needs: ShopAdminNeeds): ShopAdmin {
  const { checkout, records, ledger, hosts, config, clock } = needs
  const { dataDir } = config
  const fetchPicture: FetchPicture = (url) => createFetchPicture({ dataDir, allowedHosts: hosts() })(url)
  const importer = createImporter({ records, checkout, fetchPicture, clock })
  const readShortfalls = createShortfalls({ records, stock: () => checkout.answers.stock })
  const report = async (planned: ReturnType<typeof importer.preview>): Promise<Reported> => {
    const outcome = await planned
    return outcome.ok ? { ok: true, value: toReport(outcome.value) } : outcome
  }

  return {
    async status() {
      const [{ currency, products }, short] = await Promise.all([records.readCatalogue(), readShortfalls()])
      const vanished = products.flatMap(({ title, variants }) =>
        variants.filter(({ available }) => !available).map(({ sku }) => ({ product: title, sku })),
      )
      return {
        currency,
        answers: checkout.answers,
        short: [...short],
        vanished,
      }
    },
    readShortfalls,
    readFailures: () => records.readFailures(),
    readDetails: (showId, productId) => records.readDetails(showId, productId),
    test: checkout.test,
    preview: () => report(importer.preview()),
    import: (agreed) => report(importer.run(agreed)),
    acts: createShopActs({ records, ledger }),
    changes: createRefresher({ records, checkout, fetchPicture, clock }),
    previewFile: fileReader(importer.previewOf),
    importFile: fileReader(importer.runOf),
  }
}
