// What staff share: the show's own address, and a link for each group with what came of it.
import type { Feature } from '../../places.ts'

export const links = {
  parts: {
    'desk.bar': { share: { load: async () => ({ Bar: (await import('./ShareMenu.tsx')).ShareMenu }) } },
  },
} as const satisfies Feature
