// Jobs by which staff judge a comment, and viewers report one: hide, show, let through, pin.
import type { CommentId, ShowId, StaffId } from '@lantern/shared/contract/ids.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { CommentState } from '@lantern/shared/contract/comments.ts'
import type { Kysely } from 'kysely'
import { judge } from '../../../domain/comment.ts'
import type { Job, JobContext } from '../../../database/database.ts'
import { appendEvent } from '../../../events/append.ts'
import { changedIn, unchanged } from '../../../database/changed.ts'
import type { Changed } from '../../../database/changed.ts'
import type { CommentRow, Schema, ShowRow } from '../../../database/schema.ts'
import type { PersonInShow } from '../../../records/people.ts'
import type { JudgeComment, Judging } from '../newComment.ts'
import { looksShown, toStaffComment } from '../../../database/toComments.ts'
import { readQuotes } from './reads.ts'

type Verdict = Parameters<typeof judge>[1]
type Found = { readonly show: Pick<ShowRow, 'id' | 'live_at'>; readonly row: CommentRow }

const EVENTS = { hide: 'comment:hidden', show: 'comment:shown', approve: 'comment:approved' } as const

export const hideComment = judging('hide')
/** Undoes hiding; reports so far are settled. */
export const showComment = judging('show')
/** Lets a held comment through, with a new place. */
export const approveComment = judging('approve')

function judging(verdict: Verdict): Job<JudgeComment, Changed<Judging>> {
  return {
    name: `comments.${verdict}Comment`,
    kind: 'write',
    async work(db, request, context) {
      const found = await findComment(db, request, context)
      if (!found) return unchanged(refuse('COMMENT_NOT_FOUND'))
      const state = judge({ state: found.row.state, before: found.row.hidden_from }, verdict)
      if (state === null) return unchanged(refuse('COMMENT_NOT_FOUND'))
      const settles = verdict === 'show' && found.row.reports > 0
      if (state === found.row.state && !settles) return unchanged(await answer(db, found.row, context))

      const event = { show: found.show, actor: `staff:${request.by}`, type: EVENTS[verdict] } as const
      const version = await appendEvent(db, { ...event, payload: { commentId: request.commentId } }, context)
      const row = await save(db, found.row, { state, version, by: request.by })
      if (state === 'hidden') await unpin(db, row, version)
      return changedIn(await answer(db, row, context), request.showId)
    },
  }
}

interface Judged {
  readonly state: CommentState
  readonly version: number
  readonly by: StaffId
}

/** Who looked at it has seen its reports as well; one let through gets a place among the newest. */
async function save(db: Kysely<Schema>, row: CommentRow, { state, version, by }: Judged): Promise<CommentRow> {
  const arrives = state === 'shown' && (row.state === 'held' || row.state === 'silent')
  const change = {
    state,
    version,
    judged_by: by,
    hidden_from: state === 'hidden' ? row.state : null,
    seq: arrives ? version : row.seq,
    reports: 0,
  }
  await db.updateTable('comments').set(change).where('id', '=', row.id).execute()
  return { ...row, ...change }
}

async function answer(db: Kysely<Schema>, row: CommentRow, { words }: JobContext): Promise<Judging> {
  const quotes = await readQuotes(db, [row], words)
  return grant(toStaffComment(row, quotes.get(row.id)))
}

/** Nothing stands above the others that nobody may see. */
async function unpin(db: Kysely<Schema>, { id, show_id }: CommentRow, version: number): Promise<void> {
  const talk = db.updateTable('talk').set({ pinned_comment: null, version })
  await talk.where('show_id', '=', show_id).where('pinned_comment', '=', id).execute()
}

/** Under the lock of its show, as everything that gets a number. */
export async function findComment(
  db: Kysely<Schema>,
  { showId, commentId }: { readonly showId: ShowId; readonly commentId: CommentId },
  { words }: JobContext,
): Promise<Found | null> {
  const shows = db.selectFrom('shows').select(['id', 'live_at']).where('id', '=', showId)
  const show = await words.lockRows(shows).executeTakeFirst()
  const comments = db.selectFrom('comments').selectAll().where('id', '=', commentId)
  const row = await comments.where('show_id', '=', showId).executeTakeFirst()
  return show && row ? { show, row } : null
}

type Reported = Outcome<null, 'COMMENT_NOT_FOUND'>

/** Counts once per viewer and comment. */
export const reportComment: Job<PersonInShow & { commentId: CommentId }, Changed<Reported>> = {
  name: 'comments.reportComment',
  kind: 'write',
  async work(db, { showId, viewerId, commentId }, context) {
    const found = await findComment(db, { showId, commentId }, context)
    const isOwnSilent = found?.row.state === 'silent' && found.row.viewer_id === viewerId && looksShown(found.row)
    // Nothing to look at, and nothing to notice either.
    if (isOwnSilent) return unchanged(grant(null))
    if (!found || found.row.state !== 'shown') return unchanged(refuse('COMMENT_NOT_FOUND'))
    const report = { comment_id: commentId, viewer_id: viewerId, at: await context.now() }
    const insert = db
      .insertInto('reports')
      .values(report)
      .onConflict((conflict) => conflict.doNothing())
    const isNew = (await insert.returning('viewer_id').execute()).length === 1
    if (!isNew) return unchanged(grant(null))

    const event = {
      show: found.show,
      actor: `viewer:${viewerId}`,
      type: 'comment:reported',
      payload: { commentId },
    } as const
    const change = { reports: found.row.reports + 1, reports_version: await appendEvent(db, event, context) }
    await db.updateTable('comments').set(change).where('id', '=', commentId).execute()
    return changedIn(grant(null), showId)
  },
}
