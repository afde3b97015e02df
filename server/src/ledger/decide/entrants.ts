// Who may come in where something is given away: so many behind one address, and each person so often in thirty days.
import { refuse, type Refusal } from '@lantern/shared/contract/refusals.ts'
import type { ActivityRecord } from '../../activities/records.ts'
import { entriesPerCrowd, hasHistory, unitsPerCrowd } from '../../domain/crowd.ts'
import { crowdKey, wonKey } from '../entrants.ts'
import type { InputOf } from '../requests.ts'
import type { WorkingSet } from '../workingSet.ts'
import { tellStaff } from './crowd.ts'

type Who = Pick<InputOf<'enter'>, 'viewerId' | 'source' | 'issuedAt'>

/** The address that the entry counts against; null: the viewer has history, comes from nowhere we know, or nothing is scarce. */
export function crowdOfEntry(set: WorkingSet, activity: ActivityRecord, who: Who): string | null {
  const { viewerId, source, issuedAt } = who
  const show = set.shows.find(activity.show_id)
  if (typeof source !== 'string' || !show || limitOf(set, activity) === Infinity) return null
  const hasPaid = set.entrants.payers.has(viewerId)
  return hasHistory({ issuedAt, hasPaid }, show.created_at) ? null : source
}

/** Of scarce places a share, of a draw a number; what gives nothing, or gives it to everyone, has no budget. */
function limitOf({ kinds, policy }: WorkingSet, { kind, places }: ActivityRecord): number {
  const rules = kinds.get(kind)
  if (!rules?.gives) return Infinity
  if (places !== null) return unitsPerCrowd(places, policy.crowd)
  return rules.sealed === 'beacon' ? entriesPerCrowd(policy.crowd) : Infinity
}

/** Null: there is room. */
export function refuseCrowdedEntry(
  set: WorkingSet,
  activity: ActivityRecord,
  crowd: string | null,
): Refusal<'CROWDED_ENTRIES'> | null {
  if (crowd === null || set.shows.find(activity.show_id)?.crowd === 'lifted') return null
  const entered = set.entrants.crowds.get(crowdKey(activity.id, crowd)) ?? 0
  if (entered < limitOf(set, activity)) return null
  tellStaff(set, activity.show_id, { about: 'entries' })
  return refuse('CROWDED_ENTRIES')
}

/** Null: they may win once more. */
export function refuseWonEnough(
  { kinds, entrants }: WorkingSet,
  { kind, config }: ActivityRecord,
  viewerId: Who['viewerId'],
): Refusal<'WON_ENOUGH'> | null {
  const most = kinds.get(kind)?.wonAtMost(config) ?? null
  if (most === null || (entrants.won.get(wonKey(kind, viewerId)) ?? 0) < most) return null
  return refuse('WON_ENOUGH', { detail: { most } })
}

/** For those who come later in the batch. */
export function noteEntry({ entrants }: WorkingSet, { id, kind }: ActivityRecord, entry: EntryNoted): void {
  const { crowds, won } = entrants
  if (entry.crowd !== null) add(crowds, crowdKey(id, entry.crowd))
  add(won, wonKey(kind, entry.viewerId))
}

interface EntryNoted {
  readonly viewerId: Who['viewerId']
  readonly crowd: string | null
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
