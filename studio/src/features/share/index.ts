// Addresses for viewers, in the head of the desk.
import type { Feature } from '../../places.ts'

export const share = {
  parts: {
    'desk.bar': { share: { load: async () => ({ Bar: (await import('./ShareMenu.tsx')).ShareMenu }) } },
  },
} as const satisfies Feature
