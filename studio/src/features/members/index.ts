// Members: the shop's customers as its links made them known, and what their tiers pay less.
import { AT_THE_DESK } from '@lantern/shared/contract/roles.ts'
import type { Feature } from '../../places.ts'

export const members = {
  parts: {
    page: {
      members: {
        word: 'members.title',
        mayOpen: ({ role }) => AT_THE_DESK.some((one) => one === role),
        load: async () => ({ Page: (await import('./MembersPage.tsx')).MembersPage }),
      },
    },
  },
} as const satisfies Feature
