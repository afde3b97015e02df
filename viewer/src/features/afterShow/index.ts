// After the show: the shop's next one.
import type { Feature } from '../../places.ts'

export const afterShow = {
  parts: { after: { next: { at: 'foot', load: () => import('./first.ts') } } },
} as const satisfies Feature
