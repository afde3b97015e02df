// Offers: units and rules of what is on sale, under its row of the rundown, and the alert about holds that ran out.
import type { Feature } from '../../places.ts'

export const offers = {
  name: 'offers',
  parts: {
    'rundown.row': { offers: { load: () => import('./desk.ts') } },
    notice: { lapsed: { load: () => import('./desk.ts') } },
  },
} as const satisfies Feature
