// What a process does about webhooks: takes the shop's, works them off, and brings its own to whoever wants them.
import type { Checkout, StockFact } from '../shops/checkout.ts'
import { type Failpoint, noFailpoint } from '../webhooks/failpoints.ts'
import { type MailSettings, type MailTiming, type Post, startMail, withHandoffs } from '../webhooks/startMail.ts'
import type { Clock } from '../kit/clock.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Log } from '../ops/log.ts'
import type { Metrics } from '../ops/metrics.ts'
import type { Mail } from '../store/mail.ts'

/** Tests say when this process dies, and how long others wait for what it was doing. */
export interface PostOptions {
  readonly failpoint?: Failpoint
  readonly mailTiming?: Partial<MailTiming>
}

export interface PostNeeds {
  readonly config: MailSettings
  readonly mail: Mail
  readonly ledger: Pick<Ledger, 'report'>
  /** What the shop says of its stock; false: it means nothing here. */
  readonly takeStock: (fact: StockFact) => Promise<boolean>
  readonly clock: Clock
  readonly log: Log
  readonly metrics: Pick<Metrics, 'countArrival' | 'countAttempt'>
  readonly changes: { listen(listener: () => void): void }
  readonly options: PostOptions
}

/** The checkout it answers writes its hand-offs down, where the shop can be asked about them. */
export async function openPost(needs: PostNeeds, shop: Checkout): Promise<{ checkout: Checkout; post: Post }> {
  const { config, mail, ledger, metrics, changes, options } = needs
  const checkout = withHandoffs(shop, mail, config.reconcileMs)
  const post = await startMail({
    ...needs,
    checkout,
    report: ledger.report,
    takeStock: needs.takeStock,
    failpoint: options.failpoint ?? noFailpoint,
    ...(options.mailTiming && { timing: options.mailTiming }),
    onArrival: metrics.countArrival,
    onAttempt: metrics.countAttempt,
  })
  changes.listen(post.nudge)
  return { checkout, post }
}

/** For the metrics. */
export async function readBacklogs({ inbox, relay }: Mail) {
  return { inbox: await inbox.backlog(), relay: await relay.backlog() }
}
