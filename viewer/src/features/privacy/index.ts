// What this shop knows of whoever looks, and what they may do about it.
import type { Feature } from '../../places.ts'

export const privacy = {
  parts: {
    sheet: {
      known: {
        title: ({ t }) => t('known.title'),
        load: async () => ({ Content: (await import('./KnownSheet.tsx')).KnownSheet }),
      },
    },
  },
} as const satisfies Feature
