// The columns of rewards, and of what is redeemed at the counter, that a batch writes.
const REWARD_MOVES = {
  id: 'text',
  state: 'text',
  until: 'integer',
  hold_id: 'text',
  used_in: 'text',
  owed: 'text',
  version: 'integer',
} as const

export const REWARDS = {
  table: 'rewards',
  columns: {
    ...REWARD_MOVES,
    show_id: 'text',
    activity_id: 'text',
    entry_no: 'integer',
    paid_by: 'text',
    viewer_id: 'text',
    kind: 'text',
    what: 'text',
    granted_at: 'integer',
  },
} as const

export const REWARD_CHANGES = { table: 'rewards', keys: ['id'], columns: REWARD_MOVES } as const

export const REDEMPTIONS = {
  table: 'redemptions',
  columns: {
    id: 'text',
    kind: 'text',
    ref: 'text',
    show_id: 'text',
    place: 'text',
    by_staff: 'text',
    at: 'integer',
    version: 'integer',
  },
} as const
