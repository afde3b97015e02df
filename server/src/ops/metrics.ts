// The numbers that ops watch: every metric by name, in a registry of its own per app.
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'

export type FirstFramePart = 'join' | 'subscribe' | 'connect' | 'first_frame'

/** What is read when Prometheus asks. */
export interface Readings {
  openHolds(): Promise<number>
  waiting(): Promise<number>
  viewers(): number
  sockets(): number
  /** Days until the certificate of https ends; null: nobody else vouches for it. */
  certificateDays(): number | null
  /** Units held in live shows that the shop does not have. */
  shortfall(): Promise<number>
  webhooks(): Promise<{ readonly inbox: Backlog; readonly relay: Backlog }>
  subscriptions(): Promise<readonly SubscriptionLag[]>
  plays(): Promise<PlayFigures>
}

/** How far one who reads the log on is behind. */
interface SubscriptionLag {
  readonly name: string
  readonly facts: number
  readonly oldestMs: number
  readonly stuck: number
}

/** Of activities and what they granted, by kind and state. */
export interface PlayFigures {
  readonly activities: readonly { kind: string; state: string; n: number; entries: number }[]
  readonly rewards: readonly { kind: string; state: string; n: number }[]
  /** For how long the draw that waits longest could have been drawn; 0: none waits. */
  readonly drawWaitsMs: number
}

/** What waits of what is posted, in one direction. */
interface Backlog {
  readonly waiting: number
  readonly oldestMs: number
}

export type PickupSaid = 'arrived' | 'handed' | 'late' | 'conflict' | 'refused'

export interface Metrics {
  /** The text of `/metrics`. */
  text(): Promise<string>
  /** Says where gauges are read from. */
  readFrom(readings: Readings): void
  countCommand(command: { name: string; result: string; seconds: number }): void
  countHold(result: string): void
  /** A hold refused without asking the ledger. */
  countGateRefusal(code: string): void
  countRefusedFrame(
    reason: 'malformed' | 'binary' | 'unknown' | 'no_ack' | 'not_allowed' | 'origin' | 'connection',
  ): void
  /** A socket dropped because too much waited for it. */
  countSlowSocket(): void
  /** Comments that viewers were not shown, since nobody could have read so many. */
  countSampledComments(count: number): void
  countWorkerDeath(): void
  /** What a shop has posted, by what was answered or the inbox said. */
  countArrival(result: string): void
  /** A buyer's way to the shop that was asked for, by how it came out. */
  countHandoff(result: string): void
  /** What a group's leader has said at the pick-up point: `arrived`, `handed`, `late` (without a line, and told later), `conflict`, `refused`. */
  countPickup(what: PickupSaid): void
  /** Rows that were thrown away, or lost what they said of somebody, since they were too old. */
  countSwept(kind: string, rows: number): void
  /** An attempt to bring a webhook, by what came of it. */
  countAttempt(verdict: string): void
  /** A fact that a subscription could not take. */
  countStuck(subscription: string): void
  countRedisDrop(): void
  observeFirstFrame(part: FirstFramePart, seconds: number): void
  /** Whether the database can be written. */
  setWritable(is: boolean): void
  setDrift(units: number): void
  setOversold(units: number): void
  setRedisUp(up: boolean): void
  close(): void
}

const COMMAND_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]
const FRAME_SECONDS = [0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 1.5, 2, 3, 5, 10, 30]

function counterIn(registry: Registry) {
  return (name: string, help: string, labelNames: string[] = []) =>
    new Counter({ name, help, labelNames, registers: [registry] })
}

function gauge(registry: Registry, name: string, help: string) {
  return new Gauge({ name, help, registers: [registry] })
}

function createCounters(registry: Registry) {
  const counter = counterIn(registry)
  return {
    holds: counter('lantern_holds_total', 'Answers to hold:place by result.', ['result']),
    commands: counter('lantern_commands_total', 'Commands by name and result.', ['command', 'result']),
    refused: counter('lantern_refused_frames_total', 'Messages refused at the edge.', ['reason']),
    slow: counter('lantern_slow_sockets_total', 'Sockets dropped because too much waited for them.'),
    sampled: counter('lantern_comments_sampled_total', 'Comments stored but not shown to viewers: too many at once.'),
    arrivals: counter('lantern_shop_events_total', 'What shops have posted, by what became of it.', ['result']),
    handoffs: counter('lantern_handoffs_total', 'Ways to the shop that buyers asked for, by result.', ['result']),
    pickups: counter('lantern_pickups_total', 'What leaders of groups said at pick-up points, by what it was.', [
      'what',
    ]),
    swept: counter('lantern_swept_rows_total', 'Rows that went since they were too old, by kind.', ['kind']),
    attempts: counter('lantern_webhook_attempts_total', 'Attempts to bring a webhook by outcome.', ['outcome']),
    deaths: counter('lantern_worker_deaths_total', 'Media workers that died.'),
    gate: counter('hold_gate_refusals_total', 'Holds refused by the gate in front of the ledger, by code.', ['code']),
    stuck: counter('lantern_subscription_failures_total', 'Facts tried in vain.', ['subscription']),
    redisDrops: counter('lantern_redis_dropped_total', 'Nudges not sent because Redis was away or slow.'),
  }
}

function createHistograms(registry: Registry) {
  const registers = [registry]
  return {
    command: new Histogram({
      name: 'lantern_command_seconds',
      help: 'Seconds from a command to its reply.',
      labelNames: ['command'],
      buckets: COMMAND_SECONDS,
      registers,
    }),
    firstFrame: new Histogram({
      name: 'lantern_first_frame_seconds',
      help: 'Seconds from join to first frame and its parts, as measured in the page.',
      labelNames: ['part'],
      buckets: FRAME_SECONDS,
      registers,
    }),
  }
}

function createGauges(registry: Registry) {
  const gauges = {
    openHolds: gauge(registry, 'lantern_open_holds', 'Holds that are held or paying.'),
    viewers: gauge(registry, 'lantern_viewers', 'People in all rooms, as this process knows them.'),
    waiting: gauge(registry, 'lantern_waitlist_places', 'People in line for what is sold out.'),
    sockets: gauge(registry, 'lantern_sockets', 'Open sockets of this process.'),
    inbox: gauge(registry, 'lantern_inbox_waiting', 'What shops have posted and the ledger has not taken down yet.'),
    inboxAge: gauge(registry, 'lantern_inbox_oldest_seconds', 'How long the oldest of it has waited.'),
    relay: gauge(registry, 'lantern_webhooks_pending', 'Webhooks that are still to be brought.'),
    relayAge: gauge(registry, 'lantern_webhooks_oldest_seconds', 'How old the oldest of them is.'),
    writable: gauge(registry, 'lantern_database_writable', 'Whether anything can be written; 0 on a full disk.'),
    drift: gauge(registry, 'ledger_drift_units', 'Units by which pools break free + taken = allotted.'),
    oversold: gauge(registry, 'oversold_units_total', 'Units paid beyond what was allotted.'),
    short: gauge(registry, 'lantern_short_units', 'Units held in live shows that the shop does not have any more.'),
    redisUp: gauge(registry, 'lantern_redis_up', 'Whether Redis answers; 0 also without Redis.'),
  }
  gauges.writable.set(1)
  return gauges
}

/** By subscription. */
function createLagGauges(registry: Registry) {
  const lag = (name: string, help: string) =>
    new Gauge({ name: `lantern_subscription_${name}`, help, labelNames: ['subscription'], registers: [registry] })
  const facts = lag('facts_waiting', 'Facts of the log that it has not passed yet.')
  const seconds = lag('lag_seconds', 'How long the oldest of them is there.')
  const stuck = lag('stuck_streams', 'Streams that wait with a fact it cannot take.')
  return (lags: readonly SubscriptionLag[]) => {
    for (const { name: subscription, ...behind } of lags) {
      facts.set({ subscription }, behind.facts)
      seconds.set({ subscription }, behind.oldestMs / 1000)
      stuck.set({ subscription }, behind.stuck)
    }
  }
}

/** By kind and state, and never by activity: what is no more is told no more. */
function createPlayGauges(registry: Registry) {
  const of = (name: string, help: string, labelNames: string[]) =>
    new Gauge({ name, help, labelNames, registers: [registry] })
  const activities = of('lantern_activities', 'Activities of shows that are not over.', ['kind', 'state'])
  const entries = of('lantern_activity_entries', 'What viewers have entered into them.', ['kind'])
  const rewards = of('lantern_rewards', 'What was granted by them, by what became of it.', ['kind', 'state'])
  const waits = of('lantern_draw_waits_seconds', 'For how long a draw could have been drawn that is not.', [])
  return (figures: PlayFigures) => {
    for (const one of [activities, entries, rewards]) one.reset()
    for (const { kind, state, n, ...more } of figures.activities) {
      activities.set({ kind, state }, n)
      entries.inc({ kind }, more.entries)
    }
    for (const { kind, state, n } of figures.rewards) rewards.set({ kind, state }, n)
    waits.set(figures.drawWaitsMs / 1000)
  }
}

/** Registered when there is something to tell: without such a certificate no number would be true. */
function createCertificateGauge(registry: Registry) {
  const help = 'Whole days until the certificate of https ends.'
  const days = new Gauge({ name: 'lantern_certificate_days_left', help, registers: [] })
  return (left: number | null) => {
    if (left === null) return
    registry.registerMetric(days)
    days.set(left)
  }
}

async function readGauges(from: Readings, gauges: ReturnType<typeof createGauges>): Promise<void> {
  gauges.viewers.set(from.viewers())
  gauges.sockets.set(from.sockets())
  gauges.openHolds.set(await from.openHolds())
  gauges.waiting.set(await from.waiting())
  gauges.short.set(await from.shortfall())
  const { inbox, relay } = await from.webhooks()
  gauges.inbox.set(inbox.waiting)
  gauges.inboxAge.set(inbox.oldestMs / 1000)
  gauges.relay.set(relay.waiting)
  gauges.relayAge.set(relay.oldestMs / 1000)
}

export function createMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const counters = createCounters(registry)
  const histograms = createHistograms(registry)
  const gauges = createGauges(registry)
  const tellCertificate = createCertificateGauge(registry)
  const tellLags = createLagGauges(registry)
  const tellPlays = createPlayGauges(registry)
  let readings: Readings | null = null

  return {
    text: async () => {
      if (readings !== null) {
        await readGauges(readings, gauges)
        tellLags(await readings.subscriptions())
        tellPlays(await readings.plays())
      }
      tellCertificate(readings?.certificateDays() ?? null)
      return registry.metrics()
    },
    readFrom: (from) => {
      readings = from
    },
    countCommand: ({ name, result, seconds }) => {
      counters.commands.inc({ command: name, result })
      histograms.command.observe({ command: name }, seconds)
    },
    countGateRefusal: (code) => counters.gate.inc({ code }),
    countHold: (result) => counters.holds.inc({ result }),
    countRefusedFrame: (reason) => counters.refused.inc({ reason }),
    countSlowSocket: () => counters.slow.inc(),
    countSampledComments: (count) => counters.sampled.inc(count),
    countSwept: (kind, rows) => counters.swept.inc({ kind }, rows),
    countPickup: (what) => counters.pickups.inc({ what }),
    countArrival: (result) => counters.arrivals.inc({ result }),
    countHandoff: (result) => counters.handoffs.inc({ result }),
    countAttempt: (outcome) => counters.attempts.inc({ outcome }),
    countWorkerDeath: () => counters.deaths.inc(),
    countStuck: (subscription) => counters.stuck.inc({ subscription }),
    countRedisDrop: () => counters.redisDrops.inc(),
    observeFirstFrame: (part, seconds) => histograms.firstFrame.observe({ part }, seconds),
    setWritable: (is) => gauges.writable.set(is ? 1 : 0),
    setDrift: (units) => gauges.drift.set(units),
    setOversold: (units) => gauges.oversold.set(units),
    setRedisUp: (up) => gauges.redisUp.set(up ? 1 : 0),
    close: () => registry.clear(),
  }
}
