// Webhooks: who is told of what happens here.
import type { Feature } from '../../places.ts'

export const webhooks = {
  parts: {
    page: {
      webhooks: {
        word: 'hooks.title',
        mayOpen: ({ role }) => role === 'owner',
        load: async () => ({ Page: (await import('./WebhooksPage.tsx')).WebhooksPage }),
      },
    },
  },
} as const satisfies Feature
