// The counter: coupons and orders redeemed in the shop, each once.
import type { Said } from '../feature.ts'
import type * as en from './words.en.ts'
import type * as hans from './words.zh-Hans.ts'
import type * as hant from './words.zh-Hant.ts'

export const facts = ['counter:redeemed', 'counter:set'] as const

export const refusals = {
  COUNTER_CODE_FOREIGN: 'final',
  COUNTER_CODE_FORGED: 'final',
  COUNTER_CODE_OLD: 'final',
  COUNTER_OTHER_SHOW: 'final',
  COUNTER_NOT_YOURS: 'final',
  COUNTER_CLOSED: 'final',
  COUNTER_ID_TAKEN: 'final',
  COUNTER_USED: 'final',
  COUNTER_TAKEN_BACK: 'final',
  COUNTER_COUPON_OVER: 'final',
  COUNTER_COUPON_PAID: 'final',
  COUNTER_COUPON_KEPT: 'final',
  COUNTER_UNPAID: 'final',
  COUNTER_REFUNDED: 'final',
  COUNTER_UNDECIDED: 'final',
  COUNTER_WITH_GROUP: 'final',
} as const

export const words: Said<typeof refusals, typeof en, typeof hans, typeof hant> = {}
