// Topics: a question that viewers answer in their own words, before the show too; staff pick what everyone sees.
import type { OwnEntry } from '../../activities/activity.ts'
import { ENTRY_REFUSALS, MAKE_REFUSALS } from '../../activities/refusals.ts'
import { byId, rows } from '../../contract/merge.ts'
import { AT_THE_DESK, ROLES } from '../../contract/roles.ts'
import { commandsOf, type Said, USUAL } from '../feature.ts'
import type { COMMANDS, Topic } from './contract.ts'
import type * as en from './words.en.ts'
import type * as hans from './words.zh-Hans.ts'
import type * as hant from './words.zh-Hant.ts'

const isGone = ({ state }: Topic) => state === 'removed' || state === 'cancelled'
const topics = rows<Topic>({ key: byId, order: (a, b) => a.revision - b.revision, isGone })

export const slices = { everyone: { topics }, staff: { topics } }

export const facts = ['topic:marked'] as const

export const refusals = {
  ANSWER_EMPTY: 'final',
  ANSWER_TOO_LONG: 'final',
  ANSWER_BLOCKED: 'final',
  ANSWER_NOT_FOUND: 'final',
  /** Since whoever picks it has read it. */
  ANSWER_CHANGED: 'final',
  PICKED_ENOUGH: 'final',
} as const

export const words: Said<typeof refusals, typeof en, typeof hans, typeof hant> = {}

export const commands = commandsOf<typeof COMMANDS>()({
  'topic:make': { from: AT_THE_DESK, refusals: MAKE_REFUSALS, limit: USUAL },
  'topic:answer': {
    from: ['viewer'],
    refusals: [...ENTRY_REFUSALS, 'ANSWER_EMPTY', 'ANSWER_TOO_LONG', 'ANSWER_BLOCKED', 'MUTED', 'BANNED'],
    limit: { times: 10, inSeconds: 60 },
    brings: (entry: OwnEntry) => ({ own: { entries: [entry] } }),
  },
  'topic:answers': { from: ROLES, refusals: ['ACTIVITY_NOT_FOUND'], limit: USUAL },
  'topic:mark': {
    from: ROLES,
    refusals: ['ACTIVITY_NOT_FOUND', 'ANSWER_NOT_FOUND', 'ANSWER_CHANGED', 'PICKED_ENOUGH'],
    limit: USUAL,
  },
})
