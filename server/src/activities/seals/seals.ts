// What is asked of the ledger once a draw is known, and what it answers.
import type { ActivityId, ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Passed, Redraw } from './drawn.ts'
import type { SealRow, WinRow } from './schema.ts'

interface OfDraw {
  readonly showId: ShowId
  readonly activityId: ActivityId
}

export interface SettleDraw extends OfDraw {
  /** Both null: no public random number was named. */
  readonly randomness: string | null
  readonly signature: string | null
  /** In order. */
  readonly winners: readonly string[]
  readonly passed: readonly Passed[]
}

export interface Redrawing extends OfDraw, Readonly<Omit<Redraw, 'passed'>> {
  readonly passed: readonly Passed[]
}

/** `again`: somebody who was drawn has been erased or has won elsewhere since; `over`: somebody else has done it. */
export type DrawOutcome = 'done' | 'again' | 'over'

/** What a batch knows of them. */
export interface SealedRows {
  /** Of activities that have one. */
  readonly seals: readonly SealRow[]
  /** Of the shows in which somebody is drawn, with whose they are. */
  readonly wins: readonly WinRecord[]
  /** By the ids of the entries that are about to win; null: erased. */
  readonly whose: ReadonlyMap<string, ViewerId | null>
}

export const winKey = (row: Pick<WinRow, 'activity_id' | 'entry_id'>) => `${row.activity_id} ${row.entry_id}`

/** With whose it is: null, where they were erased. */
export interface WinRecord extends WinRow {
  readonly viewer_id: ViewerId | null
}
