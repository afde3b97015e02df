// Templates: plays under a name that belong to the shop and not to a show.
import { AT_THE_DESK } from '../../contract/roles.ts'
import { commandsOf, type Said, USUAL } from '../feature.ts'
import type { COMMANDS } from './contract.ts'
import type * as en from './words.en.ts'
import type * as hans from './words.zh-Hans.ts'
import type * as hant from './words.zh-Hant.ts'

export const slices = {}

/** In the shop's own stream. */
export const facts = ['template:saved', 'template:renamed', 'template:removed'] as const

export const refusals = {
  TEMPLATE_NOT_FOUND: 'final',
  /** Somebody else has changed it since. */
  TEMPLATE_CHANGED: 'final',
  TEMPLATE_NAME_TAKEN: 'final',
  TOO_MANY_TEMPLATES: 'final',
} as const

export const words: Said<typeof refusals, typeof en, typeof hans, typeof hant> = {}

const changing = { from: AT_THE_DESK, limit: USUAL } as const

export const commands = commandsOf<typeof COMMANDS>()({
  'template:list': { from: AT_THE_DESK, refusals: [], limit: USUAL, isUse: false },
  'template:save': {
    ...changing,
    refusals: [
      'ACTIVITY_NOT_FOUND',
      'TEMPLATE_NOT_FOUND',
      'TEMPLATE_CHANGED',
      'TEMPLATE_NAME_TAKEN',
      'TOO_MANY_TEMPLATES',
    ],
  },
  'template:rename': { ...changing, refusals: ['TEMPLATE_NOT_FOUND', 'TEMPLATE_CHANGED', 'TEMPLATE_NAME_TAKEN'] },
  'template:remove': { ...changing, refusals: ['TEMPLATE_CHANGED'] },
})
