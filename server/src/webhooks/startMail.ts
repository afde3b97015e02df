// Puts together what is posted in both directions: the inbox and its worker, the reconciler, the relay, and their pruning.
import type { Clock } from '../kit/clock.ts'
import type { Log } from '../ops/log.ts'
import type { Mail } from '../store/mail.ts'
import type { Checkout, Delivery } from '../shops/checkout.ts'
import type { Failpoint } from './failpoints.ts'
import { createGuardedPost } from '../guard/guardedPost.ts'
import { readTarget } from '../guard/targets.ts'
import { createReconciler } from './inbox/reconciler.ts'
import { createTake, type TakeOutcome } from './inbox/take.ts'
import { createWorker, type NewsTakers } from './inbox/worker.ts'
import { createLoop, type Loop } from '../kit/loop.ts'
import { createRefunder } from '../shops/refunds/refunder.ts'
import { createRefusals, type Refusals } from './refused/refusals.ts'
import { createCourier } from './relay/courier.ts'
import { createWebhookDesk, OVERLAP_MS, SETTING_ENDPOINT, type WebhookDesk } from './relay/desk.ts'
import { createRelay } from './relay/relay.ts'

export interface MailSettings {
  /** Null: nobody is named by the environment. */
  readonly studioWebhookUrl: string | null
  readonly studioWebhookSecret: string | null
  readonly webhookScheduleMs: readonly number[]
  readonly webhookTimeoutMs: number
  readonly webhookAllowedHosts: readonly string[]
  readonly webhookKeepMs: number
  readonly reconcileMs: number
  readonly reconcileUntilMs: number
  readonly shopEndpointId: string
}

/** What tests set; in service the defaults. */
export interface MailTiming {
  /** Pause between two looks for work that nobody has told of. */
  readonly everyMs: number
  /** So long others wait for what a dead process was working on in the inbox. */
  readonly inboxLeaseMs: number
}

export interface MailNeeds {
  readonly config: MailSettings
  readonly mail: Mail
  readonly checkout: Checkout
  readonly report: NewsTakers['report']
  readonly takeStock: NewsTakers['takeStock']
  readonly clock: Clock
  readonly log: Log
  readonly failpoint: Failpoint
  readonly timing?: Partial<MailTiming>
  /** Called once for each arrival and attempt with what became of it. */
  readonly onArrival: (result: string) => void
  readonly onAttempt: (verdict: string) => void
}

export interface Post {
  /** See createTake. */
  take(delivery: Delivery): Promise<TakeOutcome>
  readonly desk: WebhookDesk
  /** A delivery was refused: staff are shown it, folded with its like. */
  noteRefused: Refusals['take']
  /** Those of all processes, of the last time first. */
  readRefused: Mail['refused']['list']
  /** Something was written into the event log. */
  nudge(): void
  /** What was begun is ended; the rest is taken up by whoever comes next. Idempotent. */
  close(): Promise<void>
}

const TIMING: MailTiming = { everyMs: 1000, inboxLeaseMs: 15_000 }
const RECONCILE_EVERY_MS = 5000
const REFUND_EVERY_MS = 5000
const PRUNE_EVERY_MS = 3_600_000
const PRUNED_TOGETHER = 500

export async function startMail(needs: MailNeeds): Promise<Post> {
  const timing = { ...TIMING, ...needs.timing }
  await nameEndpoint(needs)
  const relay = startRelay(needs, timing)
  const refusals = startRefusals(needs, timing)
  const inbox = startInbox(needs, timing, refusals)
  const pruner = startPruner(needs)
  const refunder = startRefunder(needs, timing)
  const onWork = () => {
    relay.nudge()
    inbox.nudge()
  }
  const { mail, checkout, failpoint, config } = needs
  const take = createTake({ checkout, inbox: mail.inbox, failpoint, onNew: inbox.nudge })
  return {
    take,
    desk: createWebhookDesk({ mail, allowedHosts: config.webhookAllowedHosts, onWork }),
    noteRefused: refusals.take,
    readRefused: mail.refused.list,
    nudge: relay.nudge,
    async close() {
      await Promise.all([relay, inbox, pruner, refunder].map((loop) => loop.close()))
      await refusals.close()
    },
  }
}

/** The environment's endpoint: made, brought up to date, or switched off where it is not named any more. */
async function nameEndpoint({ config, mail: { relay }, log }: MailNeeds): Promise<void> {
  const { studioWebhookUrl: url, studioWebhookSecret: secret } = config
  const known = await relay.findEndpoint(SETTING_ENDPOINT)
  if (url === null || secret === null) {
    if (known !== null) await relay.switchEndpoint(SETTING_ENDPOINT, false, 'setting')
    return
  }
  if (readTarget(url, config.webhookAllowedHosts) === null)
    log.warn({ url }, 'STUDIO_WEBHOOK_URL is not a public address: it needs WEBHOOK_ALLOWED_HOSTS')
  await relay.saveEndpoint({ id: SETTING_ENDPOINT, url, secret, types: known?.types ?? [] }, OVERLAP_MS)
}

function startRelay({ config, mail, clock, log, failpoint, onAttempt }: MailNeeds, { everyMs }: MailTiming): Loop {
  const { webhookTimeoutMs: timeoutMs, webhookAllowedHosts: allowedHosts, webhookScheduleMs: scheduleMs } = config
  const ending = new AbortController()
  const post = createGuardedPost({ allowedHosts, timeoutMs, signal: ending.signal })
  const bring = createCourier({ post, clock, scheduleMs, chance: Math.random, onAttempt })
  const abort = () => ending.abort()
  return createRelay({ box: mail.relay, bring, failpoint, log, abort, timeoutMs, everyMs })
}

/** The worker, and beside it the reconciler where the shop can be asked. */
function startInbox(needs: MailNeeds, timing: MailTiming, refusals: Refusals): Loop {
  const { config, mail, checkout, report, takeStock, log, failpoint } = needs
  const reconciler = checkout.answers.tellsOrders
    ? createReconciler({
        checkout,
        handoffs: mail.handoffs,
        inbox: mail.inbox,
        log,
        onNew: () => worker.nudge(),
        firstInMs: config.reconcileMs,
        untilMs: config.reconcileUntilMs,
        everyMs: Math.min(RECONCILE_EVERY_MS, config.reconcileMs),
      })
    : null
  const askAbout: NewsTakers['askAbout'] = async (orderId) => {
    if (reconciler === null || !(await mail.handoffs.reopen(orderId))) return false
    reconciler.nudge()
    return true
  }
  const worker = createWorker({
    inbox: mail.inbox,
    takers: { report, takeStock, askAbout },
    failpoint,
    log,
    onRefused: refusals.takeNews,
    onResult: needs.onArrival,
    leaseMs: timing.inboxLeaseMs,
    everyMs: timing.everyMs,
  })
  return { nudge: worker.nudge, close: async () => void (await Promise.all([worker.close(), reconciler?.close()])) }
}

function startRefusals({ config, mail, clock, log }: MailNeeds, { everyMs }: MailTiming): Refusals {
  const { shopEndpointId } = config
  return createRefusals({ records: mail.refused, clock, log, shopEndpointId, everyMs })
}

function startRefunder({ mail: { refunds }, checkout, log }: MailNeeds, { everyMs }: MailTiming): Loop {
  return createRefunder({ checkout, refunds, log, everyMs: Math.min(REFUND_EVERY_MS, 2 * everyMs) })
}

/** Old rows go in small pieces, so that nobody waits for them. */
function startPruner({ config, mail, clock, log }: MailNeeds): Loop {
  const turn = async () => {
    const before = clock() - config.webhookKeepMs
    const pruned = await Promise.all([
      mail.inbox.prune(before, PRUNED_TOGETHER),
      mail.relay.prune(before, PRUNED_TOGETHER),
    ])
    await mail.refused.prune(before)
    return pruned.some((rows) => rows >= PRUNED_TOGETHER)
  }
  return createLoop({
    everyMs: PRUNE_EVERY_MS,
    turn,
    onError: (err) => log.error({ err }, 'old deliveries not removed; trying again'),
  })
}

/** Where the shop can be asked how a hand-off went, each one that is made is written down. */
export function withHandoffs(checkout: Checkout, { handoffs }: Mail, firstInMs: number): Checkout {
  if (!checkout.answers.tellsOrders) return checkout
  return {
    ...checkout,
    async linkTo(hold, visit) {
      const link = await checkout.linkTo(hold, visit)
      if (link.ok) await handoffs.open({ holdId: hold.id, showId: hold.showId, firstInMs })
      return link
    },
  }
}
