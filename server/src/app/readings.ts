// What Prometheus is told from the database, whichever process is asked.
import { readPlayFigures } from '../activities/figures.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { Readings } from '../ops/metrics.ts'
import type { Store } from '../records/store.ts'

interface From {
  readonly ledger: Pick<Ledger, 'countOpenHolds' | 'countWaiting'>
  readonly store: Pick<Store, 'run'>
  readonly subscriptions: { readonly readLags: Readings['subscriptions'] }
}

export function readingsOf({ ledger, store, subscriptions }: From) {
  return {
    openHolds: () => ledger.countOpenHolds(),
    waiting: () => ledger.countWaiting(),
    subscriptions: subscriptions.readLags,
    plays: () => store.run(readPlayFigures, null),
  }
}
