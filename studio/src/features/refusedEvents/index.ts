// Refused events: what the shop sent and was not believed.
import type { Feature } from '../../places.ts'

export const refusedEvents = {
  parts: {
    'shop.section': {
      refused: {
        rank: 20,
        isFor: () => true,
        load: async () => ({ Section: (await import('./RefusedView.tsx')).RefusedView }),
      },
    },
  },
} as const satisfies Feature
