// Draws: a prize over the picture, one tap to be in, winners whom nobody can choose, and the same in the overlay.
import type { Feature } from '../../places.ts'

export const draw = {
  parts: {
    play: { draw: { listIn: ({ draws }) => draws, load: async () => ({ play: (await import('./play.ts')).DRAW }) } },
    'overlay.play': {
      draw: { listIn: ({ draws }) => draws, load: async () => ({ play: (await import('./overlayPlay.ts')).DRAW }) },
    },
    sheet: {
      drawClaim: {
        title: ({ t }) => t('draw.claimTitle'),
        load: async () => ({ Content: (await import('./ClaimSheet.tsx')).ClaimSheet }),
      },
    },
  },
} as const satisfies Feature
