// Comments: what viewers say, the replies to them, moderation and the blocklist.
import type { Feature } from '../../places.ts'

export const comments = {
  parts: {
    'side.tab': {
      comments: { word: 'tab.comments', load: async () => ({ Tab: (await import('./Comments.tsx')).Comments }) },
    },
  },
} as const satisfies Feature
