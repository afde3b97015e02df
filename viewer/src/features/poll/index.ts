// Polls: a question over the picture, one vote for each viewer, and the same in the overlay.
import type { Feature } from '../../places.ts'

export const poll = {
  parts: {
    'live.stack': {
      poll: { row: 'deals', rank: 1, load: async () => ({ Live: (await import('./first.ts')).PollCard }) },
    },
    layer: {
      poll: {
        rank: -1,
        isFor: (phase) => phase === 'live',
        load: async () => ({ Layer: (await import('./OverlayCard.tsx')).OverlayCard }),
      },
    },
  },
} as const satisfies Feature
