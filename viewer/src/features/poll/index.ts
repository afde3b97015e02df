// Polls: a question over the picture, one vote for each viewer, and the same in the overlay.
import type { Feature } from '../../places.ts'

export const poll = {
  parts: {
    play: { poll: { listIn: ({ polls }) => polls, load: async () => ({ play: (await import('./play.ts')).POLL }) } },
    'overlay.play': {
      poll: { listIn: ({ polls }) => polls, load: async () => ({ play: (await import('./overlayPlay.ts')).POLL }) },
    },
  },
} as const satisfies Feature
