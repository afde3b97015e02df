// Who brings buyers and earns by it: the shop's rules, who they are, and what is due to them.
import { AT_THE_DESK } from '@lantern/shared/contract/roles.ts'
import type { Feature } from '../../places.ts'

export const commission = {
  parts: {
    page: {
      sharers: {
        word: 'commission.button',
        mayOpen: ({ role }) => AT_THE_DESK.some((one) => one === role),
        load: async () => ({ Page: (await import('./SharersPage.tsx')).SharersPage }),
      },
    },
    'desk.bar': { sharers: { load: async () => ({ Bar: (await import('./SharersMenu.tsx')).SharersMenu }) } },
  },
} as const satisfies Feature
