// Draws: a prize over the picture, one tap to be in, winners whom nobody can choose, and the same in the overlay.
import { isToClaim } from '@lantern/shared/features/draw/look.ts'
import type { Feature } from '../../places.ts'

export const draw = {
  parts: {
    play: {
      draw: {
        listIn: ({ draws }) => draws,
        callsFor: ({ wins }, now) => wins.flatMap((win) => (isToClaim(win, now) ? win.activityId : [])),
        load: async () => ({ play: (await import('./play.ts')).DRAW }),
      },
    },
    after: { prizes: { at: 'panel', rank: -1, load: async () => ({ Poster: (await import('./first.ts')).WonHere }) } },
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
