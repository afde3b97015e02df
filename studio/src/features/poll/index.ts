// Polls on the desk: their form and their rows, in the frame of all plays.
import { ChartBarBig } from 'lucide-react'
import type { Feature } from '../../places.ts'

export const poll = {
  parts: {
    play: {
      poll: {
        rank: 1,
        word: 'poll.tab',
        Icon: ChartBarBig,
        listIn: ({ polls }) => polls,
        load: async () => ({ play: (await import('./play.ts')).POLL }),
      },
    },
  },
} as const satisfies Feature
