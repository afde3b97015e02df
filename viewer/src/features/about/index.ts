// About the page: its languages, and what this browser or connection cannot do.
import type { Feature } from '../../places.ts'

export const about = {
  parts: {
    corner: { more: { rank: 20, load: () => import('./first.ts') } },
    sheet: {
      more: {
        title: ({ t }) => t('more'),
        load: () => import('./first.ts'),
      },
    },
  },
} as const satisfies Feature
