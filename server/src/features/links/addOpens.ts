// Job that adds what was opened within half a second: one step for each link, one row for each person who is new to it.
import type { ViewerId } from '@lantern/shared/contract/ids.ts'
import type { LinkCode } from '@lantern/shared/features/links/contract.ts'
import { type Kysely, sql } from 'kysely'
import type { Job } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { findErased } from '../../database/erasure/erased.ts'
import { noteClicks } from '../../sharing/clicks.ts'
import { PEOPLE } from '../../sharing/locks.ts'
import { within } from './tables.ts'

export interface Opened {
  readonly code: LinkCode
  /** Of the page; the pages of other shows are none of the link's. */
  readonly showId: string
  /** Null: a robot that draws a preview, or a page that loads ahead. */
  readonly viewerId: ViewerId | null
  /** An open like any other, but no person: too many of them came from one address. */
  readonly isUncounted?: boolean
  /** Far too many: a script. Not even what it clicked is kept. */
  readonly isUnnoted?: boolean
}

const AT_ONCE = 500

/** A voided link counts no more. Links are written in one order, so that two processes never wait for each other in a circle. */
export const addOpens: Job<{ opened: readonly Opened[] }, null> = {
  name: 'links.addOpens',
  kind: 'write',
  async work(db, { opened }, { words, now }) {
    await words.lockNames(db, [PEOPLE])
    // Who was erased in the half second since they came leaves no row behind: under the lock, either of both sees the other.
    const came = opened.flatMap(({ viewerId }) => viewerId ?? [])
    const gone = await findErased(db, came, words)
    const at = await now()
    const byLink = Map.groupBy(opened, ({ code, showId }) => `${code} ${showId}`)
    for (const key of [...byLink.keys()].sort()) await addTo(db, byLink.get(key) ?? [], { gone, at })
    return null
  },
}

interface Now {
  /** Who was erased meanwhile. */
  readonly gone: ReadonlySet<string>
  readonly at: number
}

/** All by one link at one show. */
async function addTo(db: Kysely<Schema>, opened: readonly Opened[], { gone, at }: Now): Promise<void> {
  const [first] = opened
  if (first === undefined) return
  const { code, showId } = first
  const viewers = opened.flatMap(({ viewerId }) => viewerId ?? [])
  const previews = opened.length - viewers.length
  const noted = opened.flatMap(({ viewerId, isUnnoted }) => (isUnnoted ? [] : (viewerId ?? [])))
  // Also on the page of another show: without its click the link in the cookie would bring the buyer anew with every hold.
  await noteClicks(db, { code, viewers: noted.filter((id) => !gone.has(id)), at })
  const counted = await within(db)
    .updateTable('links')
    .set({ opens: sql`opens + ${viewers.length}`, previews: sql`previews + ${previews}` })
    .where('code', '=', code)
    .where(sql<boolean>`show_id = ${showId}`)
    .where('voided_at', 'is', null)
    .returning('group_id')
    .execute()
  const [link] = counted
  if (link === undefined) return
  const counting = opened.flatMap(({ viewerId, isUncounted }) => (isUncounted ? [] : (viewerId ?? [])))
  const fresh = counting.filter((id) => !gone.has(id))
  const unique = [...new Set(fresh)].sort()
  const people = await addPeople(db, code, unique)
  if (link.group_id !== null) await noteLast(db, { code, viewers: unique, at })
  if (people === 0) return
  await within(db)
    .updateTable('links')
    .set({ people: sql`people + ${people}` })
    .where('code', '=', code)
    .execute()
}

interface Coming {
  readonly code: LinkCode
  readonly viewers: readonly ViewerId[]
  readonly at: number
}

/** Should a link be voided, they are again of the group whose link they came by before. */
async function noteLast(db: Kysely<Schema>, { code, viewers, at }: Coming): Promise<void> {
  for (let start = 0; start < viewers.length; start += AT_ONCE) {
    const some = viewers.slice(start, start + AT_ONCE)
    const own = within(db).updateTable('link_people').set({ last_at: at }).where('code', '=', code)
    await own.where('viewer_id', 'in', some).execute()
  }
}

/** How many of them came for the first time. */
async function addPeople(db: Kysely<Schema>, code: LinkCode, viewers: readonly ViewerId[]): Promise<number> {
  let added = 0
  for (let start = 0; start < viewers.length; start += AT_ONCE) {
    const values = viewers.slice(start, start + AT_ONCE).map((viewer_id) => ({ code, viewer_id, last_at: 0 }))
    const insert = within(db).insertInto('link_people').values(values)
    const rows = await insert
      .onConflict((conflict) => conflict.doNothing())
      .returning('viewer_id')
      .execute()
    added += rows.length
  }
  return added
}
