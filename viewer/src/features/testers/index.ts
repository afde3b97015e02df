// Chosen testers: a place on a list with one tap, and how to be reached, by consent.
import type { Feature } from '../../places.ts'

export const testers = {
  parts: {
    play: {
      testers: { listIn: ({ testers }) => testers, load: async () => ({ play: (await import('./play.ts')).TESTERS }) },
    },
    'overlay.play': {
      testers: {
        listIn: ({ testers }) => testers,
        load: async () => ({ play: (await import('./overlayPlay.ts')).TESTERS }),
      },
    },
  },
} as const satisfies Feature
