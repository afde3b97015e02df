// Who brings buyers and earns by it: the shop's rules, who they are, and what is due to them.
import type { Feature } from '../../places.ts'

export const commission = {
  parts: {
    'desk.bar': { sharers: { load: async () => ({ Bar: (await import('./SharersMenu.tsx')).SharersMenu }) } },
  },
} as const satisfies Feature
