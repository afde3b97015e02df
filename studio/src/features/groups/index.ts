// Groups: whom the shop sells to in messengers, and where they fetch what they bought.
import type { Feature } from '../../places.ts'

export const groups = {
  parts: {
    page: {
      groups: {
        word: 'groups.title',
        mayOpen: () => true,
        load: async () => ({ Page: (await import('./GroupsPage.tsx')).GroupsPage }),
      },
    },
  },
} as const satisfies Feature
