// Likes: the heart at the foot of the page, and those that rise.
import type { Feature } from '../../places.ts'

export const likes = {
  parts: { 'live.stack': { like: { row: 'foot', load: () => import('./first.ts') } } },
} as const satisfies Feature
