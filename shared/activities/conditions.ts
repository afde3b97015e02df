// What a viewer must have done before an activity takes them in: every condition is asked of what the server knows itself.
import * as z from 'zod'
import { ProductId, Via } from '../contract/ids.ts'
import { plainText } from '../contract/plainText.ts'

export const MOST_CONDITIONS = 5
export const MOST_MINUTES = 240
export const MOST_WORD = 30

export const Condition = z.discriminatedUnion('is', [
  /** Had the page of the live show open for so long, on any device, in pieces or at once. */
  z.strictObject({ is: z.literal('watched'), minutes: z.number().int().min(1).max(MOST_MINUTES) }),
  /** Has written in this show what stands there for everyone, with this in it; null: anything. */
  z.strictObject({ is: z.literal('wrote'), word: plainText(MOST_WORD).nullable() }),
  /** Has paid in this show for this product, and has it still; null: for any. */
  z.strictObject({ is: z.literal('bought'), productId: ProductId.nullable() }),
  /** Has come by this link that was shared; null: by any. */
  z.strictObject({ is: z.literal('came'), via: Via.nullable() }),
  /** Has won nothing in this show yet, or let it go by. */
  z.strictObject({ is: z.literal('notWon') }),
])
export type Condition = z.infer<typeof Condition>

/** All of them must be met; each stands there once. */
export const Conditions = z
  .array(Condition)
  .max(MOST_CONDITIONS)
  .refine((all) => new Set(all.map(({ is }) => is)).size === all.length, 'a condition stands there twice')
  .readonly()
export type Conditions = z.infer<typeof Conditions>

/** Whoever has won in the show already wins nothing here. */
export function isForNewWinners(conditions: Conditions): boolean {
  return conditions.some(({ is }) => is === 'notWon')
}

/** How far a viewer is with a condition: met where `have` has reached `need`; ms of watching, else 0 or 1. */
export const Progress = z.object({ have: z.number().int().nonnegative(), need: z.number().int().positive() })
export type Progress = z.infer<typeof Progress>
