// Crowded addresses: many viewers of one address hold one product.
import type { Feature } from '../../places.ts'

export const crowd = {
  parts: {
    notice: { crowd: { rank: 30, load: async () => ({ Notice: (await import('./CrowdAlert.tsx')).CrowdAlert }) } },
  },
} as const satisfies Feature
