// Step prices on the desk: their form and their rows, in the frame of all plays.
import { Users } from 'lucide-react'
import type { Feature } from '../../places.ts'

export const stepPrice = {
  parts: {
    play: {
      stepPrice: {
        rank: 5,
        word: 'stepPrice.tab',
        Icon: Users,
        listIn: ({ stepPrices }) => stepPrices,
        load: async () => ({ play: (await import('./play.ts')).STEP_PRICE }),
      },
    },
  },
} as const satisfies Feature
