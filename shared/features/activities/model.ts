// What is common to all activities: their moves, which one stands in front, and what each viewer has entered.
import type { ActivityFront, OwnEntry } from '../../activities/activity.ts'
import { ACTIVITY_FACTS } from '../../activities/facts.ts'
import { MOVE_REFUSALS, PLAN_REFUSALS } from '../../activities/refusals.ts'
import { one, rows } from '../../contract/merge.ts'
import { AT_THE_DESK } from '../../contract/roles.ts'
import { commandsOf, type Said, USUAL } from '../feature.ts'
import type { COMMANDS } from './contract.ts'
import type * as en from './words.en.ts'
import type * as hans from './words.zh-Hans.ts'
import type * as hant from './words.zh-Hant.ts'

export const slices = {
  everyone: { front: one<ActivityFront>({ activityId: null, version: 0 }) },
  own: { entries: rows<OwnEntry>({ key: ({ activityId }) => activityId }) },
}

export const facts = [...ACTIVITY_FACTS, 'front:changed'] as const

export const refusals = {
  ACTIVITY_NOT_FOUND: 'final',
  ACTIVITY_ID_TAKEN: 'final',
  /** Not open yet. */
  ACTIVITY_NOT_OPEN: 'final',
  /** It was shown already, so that it cannot be removed or announced any more. */
  ACTIVITY_STARTED: 'final',
  ACTIVITY_OVER: 'final',
  /** Somebody else has moved it since. */
  ACTIVITY_CHANGED: 'final',
  /** All its places are taken. */
  ACTIVITY_FULL: 'final',
  /** The viewer is in it already, and it takes no second word. */
  ACTIVITY_ENTERED: 'final',
  /** The viewer has not done yet what it asks for; `progress` says how far they are. */
  CONDITIONS_UNMET: 'final',
  /** The viewer has won as often within thirty days as one person may. */
  WON_ENOUGH: 'final',
  /** Viewers without history behind one address are in as often as they may be together. */
  CROWDED_ENTRIES: 'retry',
} as const

export const words: Said<typeof refusals, typeof en, typeof hans, typeof hant> = {}

const moving = { from: AT_THE_DESK, limit: USUAL } as const

export const commands = commandsOf<typeof COMMANDS>()({
  'activity:announce': { ...moving, refusals: MOVE_REFUSALS.announce },
  'activity:open': { ...moving, refusals: MOVE_REFUSALS.open },
  'activity:close': { ...moving, refusals: MOVE_REFUSALS.close },
  'activity:cancel': { ...moving, refusals: MOVE_REFUSALS.cancel },
  'activity:remove': { ...moving, refusals: MOVE_REFUSALS.remove },
  'activity:plan': { ...moving, refusals: PLAN_REFUSALS },
  'activity:front': { from: AT_THE_DESK, refusals: ['ACTIVITY_NOT_FOUND'], limit: USUAL },
  'activity:progress': {
    from: ['viewer'],
    refusals: ['ACTIVITY_NOT_FOUND'],
    limit: { times: 20, inSeconds: 60 },
    isUse: false,
  },
})
