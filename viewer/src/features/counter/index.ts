// What can be redeemed at the shop's counter: coupons and orders of one's own, each as a code to show there.
import type { Feature } from '../../places.ts'

const first = () => import('./first.ts')

export const counter = {
  parts: {
    corner: { counter: { rank: 6, load: async () => ({ Button: (await first()).CounterButton }) } },
    after: { counter: { at: 'panel', rank: -1, load: async () => ({ Poster: (await first()).CounterPoster }) } },
    sheet: {
      counter: {
        title: ({ t }) => t('counter.title'),
        load: async () => ({ Content: (await import('./CounterSheet.tsx')).CounterSheet }),
      },
    },
  },
} as const satisfies Feature
