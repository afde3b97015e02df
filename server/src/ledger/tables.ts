// The columns a batch writes, by table.
const POOL = { free: 'integer', taken: 'integer', paid: 'integer', version: 'integer' } as const

export const HOLDS = {
  table: 'holds',
  columns: {
    id: 'text',
    show_id: 'text',
    viewer_id: 'text',
    viewer_name: 'text',
    via: 'text',
    state: 'text',
    currency: 'text',
    total_minor: 'integer',
    granted_at: 'integer',
    expires_at: 'integer',
    extended: 'integer',
    waited: 'integer',
    source: 'text',
    crowd: 'text',
    asked: 'text',
    order_id: 'text',
    lines: 'text',
    credit: 'text',
    group_id: 'text',
    group_terms: 'text',
    version: 'integer',
  },
} as const

export const HOLD_CHANGES = {
  table: 'holds',
  keys: ['id'],
  columns: {
    id: 'text',
    state: 'text',
    total_minor: 'integer',
    expires_at: 'integer',
    extended: 'integer',
    asked: 'text',
    order_id: 'text',
    lines: 'text',
    version: 'integer',
  },
} as const

export const OFFER_CHANGES = {
  table: 'offers',
  keys: ['id'],
  columns: {
    id: 'text',
    allotted: 'integer',
    per_viewer: 'integer',
    policy: 'text',
    hold_ms: 'integer',
    waiting: 'integer',
    lapsed: 'integer',
    shared: 'integer',
    ...POOL,
  },
} as const

export const STOCK_CHANGES = {
  table: 'shared_stocks',
  keys: ['variant_id'],
  columns: { variant_id: 'text', units: 'integer', free: 'integer' },
} as const

export const SALES = {
  table: 'flash_sales',
  columns: {
    id: 'text',
    show_id: 'text',
    product_id: 'text',
    currency: 'text',
    price_minor: 'integer',
    allotted: 'integer',
    per_viewer: 'integer',
    opens_at: 'integer',
    closes_at: 'integer',
    grace_ms: 'integer',
    ended_at: 'integer',
    end_reason: 'text',
    ...POOL,
  },
} as const

export const SALE_CHANGES = {
  table: 'flash_sales',
  keys: ['id'],
  columns: { id: 'text', allotted: 'integer', ended_at: 'integer', end_reason: 'text', ...POOL },
} as const

export const ORDERS = {
  table: 'orders',
  columns: {
    hold_id: 'text',
    order_id: 'text',
    endpoint_id: 'text',
    show_id: 'text',
    amount_minor: 'integer',
    currency: 'text',
    at: 'integer',
    state: 'text',
    matter: 'text',
    second: 'integer',
    refund: 'text',
    restock: 'integer',
    back_minor: 'integer',
    keep_minor: 'integer',
    version: 'integer',
  },
} as const

export const ORDER_CHANGES = {
  table: 'orders',
  keys: ['hold_id', 'order_id'],
  columns: {
    hold_id: 'text',
    order_id: 'text',
    amount_minor: 'integer',
    currency: 'text',
    at: 'integer',
    state: 'text',
    matter: 'text',
    second: 'integer',
    refund: 'text',
    restock: 'integer',
    back_minor: 'integer',
    keep_minor: 'integer',
    version: 'integer',
  },
} as const

export const INBOX = {
  table: 'inbox',
  columns: { endpoint_id: 'text', event_id: 'text', hold_id: 'text', type: 'text', at: 'integer', early: 'text' },
} as const

export const WAITS = {
  table: 'waits',
  columns: {
    no: 'integer',
    show_id: 'text',
    offer_id: 'text',
    sale_id: 'text',
    viewer_id: 'text',
    viewer_name: 'text',
    via: 'text',
    source: 'text',
    crowd: 'text',
    quantity: 'integer',
    state: 'text',
    present: 'integer',
    joined_at: 'integer',
    seen_at: 'integer',
    version: 'integer',
  },
} as const

export const WAIT_CHANGES = {
  table: 'waits',
  keys: ['no'],
  columns: {
    no: 'integer',
    sale_id: 'text',
    quantity: 'integer',
    state: 'text',
    present: 'integer',
    seen_at: 'integer',
    version: 'integer',
  },
} as const

export const PIN_CHANGES = {
  table: 'pins',
  keys: ['show_id'],
  columns: { show_id: 'text', product_ids: 'text', version: 'integer' },
} as const

export const SHOW_CHANGES = {
  table: 'shows',
  keys: ['id'],
  columns: { id: 'text', phase: 'text', ended_at: 'integer', host: 'text', crowd: 'text', version: 'integer' },
} as const

const ACTIVITY_MOVES = {
  id: 'text',
  state: 'text',
  result: 'text',
  entries: 'integer',
  opened_at: 'integer',
  closes_at: 'integer',
  closed_at: 'integer',
  settled_at: 'integer',
  waits_for: 'text',
  revision: 'integer',
  version: 'integer',
} as const

export const ACTIVITIES = {
  table: 'activities',
  columns: {
    ...ACTIVITY_MOVES,
    show_id: 'text',
    kind: 'text',
    config: 'text',
    places: 'integer',
    conditions: 'text',
    opens_at: 'integer',
    length_ms: 'integer',
    made_at: 'integer',
    made_by: 'text',
  },
} as const

export const ACTIVITY_CHANGES = { table: 'activities', keys: ['id'], columns: ACTIVITY_MOVES } as const

const ENTRY_KEYS = { activity_id: 'text', no: 'integer' } as const
const ENTRY_WORDS = {
  value: 'text',
  own_words: 'text',
  viewer_name: 'text',
  requests: 'text',
  changed_at: 'integer',
  version: 'integer',
} as const

export const ENTRIES = {
  table: 'activity_entries',
  columns: {
    ...ENTRY_KEYS,
    show_id: 'text',
    viewer_id: 'text',
    entered_at: 'integer',
    entry_id: 'text',
    receipt: 'text',
    crowd: 'text',
    ...ENTRY_WORDS,
  },
} as const

export const ENTRY_CHANGES = {
  table: 'activity_entries',
  keys: ['activity_id', 'no'],
  columns: { ...ENTRY_KEYS, ...ENTRY_WORDS },
} as const

const TALLY = { activity_id: 'text', key: 'text', n: 'integer' } as const
export const TALLIES = { table: 'activity_tallies', columns: TALLY } as const
export const TALLY_CHANGES = { ...TALLIES, keys: ['activity_id', 'key'] } as const

const FRONT = { show_id: 'text', activity_id: 'text', version: 'integer' } as const
export const FRONTS = { table: 'activity_fronts', columns: FRONT } as const
export const FRONT_CHANGES = { ...FRONTS, keys: ['show_id'] } as const

const SEAL_MOVES = {
  activity_id: 'text',
  chain: 'text',
  round: 'integer',
  randomness: 'text',
  signature: 'text',
  head: 'text',
} as const
export const SEALS = {
  table: 'activity_seals',
  columns: { ...SEAL_MOVES, seed: 'text', commitment: 'text' },
} as const
export const SEAL_CHANGES = { table: 'activity_seals', keys: ['activity_id'], columns: SEAL_MOVES } as const

const WIN_MOVES = { activity_id: 'text', entry_id: 'text', state: 'text', version: 'integer' } as const
export const WINS = {
  table: 'activity_wins',
  columns: {
    ...WIN_MOVES,
    show_id: 'text',
    place: 'integer',
    won_at: 'integer',
    until: 'integer',
    claimed_at: 'integer',
  },
} as const
export const WIN_CHANGES = { table: 'activity_wins', keys: ['activity_id', 'entry_id'], columns: WIN_MOVES } as const

/** Of a row what a target writes. */
export type Only<Row, Target extends { columns: object }> = Pick<Row, keyof Row & keyof Target['columns']>
