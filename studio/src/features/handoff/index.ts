// Hand-off: buyers who could not be taken to the shop.
import type { Feature } from '../../places.ts'

export const handoff = {
  parts: {
    notice: { failed: { rank: 20, load: async () => ({ Notice: (await import('./FailedAlert.tsx')).FailedAlert }) } },
  },
} as const satisfies Feature
