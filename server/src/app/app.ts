// The composition root: the only place that creates things, and closes them in the opposite order.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { seedDemo } from '../shops/demo/seedDemo.ts'
import { createChanges } from './changes.ts'
import { type SharedClock, systemClock } from '../kit/clock.ts'
import { createHostFollower } from '../commands/followHost.ts'
import type { Config } from '../settings/config.ts'
import { createDoctor } from '../doctor/doctor.ts'
import { createShopTime } from '../doctor/shopTime.ts'
import { createHttp } from '../http/http.ts'
import type { Listeners } from '../http/listen.ts'
import { createIdentity, type Identity } from '../identity/identity.ts'
import { createSourceOf } from '../identity/source.ts'
import { createVisitOf } from '../identity/visited.ts'
import { makeKey } from '../identity/tokens.ts'
import { createGate, createOpenGate, type GateParts } from '../ledger/gate.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { startLedgerJobs } from './ledgerJobs.ts'
import { createLog, type Log } from '../ops/log.ts'
import { inviteOwner } from './inviteOwner.ts'
import { resolveHost } from './machine.ts'
import { listenWith, openCertificates, readAcmeFailure } from './openCertificates.ts'
import { openData } from './openData.ts'
import { openMedia } from './openMedia.ts'
import { openShop } from './openShop.ts'
import { openWebhooks, type WebhookOptions, readBacklogs } from './openWebhooks.ts'
import type { Sfu, SfuOptions } from '../media/sfu.ts'
import { createMetrics } from '../ops/metrics.ts'
import { createReadiness } from './readiness.ts'
import { startRealtime } from '../realtime/startRealtime.ts'
import { connectRedis, type RedisLink } from '../redis/redis.ts'
import type { Store } from '../store/store.ts'
import { checkWhoseDatabase } from './whoseDatabase.ts'

export interface AppOptions extends WebhookOptions {
  /** Tests set the time; unless told, the machine's clock. */
  readonly clock?: SharedClock
  /** Makes the picture's server; unless told, mediasoup. */
  readonly createSfu?: (options: SfuOptions) => Promise<Sfu>
  readonly log?: Log
  /** Says something to whoever started the server, whatever the log is told to leave out; unless told, a warning in the log. */
  readonly tell?: (line: string) => void
  /** Multiplies the rate limits of commands. */
  readonly limitFactor?: number
  /** How often an open socket's session is looked at again, in ms; a minute unless told. */
  readonly sessionCheckMs?: number
  /** Whether a gate stands in front of the ledger; it does unless told. */
  readonly useGate?: boolean
}

export interface App {
  readonly port: number
  readonly httpsPort: number | null
  /** As this machine reaches it. */
  readonly url: string
  readonly store: Store
  readonly ledger: Ledger
  readonly identity: Identity
  readonly sfu: Sfu
  readonly log: Log
  /** Not ready any more, clients told, what was begun is answered and stored, all closed. Idempotent. */
  close(): Promise<void>
}

/** What is open already, to be closed when something after it cannot start. */
type Opened = { close(): unknown }[]

async function startCore(config: Config, options: AppOptions, opened: Opened) {
  const clock = options.clock?.now ?? systemClock
  const log = options.log ?? createLog(config.logLevel)
  const metrics = createMetrics()
  const changes = createChanges()
  const data = await openData(config, { changes, log, metrics, clock: options.clock })
  const { store, ledger, webhookRecords, records, whyNotWritten } = data
  opened.push(metrics, store, ledger)
  await store.setShop({ name: config.shopName })
  const tell = options.tell ?? ((line: string) => log.warn(line))
  await checkWhoseDatabase({ store, config, tell })
  const certificates = await openCertificates({ config, clock, log, tell })
  opened.push(certificates)
  const identity = await createIdentity({ store, clock, config })
  const shop = await openShop({ config, store, records, ledger, clock, log, countHandoff: metrics.countHandoff })
  opened.push(shop)
  const needs = { config, webhookRecords, ledger, takeStock: shop.takeStock, clock, log, metrics, changes, options }
  const { checkout, webhooks } = await openWebhooks(needs, shop.checkout)
  opened.push(webhooks)
  // Without a name of its own this process is the only one: the address only has to stay the same.
  const nodeUrl = config.nodeUrl ?? `http://localhost:${config.port}`
  await store.loseHostsOf(nodeUrl)
  return {
    config,
    options,
    opened,
    clock,
    log,
    tell,
    metrics,
    changes,
    store,
    ledger,
    identity,
    checkout,
    webhookRecords,
    webhooks,
    shop,
    records,
    whyNotWritten,
    nodeUrl,
    certificates,
  }
}

type Core = Awaited<ReturnType<typeof startCore>>

/** What rooms and media call before it is there. */
interface Late {
  follow: SfuOptions['onChange']
  announce: (showId: ShowId) => void
  isElsewhere: RedisLink['isElsewhere']
}

/** The gate before the ledger, unless it is left away. */
function gateOf({ ledger, clock, metrics, options }: Core) {
  const onRefusal = metrics.countGateRefusal
  return (hasHolds: GateParts['hasHolds']) =>
    options.useGate === false ? createOpenGate(ledger) : createGate({ ledger, clock, hasHolds, onRefusal })
}

const SESSION_CHECK_MS = 60_000

function wireOf({ config: { commentsPerSecond, socketBufferBytes, trustProxy }, options }: Core) {
  return {
    commentsPerSecond,
    mostWaiting: socketBufferBytes,
    sessionCheckMs: options.sessionCheckMs ?? SESSION_CHECK_MS,
    visitOf: createVisitOf(trustProxy),
  }
}

/** The room channel with the picture's server, which speak to each other in both directions. */
async function startRooms(core: Core) {
  const { config, options, log, metrics, store, ledger, nodeUrl } = core
  const late: Late = { follow: () => {}, announce: () => {}, isElsewhere: () => Promise.resolve(false) }
  const sfu = await openMedia(core, (change) => late.follow(change))
  core.opened.push(sfu)
  const settings = {
    nodeUrl,
    minTokenAgeMs: config.minTokenAgeMs,
    carriesPrice: core.checkout.answers.price !== 'none',
  }
  const onAnnounce = (showId: ShowId) => late.announce(showId)
  const limits = options.limitFactor === undefined ? {} : { limitFactor: options.limitFactor }
  const sourceOf = createSourceOf(await store.secret('source', makeKey), config.trustProxy)
  const isElsewhere: Late['isElsewhere'] = (...of) => late.isElsewhere(...of)
  const wire = wireOf(core)
  const needs = { ...core, ...limits, wire, createGate: gateOf(core), sourceOf, isElsewhere, sfu, settings, onAnnounce }
  const realtime = startRealtime(needs)
  core.opened.push(realtime)
  const hosts = createHostFollower({ store, rooms: realtime.rooms, settings, log })
  late.follow = (change) => {
    if (change.kind === 'reset') realtime.gateway.resetMedia(change.showId, change.reason)
    else hosts.follow(change)
  }
  const redis = startRedis(core, realtime)
  if (redis !== null) core.opened.push(redis)
  late.announce = (showId) => redis?.nudge([showId], true)
  late.isElsewhere = redis?.isElsewhere ?? late.isElsewhere
  core.changes.listen((showIds) => {
    realtime.gate.doubt(showIds)
    realtime.rooms.mark(showIds)
    redis?.nudge(showIds, false)
  })
  metrics.readFrom({
    openHolds: () => ledger.countOpenHolds(),
    waiting: () => ledger.countWaiting(),
    viewers: () => realtime.presence.countAll(),
    sockets: () => realtime.gateway.countSockets(),
    webhooks: () => readBacklogs(core.webhookRecords),
    certificateDays: () => core.certificates.source?.daysLeft() ?? null,
    short: async () => (await core.shop.admin.readShort()).reduce((sum, { short }) => sum + short, 0),
  })
  return { sfu, realtime, hosts, redis }
}

type RealtimeParts = Pick<ReturnType<typeof startRealtime>, 'rooms' | 'presence' | 'gate' | 'epoch'>

function startRedis({ config, log, metrics }: Core, { rooms, presence, gate, epoch }: RealtimeParts): RedisLink | null {
  if (config.redisUrl === null) return null
  return connectRedis({
    url: config.redisUrl,
    nodeId: epoch,
    log,
    onUp: metrics.setRedisUp,
    onDrop: metrics.countRedisDrop,
    onNudge: (showIds, atOnce) => {
      if (!atOnce) {
        gate.doubt(showIds)
        return rooms.mark(showIds)
      }
      gate.forget(showIds)
      showIds.forEach(rooms.refresh)
    },
    localPeople: () => new Map(rooms.openShows().map((showId) => [showId, presence.peopleOf(showId)])),
    onOthers: presence.setOthers,
  })
}

function doctorOf({ config, shop, webhookRecords, clock }: Core) {
  const readTime = createShopTime(config)
  const { inbox, refused } = webhookRecords
  const heard = { lastArrivalAt: inbox.lastAt, readRefused: refused.list }
  const acmeFailure = () => readAcmeFailure(config)
  return createDoctor({ config, acmeFailure, testShop: shop.admin.test, readTime, ...heard, now: clock })
}

/** Listens; the demo's products are fetched meanwhile. */
async function startWeb(core: Core, readiness: ReturnType<typeof createReadiness>): Promise<Listeners> {
  const { metrics, config, log } = core
  let listeners: Listeners | null = null
  const ports = () => listeners ?? { port: config.port, httpsPort: config.httpsPort }
  const web = createHttp({
    ...core,
    shopAdmin: core.shop.admin,
    doctor: doctorOf(core),
    ports,
    notReady: readiness.notReady,
    metricsText: metrics.text,
    onWebhook: metrics.countArrival,
  })
  readiness.because('seeding')
  listeners = await listenWith(core.certificates, web, config)
  core.opened.push(listeners)
  seedDemo(core).then(
    () => readiness.noLonger('seeding'),
    (error: unknown) => log.error({ err: error }, 'demo not seeded'),
  )
  return listeners
}

function once(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | null = null
  return () => (closing ??= close())
}

/** Rejects when anything cannot start; what was open by then is closed again. */
export async function createApp(config: Config, options: AppOptions = {}): Promise<App> {
  const opened: Opened = []
  try {
    return await start(config, options, opened)
  } catch (error) {
    for (const one of opened.reverse()) await one.close()
    throw error
  }
}

async function start(config: Config, options: AppOptions, opened: Opened): Promise<App> {
  const core = await startCore({ ...config, host: await resolveHost(config.host) }, options, opened)
  const { store, ledger, metrics, log } = core
  const { sfu, realtime, hosts, redis } = await startRooms(core)
  const readiness = createReadiness(core)
  const listeners = await startWeb(core, readiness)
  await inviteOwner(core, listeners)
  for (const server of listeners.servers) realtime.gateway.attach(server)
  const jobs = startLedgerJobs(ledger, metrics, log)

  const close = async () => {
    readiness.because('draining')
    const stopped = listeners.close()
    await realtime.drain()
    realtime.close()
    core.certificates.close()
    await Promise.all([jobs.close(), core.webhooks.close(), core.shop.close(), redis?.close(), sfu.close(), stopped])
    await hosts.settle()
    await ledger.close()
    await store.close()
    metrics.close()
  }
  const { port, httpsPort } = listeners
  return {
    port,
    httpsPort,
    url: `http://127.0.0.1:${port}`,
    store,
    ledger,
    identity: core.identity,
    sfu,
    log,
    close: once(close),
  }
}
