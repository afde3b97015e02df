// Schemas of draws: the prize that staff set, who is in, who wins, and how a winner claims it.
import * as z from 'zod'
import { ActivityLife, ActivityStart, MOST_LENGTH_MS, OwnEntry, RequestId } from '../../activities/activity.ts'
import { ReadIn } from '../../contract/consents.ts'
import { ActivityId, At, ProductId, Version } from '../../contract/ids.ts'
import { plainText } from '../../contract/plainText.ts'

export const MOST_TITLE = 80
export const MOST_WORTH = 40
export const MOST_WINNERS = 100
export const MOST_CONTACT = 200
export const SHORTEST_MS = 30_000
const HOUR_MS = 3_600_000
export const SHORTEST_CLAIM_MS = HOUR_MS
export const LONGEST_CLAIM_MS = 14 * 24 * HOUR_MS
export const USUAL_CLAIM_MS = 48 * HOUR_MS

/** What staff set. */
export const DrawConfig = z.object({
  /** The prize, as everyone reads it. */
  title: plainText(MOST_TITLE),
  /** Its picture is that of a product of the show; null: it has none. */
  productId: ProductId.nullable(),
  /** What it is worth, in the shop's own words. */
  worth: plainText(MOST_WORTH).nullable(),
  winners: z.number().int().min(1).max(MOST_WINNERS),
  /** How long a winner may wait before the next in order gets it. */
  claimMs: z.number().int().min(SHORTEST_CLAIM_MS).max(LONGEST_CLAIM_MS).default(USUAL_CLAIM_MS),
})
export type DrawConfig = z.infer<typeof DrawConfig>

/** Who enters says nothing more. */
export const DrawEntry = z.strictObject({})
export type DrawEntry = z.infer<typeof DrawEntry>

/** `won`: drawn, not claimed yet; `expired`: not claimed in time, or the winner was erased, so that the place goes on. */
export const WinState = z.enum(['won', 'claimed', 'expired'])
export type WinState = z.infer<typeof WinState>

export const DrawWinner = z.object({
  /** From 1; whoever gets the place of somebody who did not claim it stands there with the same one, later in the list. */
  place: z.number().int().positive(),
  /** As it is in the published file. */
  entryId: z.string(),
  /** As the winner has chosen; null: erased. */
  name: z.string().nullable(),
  state: WinState,
  until: At,
})
export type DrawWinner = z.infer<typeof DrawWinner>

/** How the shop reaches a winner, who said so. */
export const Contact = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('email'), value: z.email().max(MOST_CONTACT) }),
  z.strictObject({
    is: z.literal('phone'),
    value: z
      .string()
      .max(34)
      .regex(/^\+?[0-9][0-9 ()./-]{3,30}[0-9]$/),
  }),
  z.strictObject({ is: z.literal('text'), value: plainText(MOST_CONTACT) }),
])
export type Contact = z.infer<typeof Contact>

export const Draw = ActivityLife.extend({
  ...DrawConfig.shape,
  /** In the order of being drawn, fewer than `winners` where fewer were in; null: not drawn yet. */
  drawn: z.array(DrawWinner).readonly().nullable(),
})
export type Draw = z.infer<typeof Draw>

/** As staff see it: with how the winners are reached. */
export const StaffDraw = Draw.extend({
  contacts: z.array(z.object({ entryId: z.string(), contact: Contact, claimedAt: At })).readonly(),
})
export type StaffDraw = z.infer<typeof StaffDraw>

/** What a winner alone knows of what they have won. */
export const DrawWin = z.object({
  activityId: ActivityId,
  place: z.number().int().positive(),
  state: WinState,
  until: At,
  claimedAt: At.nullable(),
  contact: Contact.nullable(),
  version: Version,
})
export type DrawWin = z.infer<typeof DrawWin>

export const COMMANDS = {
  /** Safe to repeat with the same id. It comes to the front where it is announced or opened at once, unless this says no. */
  'draw:make': {
    input: ActivityStart.extend({
      ...DrawConfig.shape,
      lengthMs: z.number().int().min(SHORTEST_MS).max(MOST_LENGTH_MS),
      toFront: z.boolean().optional(),
    }),
    output: ActivityLife,
  },
  'draw:enter': {
    input: z.object({ activityId: ActivityId, requestId: RequestId }),
    output: OwnEntry,
  },
  /** A winner says how they are reached; said again before the time is over it is changed. */
  'draw:claim': {
    input: z.object({ activityId: ActivityId, contact: Contact, consent: z.literal(true), language: ReadIn }),
    output: DrawWin,
  },
}

export const SLICES = {
  /** Draws that staff have shown, the latest that are over among them. */
  everyone: { draws: z.array(Draw).readonly() },
  /** All of them, drafts too. */
  staff: { draws: z.array(StaffDraw).readonly() },
  own: { wins: z.array(DrawWin).readonly() },
}
