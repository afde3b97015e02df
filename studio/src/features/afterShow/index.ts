// After the end: what the show came to.
import type { Feature } from '../../places.ts'

export const afterShow = {
  parts: {
    stage: {
      end: {
        isFor: (phase) => phase === 'ended',
        load: async () => ({ Stage: (await import('./EndPanel.tsx')).EndPanel }),
      },
    },
  },
} as const satisfies Feature
