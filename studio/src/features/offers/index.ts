// Offers: units and rules of what is on sale, under its row of the rundown, and the alert about holds that ran out.
import type { Feature } from '../../places.ts'

export const offers = {
  parts: {
    'rundown.row': { offers: { load: () => import('./desk.ts') } },
    notice: { lapsed: { rank: 40, load: () => import('./desk.ts') } },
  },
} as const satisfies Feature
