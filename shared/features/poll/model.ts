// Polls: a question with answers, and one vote for each viewer.
import type { OwnEntry } from '../../activities/activity.ts'
import { ENTRY_REFUSALS, MAKE_REFUSALS } from '../../activities/refusals.ts'
import { byId, rows } from '../../contract/merge.ts'
import { AT_THE_DESK } from '../../contract/roles.ts'
import { commandsOf, type Said, USUAL } from '../feature.ts'
import type { COMMANDS, Poll } from './contract.ts'
import type * as en from './words.en.ts'
import type * as hans from './words.zh-Hans.ts'
import type * as hant from './words.zh-Hant.ts'

const isGone = ({ state }: Poll) => state === 'removed' || state === 'cancelled'
const polls = rows<Poll>({ key: byId, order: (a, b) => a.revision - b.revision, isGone })

export const slices = { everyone: { polls }, staff: { polls } }

export const words: Said<object, typeof en, typeof hans, typeof hant> = {}

export const commands = commandsOf<typeof COMMANDS>()({
  'poll:make': { from: AT_THE_DESK, refusals: [...MAKE_REFUSALS, 'PRODUCT_NOT_FOUND'], limit: USUAL },
  'poll:vote': {
    from: ['viewer'],
    refusals: ENTRY_REFUSALS,
    limit: { times: 20, inSeconds: 10 },
    brings: (entry: OwnEntry) => ({ own: { entries: [entry] } }),
  },
})
