// What commands about activities may be refused with, whatever the kind.

/** Whoever makes one. */
export const MAKE_REFUSALS = ['ACTIVITY_ID_TAKEN', 'SHOW_ENDED'] as const

/** Whoever moves one. */
export const MOVE_REFUSALS = [
  'ACTIVITY_NOT_FOUND',
  'ACTIVITY_NOT_OPEN',
  'ACTIVITY_STARTED',
  'ACTIVITY_OVER',
  'ACTIVITY_CHANGED',
  'SHOW_ENDED',
] as const

/** Whoever enters one, beside what the edge refuses. */
export const ENTRY_REFUSALS = [
  'ACTIVITY_NOT_FOUND',
  'ACTIVITY_NOT_OPEN',
  'ACTIVITY_OVER',
  'ACTIVITY_FULL',
  'ACTIVITY_ENTERED',
] as const
