// The overlay that OBS puts over the picture: its address, its signs of life, and what it alone is told.
import { AT_THE_DESK, ROLES } from '../../contract/roles.ts'
import { commandsOf, eventsOf, type Said, USUAL } from '../feature.ts'
import type { COMMANDS, EVENTS } from './contract.ts'
import type * as en from './words.en.ts'
import type * as hans from './words.zh-Hans.ts'
import type * as hant from './words.zh-Hant.ts'

export const facts = ['overlay:renewed', 'overlay:revoked'] as const

export const words: Said<object, typeof en, typeof hans, typeof hant> = {}

export const commands = commandsOf<typeof COMMANDS>()({
  'overlay:renew': { from: AT_THE_DESK, refusals: [], limit: USUAL },
  'overlay:revoke': { from: AT_THE_DESK, refusals: [], limit: USUAL },
  'overlay:status': { from: ROLES, refusals: [], limit: USUAL, isUse: false },
  'overlay:beat': { from: ['overlay'], refusals: [], limit: USUAL },
})

export const events = eventsOf<typeof EVENTS>()({
  'sold:changed': ({ sold }) => Array.isArray(sold),
})
