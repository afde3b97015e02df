// What is asked of the engine of activities, and what it answers.
import type { ActivityFront, ActivityLife, ActivityStart, OwnEntry } from '@lantern/shared/activities/activity.ts'
import type { ENTRY_REFUSALS, MAKE_REFUSALS, MoveRefusal, PLAN_REFUSALS } from '@lantern/shared/activities/refusals.ts'
import type { ActivityAct } from '@lantern/shared/activities/states.ts'
import type { WaitsFor } from '@lantern/shared/activities/waiting.ts'
import type { ActivityId, ShowId, StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { Candidate } from '../domain/candidate.ts'

export interface MakeActivity extends ActivityStart {
  readonly showId: ShowId
  readonly kind: string
  /** In the words of the kind. */
  readonly config: unknown
  /** Where it is announced or opened at once: it comes to the front, unless this says no. */
  readonly toFront?: boolean | undefined
  /** Of a draft: it opens by itself. */
  readonly waitsFor?: WaitsFor | null | undefined
  readonly by: StaffId
}

export type MakeOutcome = Outcome<ActivityLife, (typeof MAKE_REFUSALS)[number]>

export interface MoveActivity {
  readonly showId: ShowId
  readonly activityId: ActivityId
  readonly act: Exclude<ActivityAct, 'settle'>
  /** The one that whoever moves it has seen. */
  readonly revision: number
  /** Where it is announced or opened: it comes to the front, unless this says no. */
  readonly toFront?: boolean | undefined
  /** Whether the shop can be told a price below its own; default: it can. */
  readonly carriesPrice?: boolean
  readonly by: StaffId
}

export type MoveOutcome = Outcome<ActivityLife, MoveRefusal>

export interface PlanActivity {
  readonly showId: ShowId
  readonly activityId: ActivityId
  /** The one that whoever plans it has seen. */
  readonly revision: number
  /** Null: it opens by hand alone. */
  readonly waitsFor: WaitsFor | null
  readonly by: StaffId
}

export type PlanOutcome = Outcome<ActivityLife, (typeof PLAN_REFUSALS)[number]>

export interface SetFront {
  readonly showId: ShowId
  /** Null: none. */
  readonly activityId: ActivityId | null
  readonly by: StaffId
}

export type FrontOutcome = Outcome<ActivityFront, 'ACTIVITY_NOT_FOUND'>

export interface EnterActivity {
  readonly showId: ShowId
  readonly activityId: ActivityId
  /** Of the command that was sent: an activity of another kind is not found. */
  readonly kind: string
  readonly viewerId: ViewerId
  /** What the process knows of the viewer that no table says. */
  readonly via: Candidate['via']
  readonly watching: Candidate['watching']
  /** As the viewer calls themselves: kept where a winner would be named. */
  readonly viewerName?: string
  /** The viewer's address, hashed: without history they count against it; null: not known. */
  readonly source?: string | null
  /** When the viewer's cookie was first given; undefined: the viewer counts as one with history. */
  readonly issuedAt?: number | undefined
  /** In the words of the kind, read by its contract. */
  readonly entry: unknown
  /** The same one again changes nothing and is answered alike. */
  readonly requestId: string
}

/** What a kind may refuse an entry with. */
export type KindRefusal = 'BAD_INPUT' | 'ACTIVITY_ENTERED'

export type EnterOutcome = Outcome<
  OwnEntry,
  (typeof ENTRY_REFUSALS)[number] | 'BAD_INPUT' | 'TRY_AGAIN' | 'CANNOT_STORE'
>
