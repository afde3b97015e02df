// The spike: 1,000 buyers at 50 units within 5 s, 30 winners pay; then every promise is compared with what is on record.
import { createId } from '@lantern/shared/client/ids.ts'
import { ProductId, SaleId } from '@lantern/shared/contract/ids.ts'
import { startWorld, type World } from '@lantern/server/src/testing/world.ts'
import { payWinners } from './pay.ts'
import { SPIKE, type Verdict } from './plan.ts'
import { runK6, type SpikeRun } from './runK6.ts'
import { createStaff, type Staff } from './staff.ts'
import { writeResults } from './spikeResults.ts'
import { judgeSpike } from './verdict.ts'

const SHOW = 'autumn'
const PRODUCT = ProductId.parse('paper-notebook')
const PLAN = SPIKE
/** k6 needs this long to read its script and start its buyers. */
const K6_START_MS = 8000

/** Runs it all and prints the verdict; true when every check holds. */
export async function runSpike(): Promise<boolean> {
  console.log(`spike: ${PLAN.buyers} buyers, ${PLAN.units} units, within ${PLAN.withinMs / 1000} s`)
  const world = await startWorld({ env: { MEDIA_WORKERS: '1' } })
  try {
    const staff = await createStaff(world.url, SHOW)
    const sale = await openSale(staff)
    const run = await runK6({
      world,
      ...sale,
      show: SHOW,
      plan: PLAN,
      holdAt: Date.now() + K6_START_MS + PLAN.connectMs + 5000,
    })
    const orders = await payWinners(world, run.granted.slice(0, PLAN.payers))
    await waitForPaid(staff, orders.length)
    const verdict = await judgeSpike({ world, run, orders, plan: PLAN })
    staff.close()
    return await report(verdict, run, world)
  } finally {
    await world.close()
  }
}

async function openSale(staff: Staff) {
  await staff.must('show:goLive', {})
  await staff.must('pins:set', { productIds: [PRODUCT] })
  const offer = staff.room.getView().room?.offers.find((one) => one.productId === PRODUCT)
  if (offer === undefined) throw new Error(`${PRODUCT} is not in the demo show`)
  const priceMinor = Math.round(offer.priceMinor / 2)
  await staff.must('sale:start', {
    saleId: SaleId.parse(createId()),
    productId: PRODUCT,
    priceMinor,
    units: PLAN.units,
    perViewer: 1,
    countdownMs: 0,
    lengthMs: 600_000,
  })
  return { offerId: offer.id, priceMinor }
}

/** The shop's webhooks arrive by themselves; 20 s is far more than they need. */
async function waitForPaid(staff: Staff, count: number): Promise<void> {
  const end = Date.now() + 20_000
  while (Date.now() < end && (staff.room.getView().desk?.totals.paid ?? 0) < count) {
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function report(verdict: Verdict, run: SpikeRun, world: World): Promise<boolean> {
  for (const check of verdict.checks) console.log(`${check.ok ? 'ok  ' : 'FAIL'} ${check.what}`)
  for (const [name, figure] of Object.entries(run.figures)) console.log(`     ${name} ${figure}`)
  await writeResults(verdict, run, PLAN)
  if (!verdict.pass) console.log(`the server's log: ${world.logFile}`)
  console.log(`result spike_pass ${verdict.pass ? 1 : 0}`)
  return verdict.pass
}
