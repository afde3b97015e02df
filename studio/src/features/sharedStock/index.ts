// Shared stock: which shows sell a variant from one stock, under its product's row of the rundown.
import type { Feature } from '../../places.ts'

export const sharedStock = {
  parts: { 'rundown.row': { sharedStock: { load: () => import('./desk.ts') } } },
} as const satisfies Feature
