// Schemas of comment to buy: the rules, trying them, and taking a comment as an order.
import * as z from 'zod'
import { Buying, BuyingChange, BuyRules, OwnHoldId, TriedComment } from '../../contract/commentOrders.ts'
import { CommentId } from '../../contract/ids.ts'
import { Hold, HoldLine } from '../../contract/things.ts'

export const COMMANDS = {
  /** Comment to buy: on or off, the rules, the keywords. Keywords that are missing are made. Unchanged rules write nothing. */
  'buying:set': { input: BuyingChange, output: Buying },
  /** What these rules make of the show's latest comments of viewers, newest first; nothing is held. */
  'buying:try': { input: BuyRules, output: z.object({ comments: z.array(TriedComment) }) },
  /**
   * A comment becomes a hold of its author: the lines given, else what can be read in it, else, where it names nothing, one
   * unit of what is pinned in front. A granted id gives the same answer again. `ALREADY_HELD` brings the hold there is.
   */
  'buying:take': {
    input: z.object({
      commentId: CommentId,
      holdId: OwnHoldId,
      lines: z.array(HoldLine).min(1).max(20).optional(),
    }),
    output: Hold,
  },
}

export const SLICES = {
  everyone: {
    /** Null: it was never set up. */
    buying: Buying.nullable(),
  },
}
