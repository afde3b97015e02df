// Flash sales: the panel under the stage, and its key.
import { Zap } from 'lucide-react'
import type { Feature } from '../../places.ts'
import { SALE_KEY } from './saleKey.ts'

export const sales = {
  keys: [{ keys: [SALE_KEY], rank: 20, shown: 'F', word: 'keys.sale' }],
  parts: {
    'desk.panel': {
      sale: {
        word: 'phone.sale',
        Icon: Zap,
        isFor: (phase) => phase !== 'ended',
        load: async () => ({ Panel: (await import('./SalePanel.tsx')).SalePanel }),
      },
    },
  },
} as const satisfies Feature
