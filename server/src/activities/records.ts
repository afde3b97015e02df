// Rows of activities turned into what rules and pages work with, and back.
import type { ActivityLife, OwnEntry, Seal } from '@lantern/shared/activities/activity.ts'
import type { Conditions } from '@lantern/shared/activities/conditions.ts'
import type { WaitsFor } from '@lantern/shared/activities/waiting.ts'
import type { ActivityRow, EntryRow } from './schema.ts'
import type { SealRow } from './seals/schema.ts'

/** An activity as rules see it: its kind's words read. */
export interface ActivityRecord extends Omit<ActivityRow, 'config' | 'conditions' | 'result' | 'waits_for'> {
  readonly config: unknown
  readonly conditions: Conditions
  readonly waits_for: WaitsFor | null
  /** Null: nothing came of it yet. */
  readonly result: unknown
}

export function toActivity(row: ActivityRow): ActivityRecord {
  return {
    ...row,
    config: JSON.parse(row.config),
    conditions: JSON.parse(row.conditions),
    waits_for: row.waits_for === null ? null : JSON.parse(row.waits_for),
    result: row.result === null ? null : JSON.parse(row.result),
  }
}

export function toActivityRow(activity: ActivityRecord): ActivityRow {
  const { config, conditions, result, waits_for } = activity
  return {
    ...activity,
    config: JSON.stringify(config),
    conditions: JSON.stringify(conditions),
    waits_for: waits_for === null ? null : JSON.stringify(waits_for),
    result: result === null ? null : JSON.stringify(result),
  }
}

/** What everyone may know of it, while it runs too: never the seed. */
export function toSeal({ commitment, round, head }: SealRow): Seal {
  return { commitment, round, head }
}

export function toLife(row: Omit<ActivityRecord, 'config' | 'result'>, seal: SealRow | undefined): ActivityLife {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    opensAt: row.opens_at,
    waitsFor: row.waits_for,
    lengthMs: row.length_ms,
    openedAt: row.opened_at,
    closesAt: row.closes_at,
    closedAt: row.closed_at,
    places: row.places,
    conditions: row.conditions,
    entries: row.entries,
    seal: seal ? toSeal(seal) : null,
    revision: row.revision,
    version: row.version,
  }
}

/** Json of what was entered, wherever its kind keeps it. */
export function givenIn({ value, own_words }: Pick<EntryRow, 'value' | 'own_words'>): string {
  return own_words ?? value
}

/** As its own viewer sees it. */
export function toOwnEntry(row: EntryRow, kind: string): OwnEntry {
  const { activity_id: activityId, no, entry_id: entryId, receipt: hash, version } = row
  const receipt = entryId === null || hash === null ? null : { entryId, receipt: hash }
  return { activityId, kind, no, entry: JSON.parse(givenIn(row)), receipt, version }
}
