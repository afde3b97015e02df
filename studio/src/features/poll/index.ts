// Polls: a tab with the form and what runs, and a line over the own picture.
import type { Feature } from '../../places.ts'

export const poll = {
  parts: {
    'side.tab': {
      poll: {
        rank: 1,
        word: 'poll.tab',
        badge: ({ polls }) => ({
          count: polls.filter(({ state }) => state === 'open').length,
          word: 'poll.running',
          needsYou: false,
        }),
        load: () => import('./desk.ts'),
      },
    },
    'stage.over': { poll: { load: () => import('./desk.ts') } },
  },
} as const satisfies Feature
