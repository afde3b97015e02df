// The port to comment to buy: a show's rules, comments found again, a viewer's live holds, and which comments changed holds.
import type { Buying, BuyingChange } from '@lantern/shared/contract/buying.ts'
import type { CommentId, HoldId, ShowId, StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { Comment, Hold } from '@lantern/shared/contract/things.ts'

export type BuyingOutcome = Outcome<
  Buying,
  'OFFER_NOT_FOUND' | 'KEYWORD_TAKEN' | 'KEYWORD_UNFIT' | 'SHOW_NOT_FOUND' | 'SHOW_ENDED'
>

export interface BuyingRecords {
  /** Changes the rules and makes the keywords that are missing. Appends an event; unchanged rules write nothing. */
  setBuying(showId: ShowId, change: BuyingChange, by: StaffId): Promise<BuyingOutcome>
  /** Null: there is none in this show. */
  findComment(showId: ShowId, commentId: CommentId): Promise<Comment | null>
  /** Comments of viewers, newest first. */
  latestComments(showId: ShowId, limit: number): Promise<readonly Comment[]>
  /** Held or paying, by the database's clock; the oldest first. */
  liveHolds(showId: ShowId, viewerId: ViewerId): Promise<readonly Hold[]>
  /** The holds that the comment was about to change; null: it was not. */
  findAct(commentId: CommentId): Promise<readonly HoldId[] | null>
  /** Takes down that the comment is about to change these holds; false: it was taken down before. */
  startAct(commentId: CommentId, holdIds: readonly HoldId[]): Promise<boolean>
}
