// What a process does about its shop: the way there, codes that end with their holds, stock that is kept apart.
import { StaffId } from '@lantern/shared/contract/ids.ts'
import type { CatalogueHint, Checkout, StockFact } from '../shops/checkout.ts'
import type { Connections } from '../shops/connect/connections.ts'
import { createConnections } from '../shops/connect/createConnections.ts'
import { createLiveShops, type LiveShop, type LiveShops } from '../shops/connect/liveShops.ts'
import { createSecretKeys, type SecretKeySettings } from '../shops/connect/secretKeys.ts'
import { startFormerFences } from '../shops/connect/formerFences.ts'
import { createSwitchedCheckout } from '../shops/connect/switchedCheckout.ts'
import type { FixedSettings } from '../shops/connect/values.ts'
import { createHandoffFailures } from '../shops/handoff/handoffFailures.ts'
import { type LeavingNeeds, startCodeEnder, withLeaving } from '../shops/handoff/leaving.ts'
import { createShopAdmin, type ShopAdmin } from '../shops/shopAdmin.ts'
import { createTakeHint } from '../shops/catalogue/takeHint.ts'
import { startRefreshing } from '../shops/catalogue/refresher.ts'
import { withSameMoney } from '../shops/handoff/sameMoney.ts'
import { startFences } from '../shops/stock/fences.ts'
import { createMirror } from '../shops/stock/mirror.ts'
import { startOldFences } from '../shops/stock/oldFences.ts'
import { startWebhookKeeper } from '../shops/webhookKeeper.ts'
import type { Clock } from '../kit/clock.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Log } from '../ops/log.ts'
import type { ConnectionRecords } from '../shops/records/connectionRecords.ts'
import type { ShopRecords } from '../shops/records/shopRecords.ts'
import type { Store } from '../records/store.ts'
import { BY_ENVIRONMENT } from '../shops/records/connections.ts'
import { readConnection } from '../settings/connection.ts'
import { shopHosts } from '../shops/shopAddresses.ts'
import type { WebhookRecords } from '../webhooks/records/webhookRecords.ts'

interface OpenShopSettings {
  readonly webhookAllowedHosts: readonly string[]
  readonly publicUrl: string | null
  readonly port: number
  readonly catalogueRefreshMs: number
}

export interface ShopNeeds {
  readonly config: FixedSettings & SecretKeySettings & OpenShopSettings
  readonly store: Pick<Store, 'secret' | 'listShows'>
  readonly records: ShopRecords
  readonly connectionRecords: ConnectionRecords
  readonly webhookRecords: Pick<WebhookRecords, 'inbox' | 'refused'>
  readonly ledger: Pick<Ledger, 'report' | 'findForHandoff' | 'changeOffer' | 'change' | 'place' | 'settleOrder'>
  readonly clock: Clock
  readonly log: Log
  /** How a way to the shop that was asked for came out: `ok`, or the code. */
  readonly countHandoff: (result: string) => void
}

export interface OpenShop {
  readonly checkout: Checkout
  readonly admin: ShopAdmin
  readonly connections: Connections
  /** The one that is sold by now; null: none. */
  current(): LiveShop | null
  /** Why the one that was connected cannot be opened. */
  keyProblem: LiveShops['keyProblem']
  /** Whether a shop is to post to it. */
  isEndpoint(endpointId: string): boolean
  /** False: it means nothing here. */
  takeStock(fact: StockFact): Promise<boolean>
  /** False: it is said by another shop than the one that is sold. */
  takeCatalogue(hint: CatalogueHint): Promise<boolean>
  /** Idempotent. */
  close(): Promise<void>
}

/** In the event log changes of allotments carry the shop's name. */
const BY_SHOP = StaffId.parse('shop')

/** What reached an endpoint since then. */
function createHear({ inbox, refused }: ShopNeeds['webhookRecords']) {
  return async (endpointId: string, since: number) => {
    const [at, list] = await Promise.all([inbox.heardAt({ endpointId, since }), refused.list()])
    const turnedAway = list.find((one) => one.endpointId === endpointId && one.lastAt >= since)
    return { at, refusedBy: turnedAway?.reason ?? null }
  }
}

async function openConnections(needs: ShopNeeds) {
  const { config, connectionRecords, webhookRecords, records, store, log } = needs
  const { webhookAllowedHosts: allowedHosts, publicUrl, port } = config
  const keys = createSecretKeys(config)
  const of = { fixed: config, keys, allowedHosts, readSettings: readConnection }
  const live = await createLiveShops({ ...needs, ...of, records: connectionRecords })
  const checkout = createSwitchedCheckout({ live, records: connectionRecords })
  /** The environment's own shop may be in our network. */
  const hosts = () => (live.current()?.id === BY_ENVIRONMENT ? shopHosts(config) : allowedHosts)
  const admin = createShopAdmin({ ...needs, checkout, hosts })
  const connections = createConnections({
    ...needs,
    ...of,
    live,
    records: connectionRecords,
    shopRecords: records,
    hasShows: async () => (await store.listShows()).some(({ phase }) => phase !== 'ended'),
    hear: createHear(webhookRecords),
    baseUrl: publicUrl ?? `http://localhost:${port}`,
    onUse: () => void fetchPictures(admin, log),
  })
  return { live, checkout, admin, connections, former: startFormerFences({ live, records: connectionRecords, log }) }
}

/** Products are there at once, their pictures as they come. */
async function fetchPictures(admin: Pick<ShopAdmin, 'import' | 'changes'>, log: Log): Promise<void> {
  try {
    await admin.changes.read()
    await admin.import()
  } catch (err) {
    log.warn({ err }, 'pictures of the shop in use were not fetched')
  }
}

/** Messages of another shop say nothing of the stock that is sold here. */
function takesStockOf(live: LiveShops, { endpointId }: StockFact): boolean {
  const shop = live.current()
  return shop?.settings.shopEndpointId === endpointId && shop.checkout.answers.stock === 'mirrored'
}

export async function openShop(needs: ShopNeeds): Promise<OpenShop> {
  const { records, ledger, config, log } = needs
  const { live, checkout: bare, admin, connections, former } = await openConnections(needs)
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
  // A shop without a list to read is not asked for it.
  const claimRefresh: ShopRecords['claimRefresh'] = (wish) =>
    checkout.answers.readsCatalogue ? records.claimRefresh(wish) : Promise.resolve(null)
  const loops = [
    startCodeEnder(bare, leaving),
    fences,
    startOldFences({ records, checkout: bare, log }),
    startWebhookKeeper({ checkout, config, log }),
    startRefreshing({ records: { claimRefresh }, refresher: admin.changes, everyMs: config.catalogueRefreshMs, log }),
    former,
    { close: () => admin.changes.stop() },
  ]
  const setAllotted = (offer: Parameters<Parameters<typeof createMirror>[0]['setAllotted']>[0]) =>
    ledger.changeOffer({ ...offer, by: BY_SHOP, isOfShop: true })
  const mirrored = createMirror({ records, readStock: checkout.readStock, setAllotted, log })
  return {
    checkout,
    admin,
    connections,
    current: live.current,
    keyProblem: live.keyProblem,
    isEndpoint: (endpointId) => live.all().some(({ settings }) => settings.shopEndpointId === endpointId),
    async takeStock(fact) {
      // Shopify and WooCommerce send it on every change of a product, not of its stock alone.
      if (checkout.answers.readsCatalogue) await records.markNewer()
      return takesStockOf(live, fact) && mirrored(fact)
    },
    takeCatalogue: createTakeHint({ records, endpointId: () => live.current()?.settings.shopEndpointId }),
    async close() {
      await Promise.all(loops.flatMap((loop) => loop?.close() ?? []))
      await live.close()
    },
  }
}
