// Commission: those who bring buyers earn with what these buy, by rules that the shop sets.
import { AT_THE_DESK, EVERYONE, ROLES } from '../../contract/roles.ts'
import { commandsOf, type Said, USUAL } from '../feature.ts'
import type { COMMANDS } from './contract.ts'
import type * as en from './words.en.ts'
import type * as hans from './words.zh-Hans.ts'
import type * as hant from './words.zh-Hant.ts'

export const slices = {}

export const facts = [
  'sharing:set',
  'sharer:joined',
  'sharer:over',
  'sharer:page_voided',
  'sharer:phone_let_in',
  'commission:paid_out',
] as const

export const refusals = {
  /** Somebody else has set the rules since they were read. */
  SHARING_CHANGED: 'final',
  /** The shop has not switched it on, or off again. */
  SHARING_OFF: 'final',
  /** Stopped, or voided by staff. */
  SHARER_OVER: 'final',
  SHARER_NOT_FOUND: 'final',
  /** Void, made up, or of somebody who was erased. */
  SHARER_PAGE_GONE: 'final',
  /** They have as many links for this show as there may be. */
  ENOUGH_OWN_LINKS: 'final',
  /** What is confirmed is another sum by now. */
  PAYOUT_CHANGED: 'final',
} as const

export const words: Said<typeof refusals, typeof en, typeof hans, typeof hant> = {}

export const commands = commandsOf<typeof COMMANDS>()({
  'sharing:read': { from: ROLES, refusals: [], limit: USUAL, isUse: false },
  'sharing:set': { from: ['owner'], refusals: ['SHARING_CHANGED'], limit: USUAL },
  'sharer:join': { from: EVERYONE, refusals: ['SHARING_OFF', 'SHARER_OVER'], limit: { times: 10, inSeconds: 60 } },
  'sharer:mine': { from: EVERYONE, refusals: [], limit: { times: 30, inSeconds: 60 }, isUse: false },
  'sharer:leave': { from: EVERYONE, refusals: ['SHARER_NOT_FOUND'], limit: { times: 10, inSeconds: 60 } },
  'sharers:list': { from: AT_THE_DESK, refusals: [], limit: USUAL, isUse: false },
  'sharer:end': { from: ['owner'], refusals: ['SHARER_NOT_FOUND'], limit: USUAL },
  'sharer:pay': { from: ['owner'], refusals: ['SHARER_NOT_FOUND', 'PAYOUT_CHANGED'], limit: USUAL },
})
