// Draws: a prize, one entry for each viewer, and winners whom nobody can choose.
import type { OwnEntry } from '../../activities/activity.ts'
import { ENTRY_REFUSALS, MAKE_REFUSALS } from '../../activities/refusals.ts'
import { byId, rows } from '../../contract/merge.ts'
import { AT_THE_DESK } from '../../contract/roles.ts'
import { commandsOf, type Said, USUAL } from '../feature.ts'
import type { COMMANDS, Draw, DrawWin, StaffDraw } from './contract.ts'
import type * as en from './words.en.ts'
import type * as hans from './words.zh-Hans.ts'
import type * as hant from './words.zh-Hant.ts'

const isGone = ({ state }: Draw) => state === 'removed' || state === 'cancelled'
const order = (a: Draw, b: Draw) => a.revision - b.revision

export const slices = {
  everyone: { draws: rows<Draw>({ key: byId, order, isGone }) },
  staff: { draws: rows<StaffDraw>({ key: byId, order, isGone }) },
  own: { wins: rows<DrawWin>({ key: ({ activityId }) => activityId }) },
}

export const facts = ['draw:claimed'] as const

export const refusals = {
  /** The draw was settled, and somebody else has won. */
  NOT_A_WINNER: 'final',
  /** The time to claim is over, and the next in order has it. */
  CLAIM_OVER: 'final',
} as const

export const words: Said<typeof refusals, typeof en, typeof hans, typeof hant> = {}

export const commands = commandsOf<typeof COMMANDS>()({
  'draw:make': { from: AT_THE_DESK, refusals: [...MAKE_REFUSALS, 'PRODUCT_NOT_FOUND'], limit: USUAL },
  'draw:enter': {
    from: ['viewer'],
    refusals: ENTRY_REFUSALS,
    limit: { times: 20, inSeconds: 10 },
    brings: (entry: OwnEntry) => ({ own: { entries: [entry] } }),
  },
  'draw:claim': {
    from: ['viewer'],
    refusals: ['ACTIVITY_NOT_FOUND', 'NOT_A_WINNER', 'CLAIM_OVER', 'STAFF_CANNOT_WIN'],
    limit: { times: 10, inSeconds: 60 },
    brings: (win: DrawWin) => ({ own: { wins: [win] } }),
  },
})
