// What is said in a show: who may write, what was done about a comment or its author, and the words that are watched for.
import * as z from 'zod'
import { At, ShowId, StaffId, Version, ViewerId } from './ids.ts'
import { Comment } from './things.ts'

const MINUTE_MS = 60_000

/** Who may write in a show, and how often. */
export const CommentRules = z.object({
  /** A viewer may write once in so many ms; 0: no pause. */
  slowMs: z.number().int().min(0).max(600_000),
  /** Nobody but staff may write. */
  mutedAll: z.boolean(),
  /** Comments wait for staff before anyone sees them. */
  review: z.boolean(),
  /** Whoever came to the show less than so many ms ago may not write yet; 0: everybody may. */
  watchMs: z
    .number()
    .int()
    .min(0)
    .max(120 * MINUTE_MS),
  /** Only viewers with a paid order of this shop may write. */
  buyersOnly: z.boolean(),
})
export type CommentRules = z.infer<typeof CommentRules>

/** What is not told stays as it is. */
export const CommentRulesChange = CommentRules.partial()
export type CommentRulesChange = z.infer<typeof CommentRulesChange>

/** Null: nothing is pinned. */
export const Commenting = CommentRules.extend({ pinned: Comment.nullable(), version: Version })
export type Commenting = z.infer<typeof Commenting>

/** Taps on the heart. */
export const Likes = z.number().int().nonnegative()

/**
 * `shown`: everybody sees it; `held`: it waits for staff; `hidden`: staff took it away; `silent`: its author alone sees it,
 * who is banned without being told; `erased`: text and name are gone for good.
 */
export const CommentState = z.enum(['shown', 'held', 'hidden', 'silent', 'erased'])
export type CommentState = z.infer<typeof CommentState>

/** A comment as staff see it. */
export const StaffComment = Comment.omit({ held: true }).extend({
  state: CommentState,
  /** Viewers who reported it since staff last looked at it. */
  reports: z.number().int().nonnegative(),
  /** Who hid it, or let it through; null: nobody did. */
  judgedBy: StaffId.nullable(),
  /** Rises with every change, also of `reports`. */
  version: Version,
})
export type StaffComment = z.infer<typeof StaffComment>

export const Ban = z.enum(['open', 'silent'])
export type Ban = z.infer<typeof Ban>

/** What a viewer may not do: `mutedUntil` is for one show, `ban` for all shows of this shop. */
export const Standing = z.object({
  viewerId: ViewerId,
  /** As on the comment for which it was done. */
  name: z.string(),
  mutedUntil: At.nullable(),
  ban: Ban.nullable(),
  version: Version,
})
export type Standing = z.infer<typeof Standing>

/** What happens to a comment with one of the list's words. */
export const WordTreatment = z.enum(['off', 'review', 'refuse'])
export type WordTreatment = z.infer<typeof WordTreatment>

const WordListId = z.string().regex(/^[a-z0-9-]{1,32}$/)
const Word = z.string().trim().min(1).max(60)

/** A list of the whole shop; version 0: as it came with the software. */
export const WordList = z.object({
  id: WordListId,
  treatment: WordTreatment,
  words: z.array(Word).max(3000),
  version: Version,
})
export type WordList = z.infer<typeof WordList>

/** Which comments staff want to read. */
export const CommentFilter = z.enum(['all', 'held', 'reported', 'hidden', 'silent'])
export type CommentFilter = z.infer<typeof CommentFilter>

/** Newest first; `more`: there are older ones. */
export const CommentPage = z.object({ comments: z.array(StaffComment), more: z.boolean() })
export type CommentPage = z.infer<typeof CommentPage>

/** Where an erasure reached. */
export const Erased = z.object({ comments: z.number().int().nonnegative(), showIds: z.array(ShowId) })
export type Erased = z.infer<typeof Erased>
