// Before the show: when it opens, for those who wait and in the overlay.
import type { Feature } from '../../places.ts'

export const beforeShow = {
  parts: {
    before: { opening: { at: 'head', load: () => import('./first.ts') } },
    layer: {
      soon: {
        isFor: (phase) => phase === 'scheduled',
        load: async () => ({ Layer: (await import('./SoonCard.tsx')).SoonCard }),
      },
    },
  },
} as const satisfies Feature
