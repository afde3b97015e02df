// What the jobs of comments are told, and answer.
import type { CommentId, ShowId, StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type { StaffComment, Standing } from '@lantern/shared/contract/comments.ts'
import type { Comment } from '@lantern/shared/contract/things.ts'
import type { PostRefusal, WordVerdict } from '../../domain/comment.ts'
import type { WhenceSent } from '../../records/people.ts'

export interface NewComment extends WhenceSent {
  readonly id: string
  readonly showId: ShowId
  readonly viewerId: ViewerId
  readonly name: string
  readonly fromStaff: boolean
  /** As `cleanComment` left it. */
  readonly text: string
  readonly words: WordVerdict
  /** The shown comment of the same show that staff answer. */
  readonly replyTo: CommentId | null
}

export type AddRefusal = PostRefusal | 'CROWDED_COMMENTS' | 'SHOW_ENDED' | 'COMMENT_ID_TAKEN' | 'COMMENT_NOT_FOUND'
export type AddOutcome = Outcome<Comment, AddRefusal>
export type Judging = Outcome<StaffComment, 'COMMENT_NOT_FOUND'>
export type StandingOutcome = Outcome<Standing, 'VIEWER_NOT_FOUND'>

export interface JudgeComment {
  readonly showId: ShowId
  readonly commentId: CommentId
  readonly by: StaffId
}
