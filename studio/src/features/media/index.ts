// The host's picture: chosen, seen, sent and steered here; for others what becomes of it.
import type { Feature } from '../../places.ts'

export const media = {
  keys: [{ keys: ['m'], rank: 30, shown: 'M', word: 'keys.mute' }],
  parts: {
    'desk.around': { sending: { load: () => import('./desk.ts') } },
    stage: { picture: { isFor: (phase) => phase !== 'ended', load: () => import('./desk.ts') } },
  },
} as const satisfies Feature
