// The counter: coupons and orders of shows redeemed in the shop.
import { AT_THE_DESK } from '@lantern/shared/contract/roles.ts'
import type { Feature } from '../../places.ts'

export const counter = {
  parts: {
    page: {
      counter: {
        word: 'counter.title',
        mayOpen: ({ role }) => AT_THE_DESK.some((one) => one === role),
        load: async () => ({ Page: (await import('./CounterPage.tsx')).CounterPage }),
      },
    },
  },
} as const satisfies Feature
