// Jobs on a show's rules of talking and on the comment that stands above the others.
import type { CommentId, ShowId, StaffId } from '@lantern/shared/contract/ids.ts'
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { Commenting, CommentRulesChange, CommentRules } from '@lantern/shared/contract/comments.ts'
import type { Kysely } from 'kysely'
import { changeRules } from '../../../domain/comment.ts'
import type { Job, JobContext } from '../../../database/database.ts'
import { appendEvent } from '../../../events/append.ts'
import { changedIn, unchanged } from '../../../database/changed.ts'
import type { Changed } from '../../../database/changed.ts'
import type { Schema, ShowRow, CommentRulesRow } from '../../../database/schema.ts'
import { toRules } from '../../../database/toComments.ts'
import { readCommenting } from './reads.ts'

interface SetRules {
  readonly showId: ShowId
  readonly rules: CommentRulesChange
  readonly by: StaffId
}

export const setTalk: Job<SetRules, Changed<Outcome<Commenting, 'SHOW_ENDED'>>> = {
  name: 'comments.setTalk',
  kind: 'write',
  async work(db, { showId, rules, by }, context) {
    const show = await lockShow(db, showId, context)
    if (!show || show.phase === 'ended') return unchanged(refuse('SHOW_ENDED'))
    const row = await findRow(db, showId)
    const before = toRules(row)
    const after = changeRules(before, rules)
    if (JSON.stringify(after) === JSON.stringify(before))
      return unchanged(grant(await readCommenting(db, showId, context.words)))
    const event = { show, actor: `staff:${by}`, type: 'talk:changed', payload: { ...rules } } as const
    const version = await appendEvent(db, event, context)
    await saveRow(db, { ...row, ...toColumns(after), version })
    return changedIn(grant(await readCommenting(db, showId, context.words)), showId)
  },
}

interface PinComment {
  readonly showId: ShowId
  readonly commentId: CommentId
  readonly by: StaffId
}

type Pinned = Outcome<Commenting, 'COMMENT_NOT_FOUND' | 'SHOW_ENDED'>

export const pinComment: Job<PinComment, Changed<Pinned>> = {
  name: 'comments.pinComment',
  kind: 'write',
  async work(db, { showId, commentId, by }, context) {
    const show = await lockShow(db, showId, context)
    if (!show || show.phase === 'ended') return unchanged(refuse('SHOW_ENDED'))
    if (!(await isShown(db, showId, commentId))) return unchanged(refuse('COMMENT_NOT_FOUND'))
    const row = await findRow(db, showId)
    const isThere = row.pinned_comment === commentId
    const event = { show, actor: `staff:${by}`, type: 'comment:pinned', payload: { commentId } } as const
    if (!isThere)
      await saveRow(db, { ...row, pinned_comment: commentId, version: await appendEvent(db, event, context) })
    const value = grant(await readCommenting(db, showId, context.words))
    return isThere ? unchanged(value) : changedIn(value, showId)
  },
}

export const unpinComment: Job<Omit<PinComment, 'commentId'>, Changed<Outcome<Commenting, 'SHOW_ENDED'>>> = {
  name: 'comments.unpinComment',
  kind: 'write',
  async work(db, { showId, by }, context) {
    const show = await lockShow(db, showId, context)
    if (!show || show.phase === 'ended') return unchanged(refuse('SHOW_ENDED'))
    const row = await findRow(db, showId)
    const commentId = row.pinned_comment
    const event = { show, actor: `staff:${by}`, type: 'comment:unpinned', payload: { commentId } } as const
    if (commentId !== null)
      await saveRow(db, { ...row, pinned_comment: null, version: await appendEvent(db, event, context) })
    const value = grant(await readCommenting(db, showId, context.words))
    return commentId === null ? unchanged(value) : changedIn(value, showId)
  },
}

async function lockShow(
  db: Kysely<Schema>,
  showId: ShowId,
  { words }: JobContext,
): Promise<Pick<ShowRow, 'id' | 'live_at' | 'phase'> | undefined> {
  const query = db.selectFrom('shows').select(['id', 'live_at', 'phase']).where('id', '=', showId)
  return words.lockRows(query).executeTakeFirst()
}

async function isShown(db: Kysely<Schema>, showId: ShowId, commentId: CommentId): Promise<boolean> {
  const ofShow = db.selectFrom('comments').select('state').where('show_id', '=', showId)
  return (await ofShow.where('id', '=', commentId).executeTakeFirst())?.state === 'shown'
}

async function findRow(db: Kysely<Schema>, showId: ShowId): Promise<CommentRulesRow> {
  const known = await db.selectFrom('talk').selectAll().where('show_id', '=', showId).executeTakeFirst()
  if (known) return known
  const open = { slow_ms: 0, muted_all: 0, review: 0, watch_ms: 0, buyers_only: 0 } as const
  return { show_id: showId, ...open, pinned_comment: null, version: 0 }
}

function toColumns({ slowMs, mutedAll, review, watchMs, buyersOnly }: CommentRules) {
  return {
    slow_ms: slowMs,
    muted_all: mutedAll ? 1 : 0,
    review: review ? 1 : 0,
    watch_ms: watchMs,
    buyers_only: buyersOnly ? 1 : 0,
  } as const
}

async function saveRow(db: Kysely<Schema>, { show_id, ...row }: CommentRulesRow): Promise<void> {
  await db
    .insertInto('talk')
    .values({ show_id, ...row })
    .onConflict((conflict) => conflict.column('show_id').doUpdateSet(row))
    .execute()
}
