// What each viewer has been granted: coupons, places on lists, prizes.
import { rows } from '../../contract/merge.ts'
import { REWARD_FACTS } from '../../rewards/facts.ts'
import type { Reward } from '../../rewards/reward.ts'
import { commandsOf, type Said } from '../feature.ts'
import type { COMMANDS } from './contract.ts'
import type * as en from './words.en.ts'
import type * as hans from './words.zh-Hans.ts'
import type * as hant from './words.zh-Hant.ts'

export const slices = {
  own: { rewards: rows<Reward>({ key: ({ id }) => id, order: (a, b) => a.grantedAt - b.grantedAt }) },
}

export const facts = REWARD_FACTS

export const refusals = {
  /** What gives something away is not for those who run the show, on none of their devices. */
  STAFF_CANNOT_WIN: 'final',
  /** The shop cannot be told that something is taken off. */
  COUPON_NOT_CARRIED: 'final',
} as const

export const words: Said<typeof refusals, typeof en, typeof hans, typeof hant> = {}

export const commands = commandsOf<typeof COMMANDS>()({
  'rewards:list': {
    from: ['viewer'],
    refusals: [],
    limit: { times: 20, inSeconds: 60 },
    isUse: false,
    brings: ({ rewards }: { readonly rewards: readonly Reward[] }) => ({ own: { rewards } }),
  },
})
