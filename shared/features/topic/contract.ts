// Schemas of topics: what staff ask before the show, what viewers answer in their own words, and which answers everyone sees.
import * as z from 'zod'
import { ActivityLife, ActivityStart, OwnEntry, RequestId } from '../../activities/activity.ts'
import { ActivityId, At, Version, ViewerId } from '../../contract/ids.ts'
import { plainText } from '../../contract/plainText.ts'
import { MOST_ANSWER, MOST_QUESTION, MOST_SEARCH } from './limits.ts'

const SHORTEST_MS = 10_000
/** In UTF-16 units, before it is cleaned: a character as a reader counts them can be many. */
const MOST_UNITS = 16 * MOST_ANSWER

/** What staff set. */
export const TopicConfig = z.object({ question: plainText(MOST_QUESTION) })
export type TopicConfig = z.infer<typeof TopicConfig>

/** What a viewer has answered, cleaned. */
export const TopicEntry = z.strictObject({ text: z.string().min(1).max(MOST_UNITS) })
export type TopicEntry = z.infer<typeof TopicEntry>

export const TopicResult = z.object({ answers: z.number().int().nonnegative() })
export type TopicResult = z.infer<typeof TopicResult>

/** An answer that staff have picked, with the name that its author had then. */
export const PickedAnswer = z.object({
  /** In the order of answering, from 1: the one that its author's own entry has. */
  no: z.number().int().positive(),
  name: z.string(),
  text: z.string(),
})
export type PickedAnswer = z.infer<typeof PickedAnswer>

export const Topic = ActivityLife.extend({
  ...TopicConfig.shape,
  /** The latest pick first; whoever changes an answer or is erased is picked no more. */
  picked: z.array(PickedAnswer).readonly(),
})
export type Topic = z.infer<typeof Topic>

/** What staff made of an answer; `plain`: nothing yet. */
export const AnswerMark = z.enum(['plain', 'picked', 'hidden'])
export type AnswerMark = z.infer<typeof AnswerMark>

/** An answer as staff read it. */
export const StaffAnswer = PickedAnswer.extend({
  viewerId: ViewerId,
  at: At,
  mark: AnswerMark,
  /** Its author is banned, and may not know it. */
  isBanned: z.boolean(),
  /** Of the text: whoever picks it says which one they have read. */
  version: Version,
})
export type StaffAnswer = z.infer<typeof StaffAnswer>

/** Where a page ends: the next one has what is older. */
export const AnswerPlace = z.object({ version: Version, no: z.number().int().positive() })
export type AnswerPlace = z.infer<typeof AnswerPlace>

export const AnswerFilter = z.enum(['all', 'picked', 'hidden'])
export type AnswerFilter = z.infer<typeof AnswerFilter>

export const COMMANDS = {
  /** Safe to repeat with the same id. It may open before the show. */
  'topic:make': {
    input: ActivityStart.extend({
      ...TopicConfig.shape,
      lengthMs: ActivityStart.shape.lengthMs.unwrap().min(SHORTEST_MS).nullable(),
      toFront: z.boolean().optional(),
    }),
    output: ActivityLife,
  },
  /** One answer for each viewer, changed until it closes; a changed one is picked no more. */
  'topic:answer': {
    input: z.object({ activityId: ActivityId, requestId: RequestId, text: z.string().min(1).max(MOST_UNITS) }),
    output: OwnEntry,
  },
  /** Newest first, 50 at most, and fewer where something is searched for: then `next` says where to search further. `all`: those that are not hidden. */
  'topic:answers': {
    input: z.object({
      activityId: ActivityId,
      filter: AnswerFilter,
      /** In the text or the name; empty: any. */
      search: z.string().max(MOST_SEARCH),
      before: AnswerPlace.nullable(),
    }),
    output: z.object({ answers: z.array(StaffAnswer), next: AnswerPlace.nullable() }),
  },
  /** `picked`: everyone sees it. `hidden`: out of the list, and its author is not told. Safe to repeat. */
  'topic:mark': {
    input: z.object({ activityId: ActivityId, no: z.number().int().positive(), version: Version, mark: AnswerMark }),
    output: StaffAnswer,
  },
}

export const SLICES = {
  /** Those that staff have shown, the latest that are over among them. */
  everyone: { topics: z.array(Topic).readonly() },
  /** All of them, drafts too. */
  staff: { topics: z.array(Topic).readonly() },
}
