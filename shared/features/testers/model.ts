// Chosen testers: so many places on a list, first come, first served, and a contact by consent.
import type { OwnEntry } from '../../activities/activity.ts'
import { ENTRY_REFUSALS, MAKE_REFUSALS } from '../../activities/refusals.ts'
import { byId, rows } from '../../contract/merge.ts'
import { AT_THE_DESK } from '../../contract/roles.ts'
import { commandsOf, type Said, USUAL } from '../feature.ts'
import type { COMMANDS, StaffTesters, TesterContact, Testers } from './contract.ts'
import type * as en from './words.en.ts'
import type * as hans from './words.zh-Hans.ts'
import type * as hant from './words.zh-Hant.ts'

const isGone = ({ state }: Testers) => state === 'removed' || state === 'cancelled'
const order = (a: Testers, b: Testers) => a.revision - b.revision

export const slices = {
  everyone: { testers: rows<Testers>({ key: byId, order, isGone }) },
  staff: { testers: rows<StaffTesters>({ key: byId, order, isGone }) },
  own: { testerContacts: rows<TesterContact>({ key: ({ activityId }) => activityId }) },
}

export const facts = ['testers:told'] as const

export const refusals = {
  /** Whoever has no place is not asked how to reach them. */
  NO_PLACE: 'final',
} as const

export const words: Said<typeof refusals, typeof en, typeof hans, typeof hant> = {}

export const commands = commandsOf<typeof COMMANDS>()({
  'testers:make': { from: AT_THE_DESK, refusals: [...MAKE_REFUSALS, 'PRODUCT_NOT_FOUND'], limit: USUAL },
  'testers:take': {
    from: ['viewer'],
    refusals: ENTRY_REFUSALS,
    limit: { times: 20, inSeconds: 10 },
    brings: (entry: OwnEntry) => ({ own: { entries: [entry] } }),
  },
  'testers:contact': {
    from: ['viewer'],
    refusals: ['ACTIVITY_NOT_FOUND', 'NO_PLACE'],
    limit: { times: 10, inSeconds: 60 },
    brings: (contact: TesterContact) => ({ own: { testerContacts: [contact] } }),
  },
})
