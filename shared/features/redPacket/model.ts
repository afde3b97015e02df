// Red packets: a sum in so many places, one tap for each viewer, and gone when they are gone.
import type { OwnEntry } from '../../activities/activity.ts'
import { ENTRY_REFUSALS, MAKE_REFUSALS } from '../../activities/refusals.ts'
import { byId, rows } from '../../contract/merge.ts'
import { AT_THE_DESK } from '../../contract/roles.ts'
import { commandsOf, type Said, USUAL } from '../feature.ts'
import type { COMMANDS, RedPacket } from './contract.ts'
import type * as en from './words.en.ts'
import type * as hans from './words.zh-Hans.ts'
import type * as hant from './words.zh-Hant.ts'

const isGone = ({ state }: RedPacket) => state === 'removed' || state === 'cancelled'
const redPackets = rows<RedPacket>({ key: byId, order: (a, b) => a.revision - b.revision, isGone })

export const slices = { everyone: { redPackets }, staff: { redPackets } }

export const words: Said<object, typeof en, typeof hans, typeof hant> = {}

export const commands = commandsOf<typeof COMMANDS>()({
  'redPacket:make': {
    from: AT_THE_DESK,
    refusals: [...MAKE_REFUSALS, 'PRODUCT_NOT_FOUND', 'CURRENCY_CHANGED', 'COUPON_NOT_CARRIED', 'COUPON_PAST'],
    limit: USUAL,
  },
  'redPacket:open': {
    from: ['viewer'],
    refusals: ENTRY_REFUSALS,
    limit: { times: 20, inSeconds: 10 },
    brings: (entry: OwnEntry) => ({ own: { entries: [entry] } }),
  },
})
