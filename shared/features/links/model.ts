// Share links: an address for each group and message, voidable, with what came of it.
import { byId, rows } from '../../contract/merge.ts'
import { AT_THE_DESK, ROLES } from '../../contract/roles.ts'
import { commandsOf, type Said, USUAL } from '../feature.ts'
import type { COMMANDS, Link } from './contract.ts'
import type * as en from './words.en.ts'
import type * as hans from './words.zh-Hans.ts'
import type * as hant from './words.zh-Hant.ts'

export const slices = {
  staff: { links: rows<Link>({ key: byId, order: (a, b) => b.madeAt - a.madeAt || (a.id < b.id ? -1 : 1) }) },
}

export const facts = ['link:made', 'link:voided'] as const

export const refusals = {
  LINK_NOT_FOUND: 'final',
  TOO_MANY_LINKS: 'final',
} as const

export const words: Said<typeof refusals, typeof en, typeof hans, typeof hant> = {}

export const commands = commandsOf<typeof COMMANDS>()({
  'link:make': { from: AT_THE_DESK, refusals: ['TOO_MANY_LINKS', 'GROUP_NOT_FOUND'], limit: USUAL },
  'link:void': { from: AT_THE_DESK, refusals: ['LINK_NOT_FOUND'], limit: USUAL },
  'links:count': { from: ROLES, refusals: [], limit: USUAL, isUse: false },
})
