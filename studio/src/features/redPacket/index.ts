// Red packets on the desk: their form and their rows, in the frame of all plays.
import { Mail } from 'lucide-react'
import type { Feature } from '../../places.ts'

export const redPacket = {
  parts: {
    play: {
      redPacket: {
        rank: 3,
        word: 'redPacket.tab',
        Icon: Mail,
        listIn: ({ redPackets }) => redPackets,
        load: async () => ({ play: (await import('./play.ts')).RED_PACKET }),
      },
    },
  },
} as const satisfies Feature
