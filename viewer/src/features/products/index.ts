// Products: the card in front with its one button, those beside it, the list, a sheet for each, and the overlay's card.
import type { Feature } from '../../places.ts'

const first = () => import('./first.ts')

export const products = {
  parts: {
    'live.stack': {
      card: { row: 'deals', load: async () => ({ Live: (await first()).FrontCard }) },
      minis: { row: 'comments', load: async () => ({ Live: (await first()).BesideFront }) },
      bag: { row: 'foot', load: async () => ({ Live: (await first()).Bag }) },
    },
    'live.beside': { products: { load: async () => ({ Beside: (await first()).Rundown }) } },
    before: { products: { at: 'panel', load: async () => ({ Poster: (await first()).ToLookAt }) } },
    after: { products: { at: 'panel', load: async () => ({ Poster: (await first()).WasOnTable }) } },
    sheet: {
      products: {
        title: ({ t, count }, { room }) => `${t('products')} · ${count(room.products.length)}`,
        load: async () => ({ Content: (await first()).ProductList }),
      },
      product: {
        title: ({ text }, { room, id }) => text(room.products.find((product) => product.id === id)?.title ?? null),
        load: async () => ({ Content: (await first()).ProductSheet }),
      },
    },
    layer: {
      card: {
        isFor: (phase) => phase === 'live',
        load: async () => ({ Layer: (await import('./OverlayCard.tsx')).OverlayCard }),
      },
    },
  },
} as const satisfies Feature
