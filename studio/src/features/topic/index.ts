// Topics on the desk: their form, their rows and the answers to pick from, in the frame of all plays.
import { MessageCircleQuestion } from 'lucide-react'
import type { Feature } from '../../places.ts'

export const topic = {
  parts: {
    play: {
      topic: {
        rank: 7,
        word: 'topic.tab',
        Icon: MessageCircleQuestion,
        listIn: ({ topics }) => topics,
        load: async () => ({ play: (await import('./play.ts')).TOPIC }),
      },
    },
  },
} as const satisfies Feature
