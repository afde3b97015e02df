// What the tests of the engine ask: activities of one kind in a shop, and what the database has of them.
import { ACTIVITY_FACTS } from '@lantern/shared/activities/facts.ts'
import { ActivityId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { type Fact, readFacts } from '../../../events/facts.ts'
import type { Job } from '../../../database/database.ts'
import { SHOW, STAFF, type TestShop } from '../testShop.ts'
import type { EnterActivity, MakeActivity, MoveActivity } from '../../../activities/activities.ts'
import type { PicksConfig } from './testKind.ts'
import { type ReadActivity, readActivities } from '../../../activities/readActivities.ts'

export const KIND = 'picks'

interface Kept {
  readonly activities: readonly ReadActivity[]
  /** By activity, how many entries there are, and how often each thing was picked in them. */
  readonly counted: Readonly<
    Record<string, { readonly entries: number; readonly tallies: Readonly<Record<string, number>> }>
  >
}

/** As a room reads them, beside what the entries come to when they are counted one by one. */
export const readPicks: Job<null, Kept> = {
  name: 'test.readPicks',
  kind: 'read',
  async work(db, _input, { words }) {
    const activities = await readActivities(db, { showId: SHOW, cursor: 0, kind: KIND }, words)
    const rows = await db.selectFrom('activity_entries').selectAll().execute()
    const counted = Object.groupBy(rows, (row) => row.activity_id)
    const sums = Object.entries(counted).map(([id, own = []]) => {
      const picks: string[] = own.flatMap(({ value }) => JSON.parse(value).picks)
      const tallies = Object.fromEntries(
        [...Map.groupBy(picks, (pick) => pick)].map(([pick, all]) => [pick, all.length]),
      )
      return [id, { entries: own.length, tallies }] as const
    })
    return { activities, counted: Object.fromEntries(sums) }
  },
}

export const readActivityFacts: Job<null, Fact[]> = {
  name: 'test.readActivityFacts',
  kind: 'read',
  work: (db) => readFacts(db, { stream: SHOW, after: 0, upTo: 1e12, types: ACTIVITY_FACTS, limit: 100_000 }),
}

/** In the order of entering. */
export const readOwnWords: Job<null, { words: string | null; name: string | null }[]> = {
  name: 'test.readOwnWords',
  kind: 'read',
  async work(db) {
    const rows = await db.selectFrom('activity_entries').selectAll().orderBy('no').execute()
    return rows.map((row) => ({ words: row.own_words, name: row.viewer_name }))
  },
}

const PLAIN: PicksConfig = { options: ['red', 'blue', 'green'], places: null, mayChange: true, settlesAt: 0 }

export function anActivity(
  id: string,
  config: Partial<PicksConfig> = {},
  more: Partial<MakeActivity> = {},
): MakeActivity {
  const activityId = ActivityId.parse(id)
  const made = { showId: SHOW, kind: KIND, config: { ...PLAIN, ...config }, by: STAFF }
  return { activityId, opensAt: null, lengthMs: null, start: 'open', conditions: [], ...made, ...more }
}

export function aMove(id: string, act: MoveActivity['act'], revision: number): MoveActivity {
  return { showId: SHOW, activityId: ActivityId.parse(id), act, revision, by: STAFF }
}

/** `who`: the viewer and the request, such as `v1 r2`; without one it is the first. */
export function anEntry(id: string, who: string, picks: readonly string[]): EnterActivity {
  const [viewer, requestId = 'r1'] = who.split(' ')
  const ids = { activityId: ActivityId.parse(id), viewerId: ViewerId.parse(viewer) }
  return { showId: SHOW, kind: KIND, ...ids, via: null, watching: null, entry: { picks }, requestId }
}

/** Throws where it is refused. */
export async function make({ ledger }: TestShop, ...asked: Parameters<typeof anActivity>) {
  const outcome = await ledger.makeActivity(anActivity(...asked))
  if (!outcome.ok) throw new Error(outcome.code)
  return outcome.value
}

/** Throws where there is none. */
export async function find({ database }: TestShop, id: string): Promise<ReadActivity> {
  const { activities } = await database.run(readPicks, null)
  const found = activities.find(({ life }) => life.id === id)
  if (!found) throw new Error(`no activity ${id}`)
  return found
}

/** What the counts say that the rows do not; nothing where all is right. */
export async function findMiscounts({ database }: TestShop): Promise<string[]> {
  const { activities, counted } = await database.run(readPicks, null)
  return activities.flatMap(({ life, tallies }) => {
    const rows = counted[life.id] ?? { entries: 0, tallies: {} }
    const keys = new Set([...Object.keys(tallies), ...Object.keys(rows.tallies)])
    const wrong = [...keys].filter((key) => (tallies[key] ?? 0) !== (rows.tallies[key] ?? 0))
    return [
      ...wrong.map((key) => `${life.id}.${key}`),
      ...(life.entries === rows.entries ? [] : [`${life.id} entries`]),
    ]
  })
}
