// What a process does about its shop: the way there, codes that end with their holds, stock that is kept apart.
import { StaffId } from '@lantern/shared/contract/ids.ts'
import { createCheckout, type CheckoutSettings } from '../shops/createCheckout.ts'
import type { Checkout, StockFact } from '../shops/checkout.ts'
import { createHandoffFailures } from '../shops/handoff/handoffFailures.ts'
import { type LeavingNeeds, startCodeEnder, withLeaving } from '../shops/handoff/leaving.ts'
import { createShopAdmin, type ShopAdmin } from '../shops/shopAdmin.ts'
import { startRefreshing } from '../shops/catalogue/refresher.ts'
import { withSameMoney } from '../shops/handoff/sameMoney.ts'
import { startFences } from '../shops/stock/fences.ts'
import { createMirror } from '../shops/stock/mirror.ts'
import { startOldFences } from '../shops/stock/oldFences.ts'
import { startWebhookKeeper } from '../shops/webhookKeeper.ts'
import type { Clock } from '../kit/clock.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Log } from '../ops/log.ts'
import type { ShopRecords } from '../shops/records/shopRecords.ts'
import type { Store } from '../records/store.ts'

export interface ShopNeeds {
  readonly config: CheckoutSettings & {
    readonly dataDir: string
    readonly publicUrl: string | null
    readonly catalogueRefreshMs: number
  }
  readonly store: Pick<Store, 'secret'>
  readonly records: ShopRecords
  readonly ledger: Pick<Ledger, 'report' | 'findForHandoff' | 'changeOffer'>
  readonly clock: Clock
  readonly log: Log
  /** How a way to the shop that was asked for came out: `ok`, or the code. */
  readonly countHandoff: (result: string) => void
}

export interface OpenShop {
  readonly checkout: Checkout
  readonly admin: ShopAdmin
  /** False: it means nothing here. */
  takeStock(fact: StockFact): Promise<boolean>
  /** Idempotent. */
  close(): Promise<void>
}

/** In the event log changes of allotments carry the shop's name. */
const BY_SHOP = StaffId.parse('shop')

export async function openShop(needs: ShopNeeds): Promise<OpenShop> {
  const { records, ledger, config, log } = needs
  const bare = await createCheckout(needs)
  const fences = startFences({ records, checkout: bare, log })
  const failures = createHandoffFailures(needs)
  const leaving: LeavingNeeds = {
    ...needs,
    fences,
    onHandoff: failures.take,
    endpointId: config.shopEndpointId,
    report: ledger.report,
    findHold: ledger.findForHandoff,
  }
  const checkout = withLeaving(withSameMoney(bare, records), leaving)
  const admin = createShopAdmin({ checkout, records, config, clock: needs.clock })
  const loops = [
    startCodeEnder(bare, leaving),
    fences,
    startOldFences({ records, checkout: bare, log }),
    startWebhookKeeper({ checkout, config, log }),
    checkout.answers.readsCatalogue
      ? startRefreshing({ records, refresher: admin.changes, everyMs: config.catalogueRefreshMs, log })
      : null,
  ]
  const setAllotted = (offer: Parameters<Parameters<typeof createMirror>[0]['setAllotted']>[0]) =>
    ledger.changeOffer({ ...offer, by: BY_SHOP })
  const mirrored = createMirror({ records, readStock: checkout.readStock, setAllotted, log })
  return {
    checkout,
    admin,
    takeStock: (fact) => (checkout.answers.stock === 'mirrored' ? mirrored(fact) : Promise.resolve(false)),
    close: async () => void (await Promise.all(loops.flatMap((loop) => loop?.close() ?? []))),
  }
}
