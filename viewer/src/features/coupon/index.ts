// Coupons: their card, one's own on a sheet, the thanks after a payment, and the same in the overlay.
import type { Feature } from '../../places.ts'

const first = () => import('./first.ts')

export const coupon = {
  parts: {
    'live.stack': {
      wallet: { row: 'foot', rank: -1, load: async () => ({ Live: (await first()).WalletButton }) },
      thanks: { row: 'deals', rank: 2, load: async () => ({ Live: (await first()).Live }) },
    },
    after: { thanks: { at: 'panel', load: async () => ({ Poster: (await first()).Poster }) } },
    sheet: {
      wallet: {
        title: ({ t }) => t('wallet.title'),
        load: async () => ({ Content: (await import('./WalletSheet.tsx')).WalletSheet }),
      },
    },
    play: {
      coupon: { listIn: ({ coupons }) => coupons, load: async () => ({ play: (await import('./play.ts')).COUPON }) },
    },
    'overlay.play': {
      coupon: {
        listIn: ({ coupons }) => coupons,
        load: async () => ({ play: (await import('./overlayPlay.ts')).COUPON }),
      },
    },
  },
} as const satisfies Feature
