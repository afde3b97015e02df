// Being a member: what the shop says of whoever came by a link of its own.
import type { Feature } from '../../places.ts'

export const members = {
  parts: {
    before: { member: { at: 'head', rank: 5, load: () => import('./first.ts') } },
    after: { member: { at: 'head', rank: 5, load: () => import('./first.ts') } },
    'live.stack': { member: { row: 'deals', rank: 0, load: () => import('./first.ts') } },
    'card.held': { member: { rank: 5, load: () => import('./first.ts') } },
    'card.fact': { member: { rank: 5, load: () => import('./first.ts') } },
  },
} as const satisfies Feature
