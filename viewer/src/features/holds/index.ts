// One's own holds beside the card in front, and after the show.
import type { Feature } from '../../places.ts'

const first = () => import('./first.ts')

export const holds = {
  parts: {
    'live.stack': { holds: { row: 'deals', load: async () => ({ Live: (await first()).BesideCard }) } },
    after: {
      heldWords: { at: 'head', load: async () => ({ Poster: (await first()).StillHeldWords }) },
      held: { at: 'panel', load: async () => ({ Poster: (await first()).StillHeld }) },
    },
  },
} as const satisfies Feature
