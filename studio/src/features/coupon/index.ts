// Coupons on the desk: their form and their rows, in the frame of all plays.
import { TicketPercent } from 'lucide-react'
import type { Feature } from '../../places.ts'

export const coupon = {
  parts: {
    play: {
      coupon: {
        rank: 4,
        word: 'coupon.tab',
        Icon: TicketPercent,
        listIn: ({ coupons }) => coupons,
        load: async () => ({ play: (await import('./play.ts')).COUPON }),
      },
    },
  },
} as const satisfies Feature
