// Keeps the reasons why this process takes no traffic now.
import type { DatabaseWatch } from '../store/watchWrites.ts'

export function createReadiness({ whyNotWritten }: Pick<DatabaseWatch, 'whyNotWritten'>) {
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
  }
}
