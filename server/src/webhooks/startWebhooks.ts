// Puts webhooks of both directions together: the inbox and its worker, the reconciler, the relay, and their pruning.
import type { Clock } from '../kit/clock.ts'
import type { Log } from '../ops/log.ts'
import type { WebhookRecords } from './records/webhookRecords.ts'
import type { Checkout } from '../shops/checkout.ts'
import { readMessages } from './journal.ts'
import { checkoutOver } from '../shops/checkoutOver.ts'
import type { Failpoint } from './failpoints.ts'
import { createGuardedPost } from '../guard/guardedPost.ts'
import { readTarget } from '../guard/targets.ts'
import { createReconciler } from './inbox/reconciler.ts'
import { createTake } from './inbox/take.ts'
import { createWorker, type NewsTakers } from './inbox/worker.ts'
import { createLoop, type Loop } from '../kit/loop.ts'
import { holdsOf } from '../shops/handoff/basket.ts'
import { createRefunder } from '../shops/refunds/refunder.ts'
import { createRefusals, type Refusals } from './refused/refusals.ts'
import { createSender } from './relay/sender.ts'
import { createWebhookAdmin, OVERLAP_MS, SETTING_ENDPOINT } from './relay/webhookAdmin.ts'
import { createRelay } from './relay/relay.ts'
import type { Webhooks } from './webhooks.ts'

export interface WebhookSettings {
  /** Null: nobody is named by the environment. */
  readonly studioWebhookUrl: string | null
  readonly studioWebhookSecret: string | null
  readonly webhookScheduleMs: readonly number[]
  readonly webhookTimeoutMs: number
  readonly webhookAllowedHosts: readonly string[]
  readonly webhookKeepMs: number
  readonly reconcileMs: number
  readonly reconcileUntilMs: number
}

/** What tests set; in service the defaults. */
export interface WebhookTiming {
  /** Pause between two looks for work that nobody has told of. */
  readonly everyMs: number
  /** So long others wait for what a dead process was working on in the inbox. */
  readonly inboxLeaseMs: number
}

export interface WebhookNeeds {
  readonly config: WebhookSettings
  readonly webhookRecords: WebhookRecords
  readonly checkout: Checkout
  readonly report: NewsTakers['report']
  readonly takeStock: NewsTakers['takeStock']
  readonly takeCatalogue: NewsTakers['takeCatalogue']
  /** Whether a shop is to post to it. */
  readonly isEndpoint: (endpointId: string) => boolean
  readonly clock: Clock
  readonly log: Log
  readonly failpoint: Failpoint
  readonly timing?: Partial<WebhookTiming>
  /** Called once for each arrival and attempt with what became of it. */
  readonly onArrival: (result: string) => void
  readonly onAttempt: (verdict: string) => void
}

const TIMING: WebhookTiming = { everyMs: 1000, inboxLeaseMs: 15_000 }
const RECONCILE_EVERY_MS = 5000
const REFUND_EVERY_MS = 5000
const PRUNE_EVERY_MS = 3_600_000
const PRUNED_TOGETHER = 500

export async function startWebhooks(needs: WebhookNeeds): Promise<Webhooks> {
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
  const { webhookRecords, checkout, failpoint, config } = needs
  const take = createTake({ checkout, inbox: webhookRecords.inbox, failpoint, onNew: inbox.nudge })
  return {
    take,
    admin: createWebhookAdmin({ webhookRecords, allowedHosts: config.webhookAllowedHosts, onWork }),
    noteRefused: refusals.take,
    readRefused: webhookRecords.refused.list,
    readMessages: () => readMessages(webhookRecords, needs.clock()),
    nudge: relay.nudge,
    async close() {
      await Promise.all([relay, inbox, pruner, refunder].map((loop) => loop.close()))
      await refusals.close()
    },
  }
}

/** The environment's endpoint: made, brought up to date, or switched off where it is not named any more. */
async function nameEndpoint({ config, webhookRecords: { relay }, log }: WebhookNeeds): Promise<void> {
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

function startRelay(
  { config, webhookRecords, clock, log, failpoint, onAttempt }: WebhookNeeds,
  { everyMs }: WebhookTiming,
): Loop {
  const { webhookTimeoutMs: timeoutMs, webhookAllowedHosts: allowedHosts, webhookScheduleMs: scheduleMs } = config
  const ending = new AbortController()
  const post = createGuardedPost({ allowedHosts, timeoutMs, signal: ending.signal })
  const send = createSender({ post, clock, scheduleMs, chance: Math.random, onAttempt })
  const abort = () => ending.abort()
  return createRelay({ box: webhookRecords.relay, send, failpoint, log, abort, timeoutMs, everyMs })
}

/** The worker, and beside it the reconciler: it has something to ask where the shop of a hand-off can be asked. */
function startInbox(needs: WebhookNeeds, timing: WebhookTiming, refusals: Refusals): Loop {
  const { config, webhookRecords, checkout, report, takeStock, takeCatalogue, log, failpoint } = needs
  const reconciler = createReconciler({
    checkout,
    handoffs: webhookRecords.handoffs,
    inbox: webhookRecords.inbox,
    log,
    onNew: () => worker.nudge(),
    firstInMs: config.reconcileMs,
    untilMs: config.reconcileUntilMs,
    everyMs: Math.min(RECONCILE_EVERY_MS, config.reconcileMs),
  })
  const askAbout: NewsTakers['askAbout'] = async (orderId) => {
    if (!(await webhookRecords.handoffs.reopen(orderId))) return false
    reconciler.nudge()
    return true
  }
  const worker = createWorker({
    inbox: webhookRecords.inbox,
    takers: { report, takeStock, takeCatalogue, askAbout },
    failpoint,
    log,
    onRefused: refusals.takeNews,
    onResult: needs.onArrival,
    leaseMs: timing.inboxLeaseMs,
    everyMs: timing.everyMs,
  })
  return { nudge: worker.nudge, close: async () => void (await Promise.all([worker.close(), reconciler.close()])) }
}

function startRefusals({ isEndpoint, webhookRecords, clock, log }: WebhookNeeds, { everyMs }: WebhookTiming): Refusals {
  return createRefusals({ records: webhookRecords.refused, clock, log, isEndpoint, everyMs })
}

function startRefunder({ webhookRecords: { refunds }, checkout, log }: WebhookNeeds, { everyMs }: WebhookTiming): Loop {
  return createRefunder({ checkout, refunds, log, everyMs: Math.min(REFUND_EVERY_MS, 2 * everyMs) })
}

/** Old rows go in small pieces, so that nobody waits for them. */
function startPruner({ config, webhookRecords, clock, log }: WebhookNeeds): Loop {
  const turn = async () => {
    const before = clock() - config.webhookKeepMs
    const pruned = await Promise.all([
      webhookRecords.inbox.prune(before, PRUNED_TOGETHER),
      webhookRecords.relay.prune(before, PRUNED_TOGETHER),
    ])
    await webhookRecords.refused.prune(before)
    return pruned.some((rows) => rows >= PRUNED_TOGETHER)
  }
  return createLoop({
    everyMs: PRUNE_EVERY_MS,
    turn,
    onError: (err) => log.error({ err }, 'old deliveries not removed; trying again'),
  })
}

/** Where the shop can be asked how a hand-off went, each one that is made is written down. */
export function withHandoffs(checkout: Checkout, { handoffs }: WebhookRecords, firstInMs: number): Checkout {
  return checkoutOver(checkout, {
    async linkTo(hold, visit) {
      const link = await checkout.linkTo(hold, visit)
      if (link.ok && checkout.answers.tellsOrders)
        await Promise.all(holdsOf(hold).map(({ id, showId }) => handoffs.open({ holdId: id, showId, firstInMs })))
      return link
    },
  })
}
