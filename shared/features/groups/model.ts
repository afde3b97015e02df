// Groups: who gets links of their own, and where what they bought is fetched.
import type { Said } from '../feature.ts'
import type * as en from './words.en.ts'
import type * as hans from './words.zh-Hans.ts'
import type * as hant from './words.zh-Hant.ts'

export const facts = [
  'group:saved',
  'group:deleted',
  'group:priced',
  'group:page_made',
  'group:page_voided',
  'group:phone_let_in',
  'group:arrived',
  'group:handed',
  'point:saved',
] as const

export const refusals = {
  GROUP_NOT_FOUND: 'final',
  POINT_NOT_FOUND: 'final',
  TOO_MANY_GROUPS: 'final',
  TOO_MANY_POINTS: 'final',
  TOO_MANY_GROUP_PRICES: 'final',
  LEADER_PAGE_GONE: 'final',
  ORDER_NOT_HERE: 'final',
  CODE_WRONG: 'final',
} as const

export const words: Said<typeof refusals, typeof en, typeof hans, typeof hant> = {}
