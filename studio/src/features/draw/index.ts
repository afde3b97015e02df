// Draws: the form, what runs with who is in, and the winners with how to reach them.
import { Gift } from 'lucide-react'
import type { Feature } from '../../places.ts'

export const draw = {
  parts: {
    play: {
      draw: {
        rank: 2,
        word: 'draw.tab',
        Icon: Gift,
        listIn: ({ draws }) => draws,
        load: async () => ({ play: (await import('./play.ts')).DRAW }),
      },
    },
  },
} as const satisfies Feature
