// Passing the show on: by the phone or by its link.
import type { Feature } from '../../places.ts'

export const share = {
  parts: {
    corner: { share: { rank: 10, load: () => import('./first.ts') } },
    sheet: {
      share: {
        title: ({ t }) => t('shareTitle'),
        load: () => import('./first.ts'),
      },
    },
  },
} as const satisfies Feature
