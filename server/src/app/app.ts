// The composition root: the only place that creates what lives long; the open list closes it in the opposite order.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { Beacon } from '../activities/seals/beacon.ts'
import { seedDemo } from '../shops/demo/seedDemo.ts'
import { createChanges } from './changes.ts'
import { type SharedClock, systemClock } from '../kit/clock.ts'
import { commandSettings } from './commandSettings.ts'
import { createHostFollower } from '../commands/followHost.ts'
import type { Config } from '../settings/config.ts'
import { createHttp } from '../http/http.ts'
import type { Listeners } from '../http/listen.ts'
import { createIdentity, type Identity } from '../identity/identity.ts'
import { createSourceOf } from '../identity/source.ts'
import { createVisitOf } from '../identity/visited.ts'
import { makeKey } from '../identity/tokens.ts'
import { createGate, createOpenGate, type GateParts } from '../ledger/gate.ts'
import type { Ledger } from '../ledger/ledger.ts'
import { drain } from './drain.ts'
import { followLog } from './followLog.ts'
import { startLedgerJobs } from './ledgerJobs.ts'
import { createLog, type Log } from '../ops/log.ts'
import { welcomeOwner } from './welcomeOwner.ts'
import { resolveHost } from './machine.ts'
import { listenWith, openCertificates } from './openCertificates.ts'
import { startDrawing } from './openBeacon.ts'
import { openDoctor } from './openDoctor.ts'
import { openData } from './openData.ts'
import { openMedia } from './openMedia.ts'
import { openShop } from './openShop.ts'
import { openWebhooks, type WebhookOptions, readBacklogs } from './openWebhooks.ts'
import type { Sfu, SfuOptions } from '../media/sfu.ts'
import { createMetrics } from '../ops/metrics.ts'
import { createOpenList, type OpenList } from './openList.ts'
import { readingsOf } from './readings.ts'
import { createReadiness } from './readiness.ts'
import { type Realtime, startRealtime } from '../realtime/startRealtime.ts'
import type { RedisLink } from '../redis/redis.ts'
import type { KnownBook } from '../records/known.ts'
import { createKnownBook } from '../records/knownBook.ts'
import type { Store } from '../records/store.ts'
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
  /** Where public random numbers come from; unless told, as the settings say. */
  readonly beacon?: Beacon
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

async function startCore(config: Config, options: AppOptions, open: OpenList) {
  const clock = options.clock?.now ?? systemClock
  const log = options.log ?? createLog(config.logLevel)
  const metrics = open.add(createMetrics())
  const changes = createChanges()
  const data = await openData(config, { changes, log, metrics, clock: options.clock, beacon: options.beacon })
  const { store, ledger, webhookRecords, records, subscriptions, whyNotWritten } = data
  open.add(store)
  open.add(data.beacon)
  open.add(ledger)
  await store.setShop({ name: config.shopName })
  const tell = options.tell ?? ((line: string) => log.warn(line))
  await checkWhoseDatabase({ store, config, tell })
  const certificates = open.add(await openCertificates({ config, clock, log, tell }))
  const identity = await createIdentity({ store, clock, config })
  const { countHandoff } = metrics
  const shop = open.add(await openShop({ ...data, config, clock, log, countHandoff }))
  const around = { config, clock, log, metrics, changes, options, webhookRecords, ledger }
  const needs = { ...around, takeStock: shop.takeStock, takeCatalogue: shop.takeCatalogue, isEndpoint: shop.isEndpoint }
  const { checkout, webhooks } = await openWebhooks(needs, shop.checkout)
  open.add(webhooks)
  // Without a name of its own this process is the only one: the address only has to stay the same.
  const nodeUrl = config.nodeUrl ?? `http://localhost:${config.port}`
  await store.loseHostsOf(nodeUrl)
  return {
    config,
    options,
    open,
    clock,
    log,
    tell,
    metrics,
    changes,
    store,
    ledger,
    identity,
    checkout,
    paces: data.paces,
    beacon: data.beacon,
    audience: data.audience,
    webhookRecords,
    webhooks,
    shop,
    records,
    subscriptions,
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
  settleHosts: () => Promise<void>
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
  const { config, options, log, metrics, store } = core
  const late: Late = {
    follow: () => {},
    announce: () => {},
    isElsewhere: () => Promise.resolve(false),
    settleHosts: () => Promise.resolve(),
  }
  // What the picture's server says as it closes is recorded, too.
  core.open.add({ close: () => late.settleHosts() })
  const sfu = core.open.add(await openMedia(core, (change) => late.follow(change)))
  const settings = commandSettings(core)
  const onAnnounce = (showId: ShowId) => late.announce(showId)
  const limits = options.limitFactor === undefined ? {} : { limitFactor: options.limitFactor }
  const sourceOf = createSourceOf(await store.secret('source', makeKey), config.trustProxy)
  const isElsewhere: Late['isElsewhere'] = (...of) => late.isElsewhere(...of)
  const wire = wireOf(core)
  const needs = { ...core, ...limits, wire, createGate: gateOf(core), sourceOf, isElsewhere, sfu, settings, onAnnounce }
  const realtime = core.open.add(startRealtime(needs))
  const hosts = createHostFollower({ store, rooms: realtime.rooms, settings, log })
  late.settleHosts = hosts.settle
  const { rooms, presence } = realtime
  core.audience.carriesPrice = () => settings.carriesPrice
  core.audience.now = () => rooms.openShows().map((showId) => ({ showId, viewers: presence.count(showId) }))
  late.follow = (change) => {
    if (change.kind === 'reset') realtime.gateway.resetMedia(change.showId, change.reason)
    else hosts.follow(change)
  }
  const redis = await startRedis(core, realtime)
  late.announce = (showId) => redis?.nudge([showId], true)
  late.isElsewhere = redis?.isElsewhere ?? late.isElsewhere
  core.changes.listen((showIds) => {
    realtime.gate.doubt(showIds)
    realtime.rooms.mark(showIds)
    redis?.nudge(showIds, false)
  })
  metrics.readFrom({
    ...readingsOf(core),
    viewers: () => realtime.presence.countAll(),
    sockets: () => realtime.gateway.countSockets(),
    webhooks: () => readBacklogs(core.webhookRecords),
    certificateDays: () => core.certificates.source?.daysLeft() ?? null,
    shortfall: async () => (await core.shop.admin.readShortfalls()).reduce((sum, { short }) => sum + short, 0),
  })
  return { sfu, realtime }
}

type RealtimeParts = Pick<ReturnType<typeof startRealtime>, 'rooms' | 'presence' | 'gate' | 'epoch'>

async function startRedis(
  { config, log, metrics, open }: Core,
  { rooms, presence, gate, epoch }: RealtimeParts,
): Promise<RedisLink | null> {
  if (config.redisUrl === null) return null
  // Most shops have none: a start need not load its client.
  const { connectRedis } = await import('../redis/redis.ts')
  const link = connectRedis({
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
  return open.add(link)
}

type Readiness = ReturnType<typeof createReadiness>

/** Listens; the demo's products are fetched meanwhile. */
async function startWeb(
  core: Core & Realtime['books'] & { readonly known: KnownBook },
  readiness: Readiness,
): Promise<Listeners> {
  const { metrics, config, log } = core
  let listeners: Listeners | null = null
  const ports = () => listeners ?? { port: config.port, httpsPort: config.httpsPort }
  const web = createHttp({
    ...core,
    shopAdmin: core.shop.admin,
    connections: core.shop.connections,
    doctor: openDoctor(core),
    ports,
    notReady: readiness.notReady,
    notes: readiness.notes,
    metricsText: metrics.text,
    ...{ onWebhook: metrics.countArrival, onPickup: metrics.countPickup },
  })
  readiness.because('seeding')
  listeners = core.open.add(await listenWith(core.certificates, web.handle, config))
  seedDemo(core).then(
    () => readiness.noLonger('seeding'),
    (error: unknown) => log.error({ err: error }, 'demo not seeded'),
  )
  return listeners
}

/** Rejects when anything cannot start; what was open by then is closed again. */
export async function createApp(config: Config, options: AppOptions = {}): Promise<App> {
  const open = createOpenList()
  try {
    return await start(config, options, open)
  } catch (error) {
    // What stopped the start is what whoever started it has to read.
    await open.close().catch(() => undefined)
    throw error
  }
}

async function start(config: Config, options: AppOptions, open: OpenList): Promise<App> {
  const core = await startCore({ ...config, host: await resolveHost(config.host) }, options, open)
  const { store, ledger, metrics, log } = core
  const { sfu, realtime } = await startRooms(core)
  const readiness = createReadiness(core)
  const known = createKnownBook({ ...core, onErased: realtime.lookRevoked })
  const listeners = await startWeb({ ...core, ...realtime.books, known }, readiness)
  await welcomeOwner(core, listeners)
  for (const server of listeners.servers) realtime.gateway.attach(server)
  open.add(startLedgerJobs(ledger, metrics, log))
  open.add(startDrawing(core))
  open.add(followLog(core))
  open.add({ close: () => drain(readiness, listeners, realtime) })
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
    close: open.close,
  }
}
