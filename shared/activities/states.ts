// The states of an activity, and what is done to one.

/** `removed`: a draft that was thrown away; its row stays, so that pages hear of it. */
export const ACTIVITY_STATES = ['draft', 'announced', 'open', 'closed', 'settled', 'cancelled', 'removed'] as const
export type ActivityState = (typeof ACTIVITY_STATES)[number]

/** `settle` is the engine's own, once nobody can enter any more; the others are staff's or the clock's. */
export const ACTIVITY_ACTS = ['announce', 'open', 'close', 'settle', 'cancel', 'remove'] as const
export type ActivityAct = (typeof ACTIVITY_ACTS)[number]

/** Nobody can enter any more. */
export function isOver(state: ActivityState): boolean {
  return state === 'closed' || state === 'settled' || state === 'cancelled' || state === 'removed'
}

/** Everyone in the room may know of it: it has left the desk of staff. */
export function isShown(state: ActivityState): boolean {
  return state !== 'draft' && state !== 'removed'
}
