// Why this process takes no traffic now.
import type { Ledger } from './ledger/ledger.ts'

export function createReadiness(ledger: Pick<Ledger, 'countOpenHolds'>) {
  const reasons = new Set<string>()
  return {
    because: (reason: string) => void reasons.add(reason),
    noLonger: (reason: string) => void reasons.delete(reason),
    notReady: async () => {
      if (reasons.size > 0) return [...reasons]
      return ledger.countOpenHolds().then(
        () => [],
        () => ['database'],
      )
    },
  }
}
