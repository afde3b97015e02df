// What is on offer in the show, with its numbers.
import { byId, rows } from '../../contract/merge.ts'
import { AT_THE_DESK } from '../../contract/roles.ts'
import type { Offer } from '../../contract/things.ts'
import { commandsOf, type Said, USUAL } from '../feature.ts'
import type { COMMANDS } from './contract.ts'
import type * as en from './words.en.ts'
import type * as hans from './words.zh-Hans.ts'
import type * as hant from './words.zh-Hant.ts'

export const slices = { everyone: { offers: rows<Offer>({ key: byId }) } }

export const refusals = { OFFER_NOT_FOUND: 'final', BELOW_TAKEN: 'final', UNITS_SHARED: 'final' } as const

export const words: Said<typeof refusals, typeof en, typeof hans, typeof hant> = {}

export const commands = commandsOf<typeof COMMANDS>()({
  'offer:change': {
    from: AT_THE_DESK,
    refusals: ['OFFER_NOT_FOUND', 'SHOW_ENDED', 'BELOW_TAKEN', 'UNITS_SHARED'],
    limit: USUAL,
    brings: (offer) => ({ room: { offers: [offer] } }),
  },
})
