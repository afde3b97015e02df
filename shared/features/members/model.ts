// Members: who of the viewers is which customer of the shop.
import type { Said } from '../feature.ts'
import type * as en from './words.en.ts'
import type * as hans from './words.zh-Hans.ts'
import type * as hant from './words.zh-Hant.ts'

export const facts = ['member:known', 'member:merged', 'tiers:set'] as const

export const refusals = {
  MEMBER_LINK_UNREAD: 'final',
  MEMBER_LINK_OLD: 'final',
  MEMBER_LINK_USED: 'final',
  MEMBER_LINK_MONEY: 'final',
} as const

export const words: Said<typeof refusals, typeof en, typeof hans, typeof hant> = {}
