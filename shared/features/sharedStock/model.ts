// Stocks that several shows sell from: they belong to the shop and not to a show.
import { AT_THE_DESK } from '../../contract/roles.ts'
import { commandsOf, type Said, USUAL } from '../feature.ts'
import type { COMMANDS } from './contract.ts'
import type * as en from './words.en.ts'
import type * as hans from './words.zh-Hans.ts'
import type * as hant from './words.zh-Hant.ts'

export const slices = {}

/** In the shop's own stream. */
export const facts = ['stock:shared', 'stock:unshared'] as const

export const refusals = {
  /** Somebody else has changed it since. */
  STOCK_CHANGED: 'final',
  /** A show that is to leave has sold from it. */
  SHARE_TAKEN: 'final',
} as const

export const words: Said<typeof refusals, typeof en, typeof hans, typeof hant> = {}

export const commands = commandsOf<typeof COMMANDS>()({
  'stock:list': { from: AT_THE_DESK, refusals: [], limit: USUAL, isUse: false },
  'stock:share': {
    from: ['owner', 'host'],
    refusals: ['OFFER_NOT_FOUND', 'SHOW_ENDED', 'STOCK_CHANGED', 'SHARE_TAKEN', 'BELOW_TAKEN', 'NOT_ENOUGH_LEFT'],
    limit: USUAL,
  },
  'stock:unshare': { from: ['owner', 'host'], refusals: ['OFFER_NOT_FOUND', 'STOCK_CHANGED'], limit: USUAL },
})
