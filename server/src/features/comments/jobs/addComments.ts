// Job that decides and stores comments, many at once: one event row per show, whose seq is that of its last comment.
import { CommentId } from '@lantern/shared/contract/ids.ts'
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { CommentState } from '@lantern/shared/contract/comments.ts'
import type { Kysely } from 'kysely'
import { decidePost, isLookedAt } from '../../../domain/comment.ts'
import { insertRows } from '../../../database/bulk.ts'
import type { Job, JobContext } from '../../../database/database.ts'
import { writeEvent } from '../../../events/append.ts'
import { changedIn } from '../../../database/changed.ts'
import type { Changed } from '../../../database/changed.ts'
import type { CommentRow, Schema, ShowRow } from '../../../database/schema.ts'
import type { AddOutcome, AddRefusal, NewComment } from '../newComment.ts'
import { toOwnComment } from '../../../database/toComments.ts'
import { type Authors, readAuthors } from './authors.ts'
import type { PacedRow } from '../../../records/jobs/addressBudgets.ts'
import { type CommentBudgets, openCommentBudgets } from './commentBudgets.ts'
import { readQuotes } from './reads.ts'

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
    version: 'integer',
    state: 'text',
    hidden_from: 'text',
    reply_to: 'text',
    judged_by: 'text',
    reports: 'integer',
    reports_version: 'integer',
  },
} as const

type LockedShow = PacedRow & Pick<ShowRow, 'phase'>
type Rows = Map<string, CommentRow>

interface Batch {
  readonly comments: readonly NewComment[]
  /** Whether one address may write only so much. */
  readonly paces: boolean
}

/**
 * Decides each comment by `decidePost` and stores what is taken, in one transaction; a known id of the same author answers
 * with the stored one. Order of outcomes is that of the input.
 */
export const addComments: Job<Batch, Changed<AddOutcome[]>> = {
  name: 'comments.addComments',
  kind: 'write',
  async work(db, { comments, paces }, context) {
    const locked = await lockShows(db, comments, context)
    const rows = await readKnown(db, comments, context)
    const authors = await readAuthors(db, comments, context.words)
    const shows = new Map(locked.map((show) => [show.id, show]))
    const budgets = await openCommentBudgets(db, { comments: paces ? comments : [], shows }, context)
    const posting = { shows, rows, authors, budgets, now: await context.now() }
    const numbering = await context.words.openNumbering(db, comments.length)
    const fresh: CommentRow[] = []
    const decided = comments.map((comment) =>
      decide(posting, comment, (placed) => {
        const row = toRow(comment, { at: posting.now, seq: numbering.next(), ...placed })
        fresh.push(row)
        return row
      }),
    )
    await insertRows({ db, words: context.words }, COMMENTS, fresh)
    await numbering.save()
    const changed = await logByShow(db, { fresh, shows: locked }, context)
    await budgets.save()
    const quotes = await readQuotes(db, [...rows.values()], context.words)
    const value = decided.map((one) => (one.ok ? grant(toOwnComment(one.value, quotes.get(one.value.id))) : one))
    return changedIn(value, ...changed)
  },
}

/** What a batch is decided on. */
interface Posting {
  readonly shows: ReadonlyMap<ShowId, LockedShow>
  /** Known ones, by id; those of the batch are added. */
  readonly rows: Rows
  readonly authors: Authors
  readonly budgets: CommentBudgets
  readonly now: number
}

type Decided = Outcome<CommentRow, AddRefusal>

/** `hidden_from` of a silent one: what it would be without the ban, and looks like to its author. */
type Placed = Pick<CommentRow, 'state' | 'hidden_from'>

function decide(posting: Posting, comment: NewComment, make: (placed: Placed) => CommentRow): Decided {
  const { rows, shows, authors, budgets, now } = posting
  const known = rows.get(comment.id)
  if (known) return known.viewer_id === comment.viewerId ? grant(known) : refuse('COMMENT_ID_TAKEN')
  if (shows.get(comment.showId)?.phase === 'ended') return refuse('SHOW_ENDED')
  if (comment.replyTo !== null && !isShown(rows.get(comment.replyTo), comment)) return refuse('COMMENT_NOT_FOUND')
  const rules = authors.rulesOf(comment.showId)
  const state = comment.fromStaff
    ? grant('shown' as const)
    : decidePost(rules, authors.authorOf(comment), { ...comment, now })
  if (!state.ok) return state
  const waitMs = budgets.take(comment)
  if (waitMs > 0) return refuse('CROWDED_COMMENTS', { retryAfterMs: waitMs })
  const seems: CommentState = isLookedAt(rules, comment.words) ? 'held' : 'shown'
  const row = make({ state: state.value, hidden_from: state.value === 'silent' ? seems : null })
  rows.set(row.id, row)
  authors.posted(comment, now)
  return grant(row)
}

function isShown(row: CommentRow | undefined, { showId }: NewComment): boolean {
  return row !== undefined && row.show_id === showId && row.state === 'shown'
}

/** First, so that neither an id nor a number can come twice or too late. */
function lockShows(db: Kysely<Schema>, comments: readonly NewComment[], { words }: JobContext): Promise<LockedShow[]> {
  const isOurs = words.isOneOf('id', [...new Set(comments.map((comment) => comment.showId))])
  const query = db
    .selectFrom('shows')
    .select(['id', 'live_at', 'phase', 'created_at', 'crowd'])
    .where(isOurs)
    .orderBy('id')
  return words.lockRows(query).execute()
}

/** Comments of these ids, and those they answer. */
async function readKnown(db: Kysely<Schema>, comments: readonly NewComment[], { words }: JobContext): Promise<Rows> {
  const ids = comments.flatMap(({ id, replyTo }) => (replyTo === null ? [id] : [id, replyTo]))
  const rows = await db.selectFrom('comments').selectAll().where(words.isOneOf('id', ids)).execute()
  return new Map(rows.map((row) => [row.id, row]))
}

async function logByShow(
  db: Kysely<Schema>,
  { fresh, shows }: { readonly fresh: readonly CommentRow[]; readonly shows: readonly LockedShow[] },
  { words }: JobContext,
): Promise<readonly ShowId[]> {
  const byShow = Map.groupBy(fresh, (row) => row.show_id)
  for (const show of shows) {
    const rows = byShow.get(show.id) ?? []
    const last = rows.at(-1)
    if (!last) continue
    const payload = { firstSeq: rows[0]?.seq ?? last.seq, comments: rows.length }
    const { seq, at } = last
    await writeEvent(db, { show, actor: 'viewers', type: 'comments:added', payload }, { seq, at, words })
  }
  return [...byShow.keys()]
}

function toRow(comment: NewComment, { at, seq, ...placed }: Placed & { at: number; seq: number }): CommentRow {
  return {
    id: CommentId.parse(comment.id),
    show_id: comment.showId,
    viewer_id: comment.viewerId,
    name: comment.name,
    from_staff: comment.fromStaff ? 1 : 0,
    text: comment.text,
    at,
    seq,
    version: seq,
    ...placed,
    reply_to: comment.replyTo,
    judged_by: null,
    reports: 0,
    reports_version: 0,
  }
}
