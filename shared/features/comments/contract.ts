// Schemas of what is said in a show: comments, moderation, the rules of writing and the word lists.
import * as z from 'zod'
import { Bought } from '../../contract/commentOrders.ts'
import { CommentId, ViewerId } from '../../contract/ids.ts'
import {
  Ban,
  CommentFilter,
  CommentPage,
  StaffComment,
  Erased,
  Standing,
  Commenting,
  CommentRulesChange,
  WordList,
} from '../../contract/comments.ts'
import { Comment } from '../../contract/things.ts'

const empty = z.object({})
/** In UTF-16 units: 500 characters as a reader counts them can be many more. */
const text = z.string().min(1).max(8192)
const oneComment = z.object({ commentId: CommentId })

export const COMMANDS = {
  /** Safe to repeat with the same id. What its author is told at once is what others see with the next tick, if they do. */
  'comment:post': {
    input: z.object({ commentId: CommentId, text }),
    /** `bought` is told to the author alone; null: the comment is no order. Posted again it acts once. */
    output: Comment.extend({ bought: Bought.nullable() }),
  },
  /** Staff answer one comment; everybody sees both. */
  'comment:reply': { input: z.object({ commentId: CommentId, replyTo: CommentId, text }), output: Comment },
  /** Takes a comment from every screen; a held one is refused by it. Safe to repeat. */
  'comment:hide': { input: oneComment, output: StaffComment },
  /** Undoes `comment:hide`, and settles reports. Safe to repeat. */
  'comment:show': { input: oneComment, output: StaffComment },
  /** Lets a held comment through: it arrives now. Safe to repeat. */
  'comment:approve': { input: oneComment, output: StaffComment },
  /** One comment stands above the others; it takes the place of the one before. */
  'comment:pin': { input: oneComment, output: Commenting },
  'comment:unpin': { input: empty, output: Commenting },
  /** Tells staff about a comment; once per viewer and comment. Safe to repeat. */
  'comment:report': { input: oneComment, output: empty },
  /** Older comments than `before` (a place, null: from the newest on), at most 50. */
  'comments:read': {
    input: z.object({ filter: CommentFilter, before: z.number().int().nonnegative().nullable() }),
    output: CommentPage,
  },
  /** No comments of this viewer in this show for so long. */
  'viewer:mute': {
    input: z.object({ viewerId: ViewerId, forMs: z.number().int().min(60_000).max(86_400_000) }),
    output: Standing,
  },
  /** No comments of this viewer in any show; `silent`: the viewer is not told. */
  'viewer:ban': { input: z.object({ viewerId: ViewerId, ban: Ban }), output: Standing },
  /** Undoes both; safe to repeat. */
  'viewer:pardon': { input: z.object({ viewerId: ViewerId }), output: Standing },
  /** Takes everything away that this viewer has written, and the name, in all shows. There is no undo. Safe to repeat. */
  'viewer:erase': { input: z.object({ viewerId: ViewerId }), output: Erased },
  'room:setTalk': { input: CommentRulesChange, output: Commenting },
  'words:read': { input: empty, output: z.object({ lists: z.array(WordList) }) },
  /** `WORDS_CHANGED`: somebody else changed the list since it was read. */
  'words:set': { input: WordList, output: WordList },
}

export const SLICES = {
  everyone: {
    /** The latest comments, oldest first, at most 50; and those taken away lately, at most 50: whoever still shows one drops it. */
    comments: z.object({ rows: z.array(Comment).readonly(), removed: z.array(CommentId).readonly() }),
    talk: Commenting,
  },
  staff: {
    /** Comments that are not plain: held, hidden, silent or reported; in no order, at most 200. */
    marked: z.array(StaffComment).readonly(),
    /** Viewers who may not write here, at most 200. */
    standings: z.array(Standing).readonly(),
  },
}
