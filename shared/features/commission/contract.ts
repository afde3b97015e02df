// Schemas of commission: the shop's rules for sharers, what a sharer sees of their own, and what staff see of all of them.
import * as z from 'zod'
import { CommissionLine, CommissionMoney, SharingTerms, StaffSharer } from '../../contract/commission.ts'
import { ReadIn } from '../../contract/consents.ts'
import { At, Currency, Minor } from '../../contract/ids.ts'
import { plainText } from '../../contract/plainText.ts'
import { SharerId, SharingRules } from '../../contract/sharing.ts'
import { CONSENT_VERSION, MOST_ROWS, MOST_SHARER_NAME, MOST_SHARERS } from './limits.ts'

/** `version`: 0 until the shop sets any. */
export const NumberedRules = z.object({ version: z.number().int().nonnegative(), rules: SharingRules })
export type NumberedRules = z.infer<typeof NumberedRules>

const count = z.number().int().nonnegative()

export const OwnSharing = z.object({
  name: z.string(),
  /** Of the text that they agreed to; not the latest: they may agree to that one, too, and go on as before until then. */
  consent: z.string(),
  /** They stopped, or staff have ended it: links count for nobody, what was earned stays. */
  isOver: z.boolean(),
  /** Of their link to this show; null: it is over. */
  code: z.string().nullable(),
  /** What stands in the address of their own page, which no one else has. */
  page: z.string(),
  /** In all shows. */
  opens: count,
  people: count,
  holds: count,
  orders: count,
  money: z.array(CommissionMoney),
  /** The newest first. */
  lines: z.array(CommissionLine).max(MOST_ROWS),
})
export type OwnSharing = z.infer<typeof OwnSharing>

/** What whoever asks may know: the shop's terms, and their own. */
export const MySharing = z.object({
  terms: SharingTerms,
  /** Null: no sharer yet. */
  me: OwnSharing.nullable(),
})
export type MySharing = z.infer<typeof MySharing>

const empty = z.object({})

export const COMMANDS = {
  'sharing:read': { input: empty, output: NumberedRules },
  /** Over the version that was read; from then on new holds go by them, what was credited before is paid as it was promised. */
  'sharing:set': { input: NumberedRules, output: NumberedRules },
  /** With consent to the text of this version. Safe to repeat: the name is changed. */
  'sharer:join': {
    input: z.object({ name: plainText(MOST_SHARER_NAME), consent: z.literal(CONSENT_VERSION), language: ReadIn }),
    output: MySharing,
  },
  'sharer:mine': { input: empty, output: MySharing },
  /** For good; what was earned stays. Safe to repeat. */
  'sharer:leave': { input: empty, output: MySharing },
  'sharers:list': { input: empty, output: z.object({ sharers: z.array(StaffSharer).max(MOST_SHARERS) }) },
  /** By staff, for good. Safe to repeat. */
  'sharer:end': { input: z.object({ id: SharerId }), output: z.object({ id: SharerId, overAt: At }) },
  /** Staff have paid out all that is confirmed, as they saw it. Safe to repeat with the same id. */
  'sharer:pay': {
    input: z.object({
      id: SharerId,
      payoutId: z.string().regex(/^[A-Za-z0-9_-]{8,64}$/),
      currency: Currency,
      amountMinor: Minor.min(1),
    }),
    output: CommissionMoney,
  },
}

export const SLICES = {}
