// Rows of what is said turned into the things of the contract.
import type { StaffComment, Standing, Commenting, CommentRules } from '@lantern/shared/contract/comments.ts'
import type { Comment, Quote } from '@lantern/shared/contract/things.ts'
import type { BanRow, CommentRow, MuteRow, CommentRulesRow } from '../database/schema.ts'

const QUOTED = 80

export function toRules(row: CommentRulesRow): CommentRules {
  return {
    slowMs: row.slow_ms,
    mutedAll: row.muted_all === 1,
    review: row.review === 1,
    watchMs: row.watch_ms,
    buyersOnly: row.buyers_only === 1,
  }
}

/** As everybody sees it; `quote`: what it answers, when that is there to be seen. */
export function toComment(row: CommentRow, quote?: Quote): Comment {
  return {
    id: row.id,
    viewerId: row.viewer_id,
    name: row.name,
    fromStaff: row.from_staff === 1,
    text: row.text,
    at: row.at,
    seq: row.seq,
    ...(quote && { replyTo: quote }),
  }
}

/** Silent ones were written before it was kept what they look like: those look shown. */
export function looksShown({ state, hidden_from }: Pick<CommentRow, 'state' | 'hidden_from'>): boolean {
  return state === 'shown' || (state === 'silent' && hidden_from !== 'held')
}

/** As its author is told: whoever is banned silently is told what everybody is. */
export function toOwnComment(row: CommentRow, quote?: Quote): Comment {
  return row.state === 'held' || (row.state === 'silent' && !looksShown(row))
    ? { ...toComment(row, quote), held: true }
    : toComment(row, quote)
}

export function toStaffComment(row: CommentRow, quote?: Quote): StaffComment {
  return {
    ...toComment(row, quote),
    state: row.state,
    reports: row.reports,
    judgedBy: row.judged_by,
    version: Math.max(row.version, row.reports_version),
  }
}

export function toQuote({ id, name, text }: CommentRow): Quote {
  return { id, name, text: [...text].slice(0, QUOTED).join('') }
}

export function toCommenting(row: CommentRulesRow, pinned: Comment | null): Commenting {
  return { ...toRules(row), pinned, version: row.version }
}

/** Of at least one of both rows; null: there is none. */
export function toStanding(mute: MuteRow | undefined, ban: BanRow | undefined): Standing | null {
  const row = ban ?? mute
  if (row === undefined) return null
  const { viewer_id: viewerId, name } = row
  const until = mute?.muted_until ?? 0
  const version = Math.max(row.version, mute?.version ?? 0)
  return { viewerId, name, mutedUntil: until > 0 ? until : null, ban: ban?.ban ?? null, version }
}
