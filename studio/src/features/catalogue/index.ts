// The shop's products, taken over from its list or from a file.
import type { Feature } from '../../places.ts'

export const catalogue = {
  parts: {
    notice: {
      currency: { rank: 5, load: async () => ({ Notice: (await import('./CurrencyAlert.tsx')).CurrencyAlert }) },
    },
    'shop.section': {
      changes: {
        rank: 25,
        isFor: ({ role }) => role === 'owner',
        load: async () => ({ Section: (await import('./changes/ChangesSection.tsx')).ChangesSection }),
      },
      products: {
        rank: 30,
        isFor: ({ role }) => role === 'owner',
        load: async () => ({ Section: (await import('./ShopActions.tsx')).ShopActions }),
      },
    },
  },
} as const satisfies Feature
