// The tables of activities; json is text, times are ms since the epoch.
import type { ActivityState } from '@lantern/shared/activities/states.ts'
import type { SealsSchema } from './seals/schema.ts'
import type { ActivityId, HoldId, ShowId, StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'

/**
 * `config`, `result`: json in the words of the kind; `conditions`: json; `entries`: how many have entered; `revision`: of its last
 * move; `waits_for`: json, of a draft that opens by itself, else null.
 */
export interface ActivityRow {
  id: ActivityId
  show_id: ShowId
  kind: string
  state: ActivityState
  config: string
  result: string | null
  places: number | null
  conditions: string
  entries: number
  opens_at: number | null
  waits_for: string | null
  length_ms: number | null
  made_at: number
  opened_at: number | null
  closes_at: number | null
  closed_at: number | null
  settled_at: number | null
  made_by: StaffId
  revision: number
  version: number
}

/**
 * `no`: in the order of entering, from 1; `viewer_id`: null once the viewer is erased; `value`: json in the words of the kind,
 * nothing that a viewer has written freely; `own_words`: json, what was entered instead into a kind of free text, null once the
 * viewer is erased; `requests`: json, the latest that came to it; `entry_id`, `receipt`: of an activity with a seal, else null;
 * `viewer_name`: where it has one, or the kind is of free text, else null; `crowd`: the address, hashed, that it counts against; null:
 * against none.
 */
export interface EntryRow {
  activity_id: ActivityId
  no: number
  show_id: ShowId
  viewer_id: ViewerId | null
  value: string
  own_words: string | null
  requests: string
  entered_at: number
  changed_at: number
  entry_id: string | null
  receipt: string | null
  viewer_name: string | null
  crowd: string | null
  version: number
}

/** How many entries count for a key of the kind. */
export interface TallyRow {
  activity_id: ActivityId
  key: string
  n: number
}

export interface FrontRow {
  show_id: ShowId
  activity_id: ActivityId | null
  version: number
}

/** Of a kind that opens prices, once it has opened one; `cursor`: the last live hold that was brought to it; null: all were. */
export interface PriceRow {
  activity_id: ActivityId
  show_id: ShowId
  cursor: string | null
}

/**
 * A hold that was paid under an activity that opens prices. `waiting`: what goes back is decided once the activity is over;
 * `even`: nothing; `asked`: the shop is told; `by_hand`: staff give it back. `due_minor`: so much goes back.
 */
export interface PaymentRow {
  activity_id: ActivityId
  hold_id: HoldId
  show_id: ShowId
  state: 'waiting' | 'even' | 'asked' | 'by_hand'
  due_minor: number
  version: number
}

/** `contact`: json in the words of the kind; `name`: as they called themselves then; `consented_at`: when they said that the shop may use it. */
export interface ContactRow {
  activity_id: ActivityId
  viewer_id: ViewerId
  name: string | null
  contact: string
  consented_at: number
  version: number
}

export interface ActivitiesSchema extends SealsSchema {
  activities: ActivityRow
  activity_entries: EntryRow
  activity_contacts: ContactRow
  activity_tallies: TallyRow
  activity_fronts: FrontRow
  activity_prices: PriceRow
  activity_payments: PaymentRow
}
