// The show itself: its phase, its rundown and how many watch.
import { gauge, one } from '../../contract/merge.ts'
import { AT_THE_DESK, ON_AIR } from '../../contract/roles.ts'
import type { Product, Show } from '../../contract/things.ts'
import { commandsOf, type Said, USUAL } from '../feature.ts'
import type { COMMANDS } from './contract.ts'
import type * as en from './words.en.ts'
import type * as hans from './words.zh-Hans.ts'
import type * as hant from './words.zh-Hant.ts'

export const slices = {
  everyone: { show: one<Show>(), products: gauge<readonly Product[]>([]), viewers: gauge(0) },
}

export const refusals = {
  SHOW_NOT_FOUND: 'final',
  SHOW_NOT_LIVE: 'final',
  SHOW_ENDED: 'final',
  START_IN_PAST: 'final',
  NOT_ENOUGH_LEFT: 'final',
  TOO_MANY_OFFERS: 'final',
  PRODUCT_NOT_FOUND: 'final',
  PRODUCT_TAKEN: 'final',
  RUNDOWN_CHANGED: 'final',
} as const

export const words: Said<typeof refusals, typeof en, typeof hans, typeof hant> = {}

export const commands = commandsOf<typeof COMMANDS>()({
  'show:goLive': { from: ON_AIR, refusals: ['SHOW_ENDED'], limit: USUAL },
  'show:end': { from: ON_AIR, refusals: ['SHOW_NOT_LIVE', 'SHOW_ENDED'], limit: USUAL },
  'crowd:lift': { from: AT_THE_DESK, refusals: ['SHOW_ENDED'], limit: USUAL },
})
