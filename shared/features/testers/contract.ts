// Schemas of chosen testers: what is tested, who has a place on the list, and how the shop reaches them.
import * as z from 'zod'
import { ActivityLife, ActivityStart, OwnEntry, RequestId } from '../../activities/activity.ts'
import { ReadIn } from '../../contract/consents.ts'
import { ActivityId, At, ProductId, Version } from '../../contract/ids.ts'
import { plainText } from '../../contract/plainText.ts'
import { MOST_CONTACT, MOST_NOTE, MOST_PLACES, MOST_TITLE } from './limits.ts'

const SHORTEST_MS = 10_000
const LONGEST_MS = 3_600_000

/** What staff set. */
const CONFIG = {
  /** What is tested. */
  title: plainText(MOST_TITLE),
  /** What is asked of whoever gets a place; null: nothing is said. */
  note: plainText(MOST_NOTE).nullable(),
  /** Its picture is that of a product of the show; null: it has none. */
  productId: ProductId.nullable(),
  places: z.number().int().min(1).max(MOST_PLACES),
}
export const TestersConfig = z.object(CONFIG)
export type TestersConfig = z.infer<typeof TestersConfig>

/** Who takes a place says nothing more. */
export const TestersEntry = z.strictObject({})
export type TestersEntry = z.infer<typeof TestersEntry>

export const TestersResult = z.object({ taken: z.number().int().nonnegative() })
export type TestersResult = z.infer<typeof TestersResult>

export const Testers = ActivityLife.extend(CONFIG)
export type Testers = z.infer<typeof Testers>

/** One place of the list as staff see it. */
export const TesterPlace = z.object({
  no: z.number().int().positive(),
  /** As they called themselves when they said how to reach them; null: not said yet, or erased. */
  name: z.string().nullable(),
  contact: z.string().nullable(),
  consentedAt: At.nullable(),
})
export type TesterPlace = z.infer<typeof TesterPlace>

export const StaffTesters = Testers.extend({ list: z.array(TesterPlace).readonly() })
export type StaffTesters = z.infer<typeof StaffTesters>

/** How the shop reaches a tester, as they said themselves. */
export const TesterContact = z.object({
  activityId: ActivityId,
  contact: z.string(),
  consentedAt: At,
  version: Version,
})
export type TesterContact = z.infer<typeof TesterContact>

export const COMMANDS = {
  /** Safe to repeat with the same id. It comes to the front where it is announced or opened at once, unless this says no. */
  'testers:make': {
    input: ActivityStart.extend({
      ...CONFIG,
      lengthMs: z.number().int().min(SHORTEST_MS).max(LONGEST_MS).nullable(),
      toFront: z.boolean().optional(),
    }),
    output: ActivityLife,
  },
  /** One place for each; again it says the same. */
  'testers:take': {
    input: z.object({ activityId: ActivityId, requestId: RequestId }),
    output: OwnEntry,
  },
  /** Whoever has a place says how the shop may reach them; said again it is changed. */
  'testers:contact': {
    input: z.object({
      activityId: ActivityId,
      contact: plainText(MOST_CONTACT),
      consent: z.literal(true),
      language: ReadIn,
    }),
    output: TesterContact,
  },
}

export const SLICES = {
  /** Those that staff have shown, the latest that are over among them. */
  everyone: { testers: z.array(Testers).readonly() },
  /** All of them, drafts too, with their lists. */
  staff: { testers: z.array(StaffTesters).readonly() },
  own: { testerContacts: z.array(TesterContact).readonly() },
}
