// Coupons: so many off the next hold, claimed with a tap or earned by paying.
import type { OwnEntry } from '../../activities/activity.ts'
import { ENTRY_REFUSALS, MAKE_REFUSALS } from '../../activities/refusals.ts'
import { byId, rows } from '../../contract/merge.ts'
import { AT_THE_DESK } from '../../contract/roles.ts'
import { commandsOf, type Said, USUAL } from '../feature.ts'
import type { COMMANDS, Coupon } from './contract.ts'
import type * as en from './words.en.ts'
import type * as hans from './words.zh-Hans.ts'
import type * as hant from './words.zh-Hant.ts'

const isGone = ({ state }: Coupon) => state === 'removed' || state === 'cancelled'
const coupons = rows<Coupon>({ key: byId, order: (a, b) => a.revision - b.revision, isGone })

export const slices = { everyone: { coupons }, staff: { coupons } }

export const refusals = {
  /** It would be over before it could be used. */
  COUPON_PAST: 'final',
} as const

export const words: Said<typeof refusals, typeof en, typeof hans, typeof hant> = {}

export const commands = commandsOf<typeof COMMANDS>()({
  'coupon:make': {
    from: AT_THE_DESK,
    refusals: [...MAKE_REFUSALS, 'PRODUCT_NOT_FOUND', 'CURRENCY_CHANGED', 'COUPON_NOT_CARRIED', 'COUPON_PAST'],
    limit: USUAL,
  },
  'coupon:claim': {
    from: ['viewer'],
    refusals: ENTRY_REFUSALS,
    limit: { times: 20, inSeconds: 10 },
    brings: (entry: OwnEntry) => ({ own: { entries: [entry] } }),
  },
})
