// Step prices: how many are missing until everyone pays less, over the picture and in the overlay.
import type { Feature } from '../../places.ts'

export const stepPrice = {
  parts: {
    play: {
      stepPrice: {
        listIn: ({ stepPrices }) => stepPrices,
        load: async () => ({ play: (await import('./play.ts')).STEP_PRICE }),
      },
    },
    'overlay.play': {
      stepPrice: {
        listIn: ({ stepPrices }) => stepPrices,
        load: async () => ({ play: (await import('./overlayPlay.ts')).STEP_PRICE }),
      },
    },
  },
} as const satisfies Feature
