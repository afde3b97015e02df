// Job that stores comments, many at once: one event row per show, whose seq is that of its last comment.
import { CommentId } from '@lantern/shared/contract/ids.ts'
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { Comment } from '@lantern/shared/contract/things.ts'
import type { Kysely } from 'kysely'
import { insertRows } from '../bulk.ts'
import type { Job, JobContext } from '../database.ts'
import { changedIn, writeEvent } from '../events.ts'
import type { Changed } from '../events.ts'
import { toComment } from '../records.ts'
import type { CommentRow, Schema, ShowRow } from '../schema.ts'
import type { NewComment } from '../store.ts'

const COMMENTS = {
  table: 'comments',
  columns: {
    id: 'text',
    show_id: 'text',
    viewer_id: 'text',
    name: 'text',
    from_staff: 'integer',
    text: 'text',
    at: 'integer',
    seq: 'integer',
  },
} as const

export const addComments: Job<{ comments: readonly NewComment[] }, Changed<Comment[]>> = {
  name: 'store.addComments',
  kind: 'write',
  async work(db, { comments }, context) {
    const shows = await lockShows(db, comments, context)
    const rows = await readKnown(db, comments, context)
    const fresh = await addFresh(db, { comments, rows, shows }, context)
    const value = comments.flatMap((comment) => {
      const row = rows.get(comment.id)
      return row ? [toComment(row)] : []
    })
    return changedIn(value, ...fresh)
  },
}

type LockedShow = Pick<ShowRow, 'id' | 'live_at'>

/** First, so that neither an id nor a number can come twice or too late. */
function lockShows(db: Kysely<Schema>, comments: readonly NewComment[], { words }: JobContext): Promise<LockedShow[]> {
  const isOurs = words.isOneOf('id', [...new Set(comments.map((comment) => comment.showId))])
  const query = db.selectFrom('shows').select(['id', 'live_at']).where(isOurs).orderBy('id')
  return words.lockRows(query).execute()
}

async function readKnown(
  db: Kysely<Schema>,
  comments: readonly NewComment[],
  { words }: JobContext,
): Promise<Map<string, CommentRow>> {
  const ids = comments.map((comment) => comment.id)
  const rows = await db.selectFrom('comments').selectAll().where(words.isOneOf('id', ids)).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

/** Puts the new ones into `rows` and the database; answers the shows they belong to. */
async function addFresh(
  db: Kysely<Schema>,
  {
    comments,
    rows,
    shows,
  }: { comments: readonly NewComment[]; rows: Map<string, CommentRow>; shows: readonly LockedShow[] },
  context: JobContext,
): Promise<readonly ShowId[]> {
  const at = await context.now()
  const numbering = await context.words.openNumbering(db, comments.length)
  const fresh: CommentRow[] = []
  for (const comment of comments) {
    if (rows.has(comment.id)) continue
    const row = toRow(comment, { at, seq: numbering.next() })
    rows.set(comment.id, row)
    fresh.push(row)
  }
  await insertRows({ db, words: context.words }, COMMENTS, fresh)
  await numbering.save()
  return logByShow(db, fresh, shows)
}

async function logByShow(
  db: Kysely<Schema>,
  fresh: readonly CommentRow[],
  shows: readonly LockedShow[],
): Promise<readonly ShowId[]> {
  const byShow = Map.groupBy(fresh, (row) => row.show_id)
  for (const show of shows) {
    const rows = byShow.get(show.id) ?? []
    const last = rows.at(-1)
    if (!last) continue
    const payload = { firstSeq: rows[0]?.seq ?? last.seq, comments: rows.length }
    await writeEvent(db, { show, actor: 'viewers', type: 'comments:added', payload }, last)
  }
  return [...byShow.keys()]
}

function toRow(comment: NewComment, { at, seq }: { at: number; seq: number }): CommentRow {
  return {
    id: CommentId.parse(comment.id),
    show_id: comment.showId,
    viewer_id: comment.viewerId,
    name: comment.name,
    from_staff: comment.fromStaff ? 1 : 0,
    text: comment.text,
    at,
    seq,
  }
}
