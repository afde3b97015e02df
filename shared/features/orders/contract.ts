// Schemas of orders as staff see and settle them.
import * as z from 'zod'
import { HoldId, Minor, OrderId, Units } from '../../contract/ids.ts'
import { StaffOrder } from '../../contract/things.ts'

export const StaffTotals = z.object({ held: Units, paid: Units, soldMinor: Minor, needsYou: Units })
export type StaffTotals = z.infer<typeof StaffTotals>

export const COMMANDS = {
  /**
   * What staff did about an order. `supply`: a late payment gets units after all; `refund_back`: refunded, its units are for
   * sale again; `refund_gone`: refunded, its units are gone, the allotment falls; `refund_part`: so much of it
   * goes back that it is `backMinor` in all, it stays paid and its units sold; `accept`: the differing amount is all right;
   * `let_go`: an order whose money was never taken gives its units back.
   */
  'order:settle': {
    input: z.object({
      holdId: HoldId,
      orderId: OrderId,
      choice: z.enum(['supply', 'refund_back', 'refund_gone', 'refund_part', 'accept', 'let_go']),
      backMinor: Minor.optional(),
    }),
    output: StaffOrder,
  },
}

export const SLICES = {
  staff: {
    /** Newest first, at most 200. */
    orders: z.array(StaffOrder).readonly(),
    totals: StaffTotals,
  },
}
