// Whether the address of a comment's author may write more: decided with the batch, in which the shows are locked.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import { commentCost, COMMENT_PACE } from '../../../domain/pace.ts'
import type { JobContext } from '../../../database/database.ts'
import { appendEvent } from '../../../events/append.ts'
import type { Schema } from '../../../database/schema.ts'
import type { NewComment } from '../newComment.ts'
import { openAddressBudgets, type PacedRow } from '../../../records/jobs/addressBudgets.ts'

export interface CommentBudgets {
  /** Ms until the comment may be written; 0: it may, and is counted. */
  take(comment: NewComment): number
  /** Keeps what was taken; staff hear of the first comment in a show that has to wait. */
  save(): Promise<void>
}

interface Batch {
  readonly comments: readonly NewComment[]
  readonly shows: ReadonlyMap<ShowId, PacedRow>
}

export async function openCommentBudgets(
  db: Kysely<Schema>,
  { comments, shows }: Batch,
  context: JobContext,
): Promise<CommentBudgets> {
  const parts = { kind: 'comments', pace: COMMENT_PACE, deeds: comments, shows } as const
  const budgets = await openAddressBudgets(db, parts, context)
  const met = new Set<ShowId>()

  return {
    take: (comment) => {
      const waitMs = budgets.take(comment, commentCost(comment.text))
      if (waitMs > 0) met.add(comment.showId)
      return waitMs
    },
    save: async () => {
      await budgets.save()
      for (const show of shows.values()) {
        if (show.crowd !== 'on' || !met.has(show.id)) continue
        const event = { show, actor: 'clock', type: 'crowd:met', payload: { about: 'comments' } } as const
        const version = await appendEvent(db, event, context)
        await db.updateTable('shows').set({ crowd: 'met', version }).where('id', '=', show.id).execute()
      }
    },
  }
}
