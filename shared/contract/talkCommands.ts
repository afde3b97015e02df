// Client to server, about what is said in a show: comments, moderation, words, likes.
import * as z from 'zod'
import { Bought } from './buying.ts'
import { CommentId, ViewerId } from './ids.ts'
import { ROLES } from './roles.ts'
import { Ban, CommentFilter, CommentPage, DeskComment, Erased, Standing, Talk, TalkChange, WordList } from './talk.ts'
import { Comment } from './things.ts'

const everyone = ['viewer', ...ROLES] as const
const empty = z.object({})
/** In UTF-16 units: 500 characters as a reader counts them can be many more. */
const text = z.string().min(1).max(8192)
const oneComment = z.object({ commentId: CommentId })

export const TALK_COMMANDS = {
  /** Safe to repeat with the same id. What its author is told at once is what others see with the next tick, if they do. */
  'comment:post': {
    from: everyone,
    input: z.object({ commentId: CommentId, text }),
    /** `bought` is told to the author alone; null: the comment is no order. Posted again it acts once. */
    output: Comment.extend({ bought: Bought.nullable() }),
    refusals: [
      'SHOW_ENDED',
      'COMMENT_EMPTY',
      'COMMENT_TOO_LONG',
      'COMMENT_ID_TAKEN',
      'SLOW_DOWN',
      'CROWDED_COMMENTS',
      'MUTED',
      'BANNED',
      'COMMENTS_OFF',
      'WATCH_FIRST',
      'BUYERS_ONLY',
      'WORD_BLOCKED',
    ],
  },
  /** Staff answer one comment; everybody sees both. */
  'comment:reply': {
    from: ROLES,
    input: z.object({ commentId: CommentId, replyTo: CommentId, text }),
    output: Comment,
    refusals: ['SHOW_ENDED', 'COMMENT_EMPTY', 'COMMENT_TOO_LONG', 'COMMENT_ID_TAKEN', 'COMMENT_NOT_FOUND'],
  },
  /** Takes a comment from every screen; a held one is refused by it. Safe to repeat. */
  'comment:hide': { from: ROLES, input: oneComment, output: DeskComment, refusals: ['COMMENT_NOT_FOUND'] },
  /** Undoes `comment:hide`, and settles reports. Safe to repeat. */
  'comment:show': { from: ROLES, input: oneComment, output: DeskComment, refusals: ['COMMENT_NOT_FOUND'] },
  /** Lets a held comment through: it arrives now. Safe to repeat. */
  'comment:approve': { from: ROLES, input: oneComment, output: DeskComment, refusals: ['COMMENT_NOT_FOUND'] },
  /** One comment stands above the others; it takes the place of the one before. */
  'comment:pin': { from: ROLES, input: oneComment, output: Talk, refusals: ['COMMENT_NOT_FOUND', 'SHOW_ENDED'] },
  'comment:unpin': { from: ROLES, input: empty, output: Talk, refusals: ['SHOW_ENDED'] },
  /** Tells staff about a comment; once per viewer and comment. Safe to repeat. */
  'comment:report': { from: ['viewer'], input: oneComment, output: empty, refusals: ['COMMENT_NOT_FOUND'] },
  /** Older comments than `before` (a place, null: from the newest on), at most 50. */
  'comments:read': {
    from: ROLES,
    input: z.object({ filter: CommentFilter, before: z.number().int().nonnegative().nullable() }),
    output: CommentPage,
    refusals: [],
  },

  /** No comments of this viewer in this show for so long. */
  'viewer:mute': {
    from: ROLES,
    input: z.object({ viewerId: ViewerId, forMs: z.number().int().min(60_000).max(86_400_000) }),
    output: Standing,
    refusals: ['VIEWER_NOT_FOUND'],
  },
  /** No comments of this viewer in any show; `silent`: the viewer is not told. */
  'viewer:ban': {
    from: ROLES,
    input: z.object({ viewerId: ViewerId, ban: Ban }),
    output: Standing,
    refusals: ['VIEWER_NOT_FOUND'],
  },
  /** Undoes both; safe to repeat. */
  'viewer:pardon': {
    from: ROLES,
    input: z.object({ viewerId: ViewerId }),
    output: Standing,
    refusals: ['VIEWER_NOT_FOUND'],
  },
  /** Takes everything away that this viewer has written, and the name, in all shows. There is no undo. Safe to repeat. */
  'viewer:erase': {
    from: ['owner'],
    input: z.object({ viewerId: ViewerId }),
    output: Erased,
    refusals: [],
  },

  'room:setTalk': { from: ROLES, input: TalkChange, output: Talk, refusals: ['SHOW_ENDED'] },
  'words:read': { from: ROLES, input: empty, output: z.object({ lists: z.array(WordList) }), refusals: [] },
  /** `WORDS_CHANGED`: somebody else changed the list since it was read. */
  'words:set': { from: ROLES, input: WordList, output: WordList, refusals: ['WORDS_CHANGED'] },

  /** Taps since the last one was sent; clients send at most one a second. Of very many from one address some are not counted. */
  'like:send': {
    from: ['viewer'],
    input: z.object({ count: z.number().int().min(1).max(20) }),
    output: empty,
    refusals: ['SHOW_ENDED'],
  },
} as const
