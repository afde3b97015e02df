// What staff ask about the shop: its answers, its stock, a try of its settings, an import.
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { ImportReport, Shortfall, ShopStatus } from '@lantern/shared/contract/shop.ts'
import type { ShopRecords } from '../store/shopRecords.ts'
import type { Checkout, ShopRefusal } from './checkout.ts'
import { createImporter } from './catalogue/importer.ts'
import type { ImportPlan } from './catalogue/plan.ts'
import { createShortfalls } from './stock/shortfalls.ts'

type Reported = Outcome<ImportReport, 'SHOP_CANNOT' | ShopRefusal>

export interface ShopDesk {
  status(): Promise<ShopStatus>
  /** What is held in live shows and is not in the shop, as of now. */
  readShort(): Promise<readonly Shortfall[]>
  /** Tries the settings without changing anything. */
  test(): Promise<Outcome<null, ShopRefusal>>
  /** What an import would change. */
  preview(): Promise<Reported>
  /** Takes over what the shop has; safe to repeat. */
  import(): Promise<Reported>
}

export interface ShopDeskNeeds {
  readonly checkout: Pick<Checkout, 'answers' | 'test' | 'readCatalogue'>
  readonly records: Pick<ShopRecords, 'readCatalogue' | 'importCatalogue' | 'readStock' | 'liveOffers'>
  readonly config: { readonly dataDir: string; readonly shopInternalUrl: string }
}

function toReport({ currency, added, repriced, vanished, skipped, unchanged }: ImportPlan): ImportReport {
  return {
    currency,
    added: [...added],
    repriced: [...repriced],
    vanished: [...vanished],
    skipped: [...skipped],
    unchanged,
  }
}

export function createShopDesk({ checkout, records, config }: ShopDeskNeeds): ShopDesk {
  const trustedHosts = [new URL(config.shopInternalUrl).hostname]
  const importer = createImporter({ records, checkout, dataDir: config.dataDir, trustedHosts })
  const readShort = createShortfalls({ records, stock: checkout.answers.stock })
  const report = async (planned: ReturnType<typeof importer.preview>): Promise<Reported> => {
    const outcome = await planned
    return outcome.ok ? { ok: true, value: toReport(outcome.value) } : outcome
  }

  return {
    async status() {
      const [{ products }, short] = await Promise.all([records.readCatalogue(), readShort()])
      const vanished = products.flatMap(({ title, variants }) =>
        variants.filter(({ available }) => !available).map(({ sku }) => ({ product: title, sku })),
      )
      return {
        answers: checkout.answers,
        short: [...short],
        vanished,
      }
    },
    readShort,
    test: checkout.test,
    preview: () => report(importer.preview()),
    import: () => report(importer.run()),
  }
}
