// The port to what is said in a show: comments, what staff did about them, who may write, word lists, likes, visits.
import type { CommentId, ShowId, StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Outcome } from '@lantern/shared/contract/refusals.ts'
import type {
  Ban,
  CommentFilter,
  CommentPage,
  DeskComment,
  Erased,
  Standing,
  Talk,
  TalkChange,
  WordList,
} from '@lantern/shared/contract/talk.ts'
import type { Comment } from '@lantern/shared/contract/things.ts'
import type { PostRefusal, WordVerdict } from '../domain/comment.ts'

/** Absent of staff, and where it is not known. */
interface Came {
  /** The viewer's address, hashed. */
  readonly source?: string | null
  /** When the viewer's cookie was first given. */
  readonly issuedAt?: number
}

export interface NewComment extends Came {
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
export type Judging = Outcome<DeskComment, 'COMMENT_NOT_FOUND'>
export type StandingOutcome = Outcome<Standing, 'VIEWER_NOT_FOUND'>

export interface JudgeComment {
  readonly showId: ShowId
  readonly commentId: CommentId
  readonly by: StaffId
}

export interface PersonInShow {
  readonly showId: ShowId
  readonly viewerId: ViewerId
}

export interface Visit extends PersonInShow {
  /** Ms since the epoch, on the clock of the process that saw it. */
  readonly at: number
}

export interface ViewerLikes extends PersonInShow, Came {
  readonly count: number
}

export interface TalkRecords {
  /**
   * Decides each comment by `decidePost` and stores what is taken, in one transaction; a known id of the same author answers
   * with the stored one. Order of outcomes is that of the input.
   */
  addComments(comments: readonly NewComment[]): Promise<readonly AddOutcome[]>
  hideComment(request: JudgeComment): Promise<Judging>
  /** Undoes hiding; reports so far are settled. */
  showComment(request: JudgeComment): Promise<Judging>
  /** Lets a held comment through, with a new place. */
  approveComment(request: JudgeComment): Promise<Judging>
  /** Counts once per viewer and comment. */
  reportComment(request: PersonInShow & { readonly commentId: CommentId }): Promise<Outcome<null, 'COMMENT_NOT_FOUND'>>
  /** It takes the place of the one before. Safe to repeat. */
  pinComment(
    showId: ShowId,
    commentId: CommentId,
    by: StaffId,
  ): Promise<Outcome<Talk, 'COMMENT_NOT_FOUND' | 'SHOW_ENDED'>>
  /** Safe to repeat. */
  unpinComment(showId: ShowId, by: StaffId): Promise<Outcome<Talk, 'SHOW_ENDED'>>
  setTalk(showId: ShowId, change: TalkChange, by: StaffId): Promise<Outcome<Talk, 'SHOW_ENDED'>>
  /** Older than `before`, newest first, at most 50. */
  readComments(query: { showId: ShowId; filter: CommentFilter; before: number | null }): Promise<CommentPage>
  /** The name is that of the viewer's latest comment; who has never written is not known here. */
  muteViewer(request: PersonInShow & { readonly forMs: number; readonly by: StaffId }): Promise<StandingOutcome>
  /** Told to every show that has not ended. */
  banViewer(request: PersonInShow & { readonly ban: Ban; readonly by: StaffId }): Promise<StandingOutcome>
  /** Ends the mute in this show and the ban in all. */
  pardonViewer(request: PersonInShow & { readonly by: StaffId }): Promise<StandingOutcome>
  /** Text and name of all the viewer wrote are gone, with the reports, visits and names elsewhere. Safe to repeat. */
  eraseViewer(request: PersonInShow & { readonly by: StaffId }): Promise<Erased>
  /** Every list, those that came with the software included. */
  readWordLists(): Promise<readonly WordList[]>
  /** Rises with every change of a list. */
  readWordsVersion(): Promise<number>
  setWordList(showId: ShowId, list: WordList, by: StaffId): Promise<Outcome<WordList, 'WORDS_CHANGED'>>
  /** Adds to the counts of the shows, each in one step; shows that have ended take no more, and one address only so many. */
  addLikes(likes: readonly ViewerLikes[]): Promise<void>
  /** Keeps the first visit of each viewer to each show. Safe to repeat. */
  noteVisits(visits: readonly Visit[]): Promise<void>
}
