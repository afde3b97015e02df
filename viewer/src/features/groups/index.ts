// Fetching what was bought: where, by which code, and whether it is there.
import type { Feature } from '../../places.ts'

export const groups = {
  parts: {
    corner: { pickup: { rank: 5, load: async () => ({ Button: (await import('./first.ts')).PickupButton }) } },
    after: { pickup: { at: 'panel', rank: -1, load: async () => ({ Poster: (await import('./first.ts')).Poster }) } },
    'card.fact': { group: { load: () => import('./first.ts') } },
    'card.held': { group: { load: () => import('./first.ts') } },
    sheet: {
      pickup: {
        title: ({ t }) => t('pickup.title'),
        load: async () => ({ Content: (await import('./PickupSheet.tsx')).PickupSheet }),
      },
    },
  },
} as const satisfies Feature
