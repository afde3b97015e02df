// What commands about activities may be refused with, whatever the kind.

/** Whoever makes one. */
export const MAKE_REFUSALS = ['ACTIVITY_ID_TAKEN', 'SHOW_ENDED'] as const

/** Whoever shows one: the shop cannot be told what it takes off, what it gives would be over, or another one keeps it back. */
const SHOW_REFUSALS = ['PRICE_NOT_CARRIED', 'COUPON_NOT_CARRIED', 'COUPON_PAST', 'STEP_PRICE_RUNNING'] as const

/** Whoever moves one, by what is done to it. */
export const MOVE_REFUSALS = {
  announce: [
    'ACTIVITY_NOT_FOUND',
    'ACTIVITY_STARTED',
    'ACTIVITY_OVER',
    'ACTIVITY_CHANGED',
    'SHOW_ENDED',
    ...SHOW_REFUSALS,
  ],
  open: ['ACTIVITY_NOT_FOUND', 'ACTIVITY_OVER', 'ACTIVITY_CHANGED', 'SHOW_ENDED', ...SHOW_REFUSALS],
  close: ['ACTIVITY_NOT_FOUND', 'ACTIVITY_NOT_OPEN', 'ACTIVITY_OVER', 'ACTIVITY_CHANGED'],
  cancel: ['ACTIVITY_NOT_FOUND', 'ACTIVITY_OVER', 'ACTIVITY_CHANGED'],
  remove: ['ACTIVITY_NOT_FOUND', 'ACTIVITY_STARTED', 'ACTIVITY_OVER', 'ACTIVITY_CHANGED'],
} as const
export type MoveRefusal<Act extends keyof typeof MOVE_REFUSALS = keyof typeof MOVE_REFUSALS> =
  (typeof MOVE_REFUSALS)[Act][number]

/** Whoever says when a draft opens by itself. */
export const PLAN_REFUSALS = [
  'ACTIVITY_NOT_FOUND',
  'ACTIVITY_STARTED',
  'ACTIVITY_OVER',
  'ACTIVITY_CHANGED',
  'SHOW_ENDED',
  'COUPON_PAST',
] as const

/** Whoever enters one, beside what the edge refuses. */
export const ENTRY_REFUSALS = [
  'ACTIVITY_NOT_FOUND',
  'ACTIVITY_NOT_OPEN',
  'ACTIVITY_OVER',
  'ACTIVITY_FULL',
  'ACTIVITY_ENTERED',
  'CONDITIONS_UNMET',
  'STAFF_CANNOT_WIN',
  'WON_ENOUGH',
  'CROWDED_ENTRIES',
] as const
