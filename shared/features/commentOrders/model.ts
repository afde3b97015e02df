// Comment to buy: a keyword and a number in a comment make a hold.
import type { Buying } from '../../contract/commentOrders.ts'
import { one } from '../../contract/merge.ts'
import { PLACING } from '../../contract/placing.ts'
import { AT_THE_DESK, ROLES } from '../../contract/roles.ts'
import { commandsOf, type Said, USUAL } from '../feature.ts'
import type { COMMANDS } from './contract.ts'
import type * as en from './words.en.ts'
import type * as hans from './words.zh-Hans.ts'
import type * as hant from './words.zh-Hant.ts'

export const slices = { everyone: { buying: one<Buying | null>() } }

export const facts = ['buying:changed'] as const

export const refusals = { KEYWORD_TAKEN: 'final', KEYWORD_UNFIT: 'final', NOTHING_TO_HOLD: 'final' } as const

export const words: Said<typeof refusals, typeof en, typeof hans, typeof hant> = {}

export const commands = commandsOf<typeof COMMANDS>()({
  'buying:set': {
    from: AT_THE_DESK,
    refusals: ['OFFER_NOT_FOUND', 'KEYWORD_TAKEN', 'KEYWORD_UNFIT', 'SHOW_ENDED'],
    limit: USUAL,
  },
  'buying:try': { from: ROLES, refusals: [], limit: { times: 10, inSeconds: 10 } },
  // The hold is the author's, not that of the staff who asked: it brings nothing.
  'buying:take': { from: ROLES, refusals: [...PLACING, 'COMMENT_NOT_FOUND', 'NOTHING_TO_HOLD'], limit: USUAL },
})
