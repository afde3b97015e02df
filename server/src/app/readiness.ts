// Keeps the reasons why this process takes no traffic now.
import type { DatabaseWatch } from '../database/watchWrites.ts'

interface Looks extends Pick<DatabaseWatch, 'whyNotWritten'> {
  readonly subscriptions: { findStuck(): Promise<readonly { name: string; streams: number }[]> }
}

export function createReadiness({ whyNotWritten, subscriptions }: Looks) {
  const reasons = new Set<string>()
  return {
    because: (reason: string) => void reasons.add(reason),
    noLonger: (reason: string) => void reasons.delete(reason),
    /** A process that can read but write nothing down sells nothing. */
    notReady: async () => {
      if (reasons.size > 0) return [...reasons]
      const why = await whyNotWritten()
      return why === null ? [] : [why]
    },
    /** What ops should look at while the show goes on. */
    notes: async () => {
      const stuck = await subscriptions.findStuck()
      return stuck.map(({ name, streams }) => `subscription ${name} stands still in ${streams} of its streams`)
    },
  }
}
