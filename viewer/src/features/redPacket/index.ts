// Red packets: a warm envelope that stands out of its card, one tap for each viewer, and the same in the overlay.
import type { Feature } from '../../places.ts'

export const redPacket = {
  parts: {
    play: {
      redPacket: {
        listIn: ({ redPackets }) => redPackets,
        load: async () => ({ play: (await import('./play.ts')).RED_PACKET }),
      },
    },
    'overlay.play': {
      redPacket: {
        listIn: ({ redPackets }) => redPackets,
        load: async () => ({ play: (await import('./overlayPlay.ts')).RED_PACKET }),
      },
    },
  },
} as const satisfies Feature
