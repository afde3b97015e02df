// The page of the shop behind the studio.
import type { Feature } from '../../places.ts'

export const shop = {
  parts: {
    page: {
      shop: {
        word: 'shop.title',
        mayOpen: () => true,
        load: async () => ({ Page: (await import('./ShopPage.tsx')).ShopPage }),
      },
    },
  },
} as const satisfies Feature
