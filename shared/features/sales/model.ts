// Flash sales: one product for a while at a lower price.
import { one } from '../../contract/merge.ts'
import { AT_THE_DESK } from '../../contract/roles.ts'
import type { FlashSale } from '../../contract/things.ts'
import { commandsOf, type Said, USUAL } from '../feature.ts'
import type { COMMANDS } from './contract.ts'
import type * as en from './words.en.ts'
import type * as hans from './words.zh-Hans.ts'
import type * as hant from './words.zh-Hant.ts'

export const slices = { everyone: { sale: one<FlashSale | null>() } }

export const refusals = {
  SALE_NOT_FOUND: 'final',
  SALE_RUNNING: 'final',
  SALE_OVER: 'final',
  PRICE_NOT_LOWER: 'final',
  /** The shop cannot be told a price below its own. */
  PRICE_NOT_CARRIED: 'final',
  NOT_ENOUGH_UNITS: 'final',
} as const

export const words: Said<typeof refusals, typeof en, typeof hans, typeof hant> = {}

export const commands = commandsOf<typeof COMMANDS>()({
  'sale:start': {
    from: AT_THE_DESK,
    refusals: [
      'SHOW_NOT_LIVE',
      'CURRENCY_CHANGED',
      'PRODUCT_NOT_FOUND',
      'SALE_RUNNING',
      'PRICE_NOT_LOWER',
      'NOT_ENOUGH_UNITS',
      'PRICE_NOT_CARRIED',
    ],
    limit: USUAL,
  },
  'sale:stop': { from: AT_THE_DESK, refusals: ['SALE_NOT_FOUND', 'SALE_OVER'], limit: USUAL },
})
