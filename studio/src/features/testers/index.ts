// Chosen testers on the desk: their form, their rows and their lists, in the frame of all plays.
import { ClipboardCheck } from 'lucide-react'
import type { Feature } from '../../places.ts'

export const testers = {
  parts: {
    play: {
      testers: {
        rank: 6,
        word: 'testers.tab',
        Icon: ClipboardCheck,
        listIn: ({ testers }) => testers,
        load: async () => ({ play: (await import('./play.ts')).TESTERS }),
      },
    },
  },
} as const satisfies Feature
