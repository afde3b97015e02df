// Shortfall: more is held or offered than the shop has.
import type { Feature } from '../../places.ts'

export const shortfall = {
  parts: {
    notice: {
      short: { rank: 10, load: async () => ({ Notice: (await import('./ShortfallAlert.tsx')).ShortfallAlert }) },
    },
  },
} as const satisfies Feature
