// What a process does for the ledger by itself: lets go of what has run out, and looks whether the books are right.
import type { Ledger } from '../ledger/ledger.ts'
import { createSweeper } from '../ledger/sweeper.ts'
import type { Log } from '../ops/log.ts'
import type { Metrics } from '../ops/metrics.ts'

const SWEEP_EVERY_MS = 250
const DRIFT_EVERY_MS = 60_000

async function measureDrift(ledger: Ledger, metrics: Metrics, log: Log): Promise<void> {
  const drifts = await ledger.check()
  const unitsOf = (isCounted: (invariant: string) => boolean) =>
    drifts.filter(({ invariant }) => isCounted(invariant)).reduce((sum, { units }) => sum + Math.abs(units), 0)
  metrics.setDrift(unitsOf((invariant) => invariant !== 'I2'))
  metrics.setOversold(unitsOf((invariant) => invariant === 'I2'))
  for (const drift of drifts) log.error({ drift }, 'the ledger breaks an invariant')
}

/** The first look is at the start. */
export function startLedgerJobs(ledger: Ledger, metrics: Metrics, log: Log) {
  const onError = (error: unknown) => log.error({ err: error }, 'sweep failed; trying again')
  const sweeper = createSweeper({ ledger, everyMs: SWEEP_EVERY_MS, onError })
  const check = () =>
    measureDrift(ledger, metrics, log).catch((error: unknown) => log.error({ err: error }, 'ledger not checked'))
  let last = check()
  const timer = setInterval(() => void (last = check()), DRIFT_EVERY_MS)
  return {
    close: async () => {
      clearInterval(timer)
      await Promise.all([last, sweeper.close()])
    },
  }
}
