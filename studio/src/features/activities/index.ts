// Activities of every kind: a tab with what runs and the forms, a line over the own picture, and a key that opens the next one.
import type { Feature } from '../../places.ts'
import { listedIn } from '../../plays/listed.ts'
import { NEXT_KEY, openNext } from '../../plays/nextKept.ts'

export const activities = {
  keys: [
    {
      keys: [NEXT_KEY],
      rank: 25,
      shown: NEXT_KEY.toUpperCase(),
      word: 'keys.nextPlay',
      press: (desk, _key, parts) => openNext(desk, parts),
    },
  ],
  parts: {
    'side.tab': {
      plays: {
        rank: 1,
        word: 'play.tab',
        badge: (desk, parts) => ({
          count: listedIn(parts, desk).filter(({ life }) => life.state === 'open').length,
          word: 'play.running',
          needsYou: false,
        }),
        load: () => import('../../plays/desk.ts'),
      },
    },
    'stage.over': { plays: { load: () => import('../../plays/desk.ts') } },
  },
} as const satisfies Feature
