// The tables of seals; hashes, seeds and random numbers are hex, times are ms since the epoch.
import type { ActivityId, ShowId } from '@lantern/shared/contract/ids.ts'

/** `seed` is told once it is over; `chain`, `round`: null where no public random number was named; `head`: the last receipt. */
export interface SealRow {
  activity_id: ActivityId
  seed: string
  commitment: string
  chain: string | null
  round: number | null
  randomness: string | null
  signature: string | null
  head: string
}

export type WinState = 'won' | 'claimed' | 'expired'

/** Who was drawn, by the id of the entry; `until`: when the place goes on to the next in order. */
export interface WinRow {
  activity_id: ActivityId
  entry_id: string
  show_id: ShowId
  place: number
  state: WinState
  won_at: number
  until: number
  claimed_at: number | null
  version: number
}

export interface SealsSchema {
  activity_seals: SealRow
  activity_wins: WinRow
}
