// A process of its own in which a step price is paid for, closed and given back, each of it where it is not done yet; it kills itself on the way.
import { appendFileSync } from 'node:fs'
import { grant } from '@lantern/shared/contract/refusals.ts'
import { openDatabase } from '../../app/openDatabase.ts'
import { createSharedClock } from '../../kit/clock.ts'
import { createLog } from '../../ops/log.ts'
import { createStore } from '../../records/createStore.ts'
import { createRefunder } from '../../shops/refunds/refunder.ts'
import { createWebhookRecords } from '../../webhooks/records/createWebhookRecords.ts'
import { createLedger } from '../createLedger.ts'
import { BUYERS, type Moment, type StepOrders } from './model/stepCrashes.ts'
import { STEPS } from './openedPrices/stepShow.ts'
import { paid, SHOW, STAFF } from './testShop.ts'

const SWEEPS = 4
const orders: StepOrders = JSON.parse(process.argv[2] ?? 'null')

const url = orders.at.startsWith('postgres') ? orders.at : null
const database = await openDatabase({ url, file: orders.at, clock: createSharedClock(orders.now) })
const ledger = createLedger({ database, onChange: () => {} })
const store = createStore({ database, onChange: () => {} })

const seen = new Map<Moment, number>()

function pass(moment: Moment): void {
  const nth = (seen.get(moment) ?? 0) + 1
  seen.set(moment, nth)
  const { dies } = orders
  if (moment !== dies?.at || nth !== dies.nth) return
  const die = () => process.kill(process.pid, 'SIGKILL')
  // Somewhere on the way of what comes next.
  if (dies.afterMs > 0) setTimeout(die, dies.afterMs)
  else die()
}

async function pay(name: string): Promise<void> {
  pass('paying')
  await ledger.report(paid(`h-${name}`, `o-${name}`, { eventId: `paid-${name}` }))
  pass('paid')
}

async function readDesk() {
  const record = await store.readRoom(SHOW)
  if (record === null) throw new Error('the show is gone')
  return record.desk
}

async function closeSteps(): Promise<void> {
  const own = (await readDesk()).stepPrices.find(({ id }) => id === STEPS)
  pass('closing')
  if (own?.state === 'open') {
    await ledger.moveActivity({ showId: SHOW, activityId: STEPS, act: 'close', revision: own.revision, by: STAFF })
  }
  pass('closed')
}

async function sweep(): Promise<void> {
  pass('sweeping')
  await ledger.sweep(500)
  pass('swept')
}

/** To a shop that keeps in a file what it is told, before it answers. */
async function tellShop(): Promise<void> {
  const waiting = (await readDesk()).orders.filter(({ refund }) => refund === 'asked').length
  if (waiting === 0) return
  const { refunds } = createWebhookRecords(database)
  const all = Promise.withResolvers<null>()
  let told = 0
  const refundTo = async ({ orderId, keepMinor }: { orderId: string; keepMinor: number }) => {
    pass('telling')
    appendFileSync(orders.shop, `${orderId} ${keepMinor}\n`)
    told += 1
    pass('told')
    if (told === waiting) all.resolve(null)
    return Promise.resolve(grant(null))
  }
  const refunder = createRefunder({ checkout: { refundTo }, refunds, log: createLog('silent'), everyMs: 10 })
  await all.promise
  await refunder.close()
}

await Promise.all(BUYERS.map(pay))
await closeSteps()
for (let nth = 0; nth < SWEEPS; nth++) await sweep()
await tellShop()
process.stdout.write('over\n')
setInterval(() => {}, 1000)
