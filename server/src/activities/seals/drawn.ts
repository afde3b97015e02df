// What came of a draw, as it is kept and published: ids of entries alone.
import * as z from 'zod'

const EntryId = z.string().regex(/^[0-9a-f]{32}$/)

/** Why an entry that was in front is no winner; `staff`: seen as staff after entering. */
export const PassedWhy = z.enum(['erased', 'won', 'staff'])
export type PassedWhy = z.infer<typeof PassedWhy>

const Passed = z.object({ entryId: EntryId, why: PassedWhy })
export type Passed = z.infer<typeof Passed>

export const Redraw = z.object({
  /** Whose place goes on, unclaimed. */
  lost: EntryId,
  passed: z.array(Passed),
  /** Null: nobody is left. */
  to: EntryId.nullable(),
})
export type Redraw = z.infer<typeof Redraw>

export const Drawn = z.object({
  /** In order. */
  winners: z.array(EntryId),
  passed: z.array(Passed),
  redraws: z.array(Redraw),
})
export type Drawn = z.infer<typeof Drawn>
