// Orders by comment: their rules above the comments, and a hold for a comment that was missed.
import type { Feature } from '../../places.ts'

export const commentOrders = {
  parts: {
    'comments.above': { orders: { load: () => import('./desk.ts') } },
    'comment.around': { take: { load: () => import('./desk.ts') } },
  },
} as const satisfies Feature
