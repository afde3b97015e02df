// Schemas of polls: what staff ask, what viewers answer, and what everyone sees of it.
import * as z from 'zod'
import { ActivityLife, ActivityStart, OwnEntry, RequestId } from '../../activities/activity.ts'
import { ActivityId, ProductId } from '../../contract/ids.ts'
import { plainText } from '../../contract/plainText.ts'

export const LEAST_ANSWERS = 2
export const MOST_ANSWERS = 8
export const MOST_QUESTION = 120
export const MOST_ANSWER = 60
const SHORTEST_MS = 10_000
const LONGEST_MS = 3_600_000

/** As pictures of products are: a file that this server keeps. */
const Picture = z
  .string()
  .max(200)
  .regex(/^\/pictures\/[A-Za-z0-9_-]+\.[a-z0-9]{2,5}$/)

/** A product of the show, by its own picture and title; or a text, with a picture or without. */
export const PollAnswer = z.union([
  z.strictObject({ productId: ProductId }),
  z.strictObject({ text: plainText(MOST_ANSWER), picture: Picture.nullable() }),
])
export type PollAnswer = z.infer<typeof PollAnswer>

const nameOf = (answer: PollAnswer) =>
  'productId' in answer ? `product ${answer.productId}` : `text ${answer.text.toLocaleLowerCase()}`

const Answers = z
  .array(PollAnswer)
  .min(LEAST_ANSWERS)
  .max(MOST_ANSWERS)
  .refine((answers) => new Set(answers.map(nameOf)).size === answers.length, 'an answer stands there twice')

/** What staff set. */
export const PollConfig = z.object({
  question: plainText(MOST_QUESTION),
  answers: Answers,
  /** Whether a viewer may choose several. */
  several: z.boolean(),
  /** The counts are for staff alone until it is over. */
  hidden: z.boolean(),
  /** The product that wins is pinned in front; where several are even, none is. */
  pinsWinner: z.boolean(),
})
export type PollConfig = z.infer<typeof PollConfig>

/** An answer by its place. */
const Place = z
  .number()
  .int()
  .min(0)
  .max(MOST_ANSWERS - 1)

/** What a viewer has chosen. */
export const PollVote = z.object({
  choices: z
    .array(Place)
    .min(1)
    .max(MOST_ANSWERS)
    .refine((choices) => new Set(choices).size === choices.length, 'chosen twice'),
})
export type PollVote = z.infer<typeof PollVote>

/** What came of it: the answers with the most votes. Several: they are even; none: nobody has voted. */
export const PollResult = z.object({ winners: z.array(Place), pinned: ProductId.nullable() })
export type PollResult = z.infer<typeof PollResult>

export const Poll = ActivityLife.extend({
  ...PollConfig.shape,
  /** How many have chosen each answer, in their order; null: not to be seen before the end. */
  votes: z.array(z.number().int().nonnegative()).nullable(),
  /** Null: it is not over. */
  result: PollResult.nullable(),
})
export type Poll = z.infer<typeof Poll>

export const COMMANDS = {
  /** Safe to repeat with the same id. It comes to the front where it is announced or opened at once, unless this says no. */
  'poll:make': {
    input: ActivityStart.extend({
      ...PollConfig.shape,
      lengthMs: z.number().int().min(SHORTEST_MS).max(LONGEST_MS).nullable(),
      toFront: z.boolean().optional(),
    }),
    output: ActivityLife,
  },
  /** One vote for each viewer, changed as often as they like until it closes. */
  'poll:vote': {
    input: PollVote.extend({ activityId: ActivityId, requestId: RequestId }),
    output: OwnEntry,
  },
}

export const SLICES = {
  /** Polls that staff have shown, the latest that are over among them. */
  everyone: { polls: z.array(Poll).readonly() },
  /** All of them, drafts too, with their counts. */
  staff: { polls: z.array(Poll).readonly() },
}
