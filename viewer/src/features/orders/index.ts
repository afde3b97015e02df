// Orders: one's own after the show, and in the overlay those that are paid, as they come.
import type { Feature } from '../../places.ts'

export const orders = {
  parts: {
    after: { orders: { at: 'panel', load: () => import('./first.ts') } },
    layer: {
      ticker: {
        isFor: (phase) => phase === 'live',
        load: async () => ({ Layer: (await import('./Ticker.tsx')).Ticker }),
      },
    },
  },
} as const satisfies Feature
