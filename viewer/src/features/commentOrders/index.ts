// Orders by comment: what to write, and what came of it.
import type { Feature } from '../../places.ts'

export const commentOrders = {
  parts: {
    'comment.below': { answer: { load: () => import('./first.ts') } },
    'card.fact': { keywords: { load: () => import('./first.ts') } },
    'choice.hint': { keyword: { load: () => import('./first.ts') } },
  },
} as const satisfies Feature
