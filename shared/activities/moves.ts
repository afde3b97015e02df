// The life of an activity: a table of moves, the same for every kind, for the server and for pages.
import { grant, type Outcome, refuse } from '../contract/refusals.ts'
import { type ActivityAct, type ActivityState, isOver } from './states.ts'
import type { MoveRefusal } from './refusals.ts'

/** Where each act leads; what has led there before leads nowhere else. What is missing is refused. */
const MOVES: Readonly<Record<ActivityState, Partial<Record<ActivityAct, ActivityState>>>> = {
  // Nobody was promised anything: to cancel a draft is to throw it away.
  draft: { announce: 'announced', open: 'open', cancel: 'removed', remove: 'removed' },
  announced: { announce: 'announced', open: 'open', cancel: 'cancelled' },
  open: { open: 'open', close: 'closed', cancel: 'cancelled' },
  closed: { close: 'closed', settle: 'settled', cancel: 'cancelled' },
  settled: { close: 'settled', settle: 'settled' },
  cancelled: { cancel: 'cancelled' },
  removed: { cancel: 'removed', remove: 'removed' },
}

type NoMove = Exclude<MoveRefusal, 'ACTIVITY_CHANGED' | 'SHOW_ENDED'>

/** The state after the act, the same one where the act has been done already. */
export function moveOf(state: ActivityState, act: ActivityAct): Outcome<ActivityState, NoMove> {
  const next = MOVES[state][act]
  return next === undefined ? refuse(whyNot(state, act)) : grant(next)
}

function whyNot(state: ActivityState, act: ActivityAct): NoMove {
  if (state === 'removed') return 'ACTIVITY_NOT_FOUND'
  if (isOver(state)) return 'ACTIVITY_OVER'
  return act === 'close' || (act === 'settle' && state !== 'open') ? 'ACTIVITY_NOT_OPEN' : 'ACTIVITY_STARTED'
}
