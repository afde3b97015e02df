// Schemas of holds: what viewers keep for themselves, and what staff see of it.
import * as z from 'zod'
import { HoldId } from '../../contract/ids.ts'
import { OwnHoldId } from '../../contract/commentOrders.ts'
import { StaffHold, Hold, HoldLine, SeenLine } from '../../contract/things.ts'

export const COMMANDS = {
  /** The server's clock alone decides; `PRICE_ROSE` brings `offerId` and the `priceMinor` it has now. A granted id gives the same answer again; `repeat`: this id was sent before. */
  'hold:place': {
    input: z.object({ holdId: OwnHoldId, lines: z.array(SeenLine).min(1).max(20), repeat: z.boolean().optional() }),
    output: Hold,
  },
  /**
   * New quantities for lines of a live hold, the others stay; prices and deadline stay as granted. `withoutCoupon`: its coupon is
   * the viewer's again, and none comes off; a later change without this takes one again. Safe to repeat.
   */
  'hold:change': {
    input: z.object({
      holdId: HoldId,
      lines: z.array(HoldLine).min(1).max(20),
      withoutCoupon: z.boolean().optional(),
    }),
    output: Hold,
  },
  'hold:release': { input: z.object({ holdId: HoldId }), output: Hold },
}

export const SLICES = {
  /** Live holds and those that ended lately, newest first, at most 200. */
  staff: { holds: z.array(StaffHold).readonly() },
  /** Holds that still matter: live ones, and paid or late ones. */
  own: { holds: z.array(Hold).readonly() },
}
