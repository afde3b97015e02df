// What a process does about webhooks: takes the shop's, works them off, and brings its own to whoever wants them.
import type { CatalogueHint, Checkout, StockFact } from '../shops/checkout.ts'
import { type Failpoint, noFailpoint } from '../webhooks/failpoints.ts'
import { type WebhookSettings, type WebhookTiming, startWebhooks, withHandoffs } from '../webhooks/startWebhooks.ts'
import type { Webhooks } from '../webhooks/webhooks.ts'
import type { Clock } from '../kit/clock.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Log } from '../ops/log.ts'
import type { Metrics } from '../ops/metrics.ts'
import type { WebhookRecords } from '../webhooks/records/webhookRecords.ts'

/** Tests say when this process dies, and how long others wait for what it was doing. */
export interface WebhookOptions {
  readonly failpoint?: Failpoint
  readonly webhookTiming?: Partial<WebhookTiming>
}

export interface OpenWebhooksNeeds {
  readonly config: WebhookSettings
  readonly webhookRecords: WebhookRecords
  readonly ledger: Pick<Ledger, 'report'>
  /** What the shop says of its stock; false: it means nothing here. */
  readonly takeStock: (fact: StockFact) => Promise<boolean>
  /** What the shop says of its list of products; false: it means nothing here. */
  readonly takeCatalogue: (hint: CatalogueHint) => Promise<boolean>
  /** Whether a shop is to post to it. */
  readonly isEndpoint: (endpointId: string) => boolean
  readonly clock: Clock
  readonly log: Log
  readonly metrics: Pick<Metrics, 'countArrival' | 'countAttempt'>
  readonly changes: { listen(listener: () => void): void }
  readonly options: WebhookOptions
}

/** The checkout it answers writes its hand-offs down, where the shop can be asked about them. */
export async function openWebhooks(
  needs: OpenWebhooksNeeds,
  shop: Checkout,
): Promise<{ checkout: Checkout; webhooks: Webhooks }> {
  const { config, webhookRecords, ledger, metrics, changes, options } = needs
  const checkout = withHandoffs(shop, webhookRecords, config.reconcileMs)
  const webhooks = await startWebhooks({
    ...needs,
    checkout,
    report: ledger.report,
    takeStock: needs.takeStock,
    failpoint: options.failpoint ?? noFailpoint,
    ...(options.webhookTiming && { timing: options.webhookTiming }),
    onArrival: metrics.countArrival,
    onAttempt: metrics.countAttempt,
  })
  changes.listen(webhooks.nudge)
  return { checkout, webhooks }
}

/** For the metrics. */
export async function readBacklogs({ inbox, relay }: WebhookRecords) {
  return { inbox: await inbox.backlog(), relay: await relay.backlog() }
}
