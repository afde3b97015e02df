// Holds: who holds what, until when.
import { keepingHolds } from '../../desk/figures.ts'
import type { Feature } from '../../places.ts'

export const holds = {
  parts: {
    'side.tab': {
      holds: {
        word: 'tab.holds',
        badge: (desk) => ({ count: keepingHolds(desk.holds), word: 'count.holds', needsYou: false }),
        load: async () => ({ Tab: (await import('./Holds.tsx')).Holds }),
      },
    },
  },
} as const satisfies Feature
