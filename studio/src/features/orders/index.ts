// Orders as the shop reports them, with refunds; what needs staff is said above the comments, too.
import type { Feature } from '../../places.ts'

export const orders = {
  parts: {
    'side.tab': {
      orders: {
        word: 'tab.orders',
        badge: ({ totals: { needsYou } }) => ({ count: needsYou, word: 'count.needYou', needsYou: true }),
        load: () => import('./desk.ts'),
      },
    },
    'comments.above': { matter: { load: () => import('./desk.ts') } },
  },
} as const satisfies Feature
