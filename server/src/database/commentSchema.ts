// The tables of what is said in a show: comments, rules, standings, reports, word lists, likes, visits, budgets of addresses.
import type { Generated } from 'kysely'
import type { CommentId, ShowId, StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Ban, CommentState, WordTreatment } from '@lantern/shared/contract/comments.ts'

/**
 * `seq`: its place in the show, anew when it is let through; `version`: of its state; `hidden_from`: what a hidden one was;
 * `reports`: those that staff have not looked at, which have a version of their own.
 */
export interface CommentRow {
  id: CommentId
  show_id: ShowId
  viewer_id: ViewerId
  name: string
  from_staff: 0 | 1
  text: string
  at: number
  seq: number
  version: number
  state: CommentState
  hidden_from: CommentState | null
  reply_to: CommentId | null
  judged_by: StaffId | null
  reports: number
  reports_version: number
}

export interface CommentRulesRow {
  show_id: ShowId
  slow_ms: number
  muted_all: 0 | 1
  review: 0 | 1
  watch_ms: number
  buyers_only: 0 | 1
  pinned_comment: CommentId | null
  version: number
}

export interface MuteRow {
  show_id: ShowId
  viewer_id: ViewerId
  name: string
  muted_until: number
  version: number
}

/** `ban` null: pardoned; the row stays, so that screens hear of it. */
export interface BanRow {
  viewer_id: ViewerId
  name: string
  ban: Ban | null
  version: number
}

/** Who reported what, so that each counts once. */
export interface ReportRow {
  comment_id: CommentId
  viewer_id: ViewerId
  at: number
}

/** `words` is a json list; `version`: how often it was changed. */
export interface WordListRow {
  id: string
  treatment: WordTreatment
  words: string
  version: number
}

export interface LikeRow {
  show_id: ShowId
  likes: number
  version: number
}

/** When a viewer first came to a show. */
/** `at`: of the first; `watched_ms`: how long the page was open while the show was live, up to `watched_until`. */
export interface VisitRow {
  show_id: ShowId
  viewer_id: ViewerId
  at: number
  watched_ms: Generated<number>
  watched_until: Generated<number>
}

/** `crowd`: an address, hashed; `full_at`: when its viewers without history may do as much at once again as ever. */
export interface AddressBudgetRow {
  show_id: ShowId
  crowd: string
  kind: 'comments' | 'likes'
  full_at: number
}

export interface CommentSchema {
  comments: CommentRow
  talk: CommentRulesRow
  mutes: MuteRow
  bans: BanRow
  reports: ReportRow
  word_lists: WordListRow
  likes: LikeRow
  visits: VisitRow
  address_budgets: AddressBudgetRow
}
