// Opens what is kept: the data folder, the database in it or elsewhere, and what reads and writes that database.
import type { Changes } from './changes.ts'
import { type SharedClock, systemClock } from '../kit/clock.ts'
import { type Config, databaseOf } from '../settings/config.ts'
import { createLedger, LEDGER_POLICY } from '../ledger/createLedger.ts'
import type { ViewersOf } from '../ledger/requests.ts'
import type { BrokenRules } from '../activities/kind.ts'
import type { Beacon } from '../activities/seals/beacon.ts'
import { openBeacon } from './openBeacon.ts'
import { openDatabase } from './openDatabase.ts'
import type { Stuck } from '../events/subscription.ts'
import type { Log } from '../ops/log.ts'
import { prepareDataDir } from './machine.ts'
import type { Metrics } from '../ops/metrics.ts'
import { NO_LIMIT } from '../domain/crowd.ts'
import type { Database } from '../database/database.ts'
import { FOLLOWED, SUBSCRIPTIONS } from './jobs/subscribed.ts'
import { createWebhookRecords } from '../webhooks/records/createWebhookRecords.ts'
import { createConnectionRecords } from '../shops/records/createConnectionRecords.ts'
import { createShopRecords } from '../shops/records/createShopRecords.ts'
import { createStore } from '../records/createStore.ts'
import { probeFolder } from '../database/probeFolder.ts'
import { watchWrites } from '../database/watchWrites.ts'

interface Needs {
  readonly changes: Changes
  readonly log: Log
  readonly metrics: Pick<Metrics, 'setWritable' | 'countStuck'>
  /** Unless told, the machine's. */
  readonly clock: SharedClock | undefined
  /** Unless told, as the settings say. */
  readonly beacon: Beacon | undefined
}

/** What is opened later: how many people each room of this process shows, and what the shop can be told. */
interface Audience {
  now: () => readonly ViewersOf[]
  carriesPrice: () => boolean
}

/** Of each activity at its first sweep: the next one comes a moment later, and says the same. */
function tellOnce(log: Log): (broken: readonly BrokenRules[]) => void {
  const told = new Set<string>()
  return (broken) => {
    for (const one of broken.filter(({ activityId }) => !told.has(activityId))) {
      told.add(one.activityId)
      log.error(one, 'an activity stays closed: its kind cannot say what came of it')
    }
  }
}

export async function openData(config: Config, { changes, log, metrics, clock, beacon: given }: Needs) {
  const open = await prepareDataDir(config.dataDir)
  if (open.length > 0) log.warn({ open }, 'other accounts may read these files: give them to the account of the server')
  const place = databaseOf(config)
  const opened = await openDatabase(clock === undefined ? place : { ...place, clock })
  const { database, whyNotWritten } = watchWrites({
    database: opened,
    probeDisk: () => probeFolder(config.dataDir),
    clock: clock?.now ?? systemClock,
    log,
    onChange: metrics.setWritable,
  })
  const onChange = changes.tell
  const paces = config.addressShare < NO_LIMIT
  const store = createStore({ database, onChange, offerDefaults: { holdMs: config.holdMs } })
  const { payingMs, saleGraceMs, waitedMs, coolDownMs, lapsesPerViewer, lapsesPerSource } = config
  const crowd = { ...LEDGER_POLICY.crowd, percent: config.addressShare, entries: config.addressEntries }
  const policy = {
    payingMs,
    saleGraceMs,
    waitedMs,
    coolDownMs,
    lapsesPerViewer,
    lapsesPerSource,
    releasesPerViewer: LEDGER_POLICY.releasesPerViewer,
    crowd,
  }
  const onRefused = (error: Error, requests: number) =>
    log.error({ err: error, requests }, 'the database refused a batch of the ledger; it is tried in halves')
  const beacon = given ?? openBeacon(config, log)
  // Until then nobody watches, and nothing is promised.
  const audience: Audience = { now: () => [], carriesPrice: () => false }
  const standing = { viewersNow: () => audience.now(), carriesPriceNow: () => audience.carriesPrice() }
  const ledger = createLedger({ database, onChange, policy, onRefused, onBroken: tellOnce(log), beacon, ...standing })
  const records = createShopRecords({ database, onChange })
  const connectionRecords = createConnectionRecords(database, { onChange })
  const onStuck = (stuck: readonly Stuck[]) => {
    for (const one of stuck) log.error(one, 'a subscription cannot take a fact: its stream waits, the others go on')
    stuck.forEach(({ name }) => metrics.countStuck(name))
  }
  const subscriptions = subscriptionsOf(database, onStuck)
  const webhookRecords = createWebhookRecords(database, { onChange, onStuck })
  const recordsOf = { webhookRecords, records, connectionRecords }
  return { store, paces, beacon, ledger, audience, ...recordsOf, subscriptions, whyNotWritten }
}

/** What looks back at the log, as the jobs of this database move it on. */
function subscriptionsOf(database: Pick<Database, 'run'>, onStuck: (stuck: readonly Stuck[]) => void) {
  return {
    readLags: () => database.run(SUBSCRIPTIONS.readLags, null),
    findStuck: () => database.run(SUBSCRIPTIONS.findStuck, null),
    names: FOLLOWED,
    async take(name: string, limit: number) {
      const { facts, stuck } = await database.run(SUBSCRIPTIONS.take, { name, limit })
      if (stuck.length > 0) onStuck(stuck)
      return facts
    },
    forget: (old: { before: number; limit: number }) => database.run(SUBSCRIPTIONS.forget, old),
  }
}
