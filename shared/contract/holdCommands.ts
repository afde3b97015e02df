// What viewers send about holds and places in line.
import * as z from 'zod'
import { isCommentHold } from './buying.ts'
import { HoldId, OfferId } from './ids.ts'
import { Hold, HoldLine, Quantity, SeenLine, Wait } from './things.ts'

/** Why units are not to be had. */
const units = ['OFFER_NOT_FOUND', 'NOT_OPEN', 'SOLD_OUT', 'NOT_ENOUGH', 'LIMIT_REACHED', 'CROWDED_ADDRESS'] as const
/** Why a hold may not be granted. */
export const placing = [...units, 'PRICE_ROSE', 'ALREADY_HELD', 'HOLD_ID_TAKEN', 'COOL_DOWN'] as const
/** An id that a client may give. */
export const OwnHoldId = HoldId.refine((id) => !isCommentHold(id))

export const HOLD_COMMANDS = {
  /** The server's clock alone decides; `PRICE_ROSE` brings `offerId` and the `priceMinor` it has now. A granted id gives the same answer again; `repeat`: this id was sent before. */
  'hold:place': {
    from: ['viewer'],
    input: z.object({ holdId: OwnHoldId, lines: z.array(SeenLine).min(1).max(20), repeat: z.boolean().optional() }),
    output: Hold,
    refusals: [...placing, 'TOO_EARLY'],
  },
  /** New quantities for lines of a live hold, the others stay; prices and deadline stay as granted. Safe to repeat. */
  'hold:change': {
    from: ['viewer'],
    input: z.object({ holdId: HoldId, lines: z.array(HoldLine).min(1).max(20) }),
    output: Hold,
    refusals: ['HOLD_NOT_FOUND', 'HOLD_OVER', 'HOLD_PAYING', 'SALE_OVER', ...units],
  },
  'hold:release': {
    from: ['viewer'],
    input: z.object({ holdId: HoldId }),
    output: Hold,
    refusals: ['HOLD_NOT_FOUND', 'HOLD_OVER'],
  },
  /** A place in line for what is sold out, or for the sale whose units are; who is in line already keeps the place, with the new quantity. */
  'waitlist:join': {
    from: ['viewer'],
    input: z.object({ offerId: OfferId, quantity: Quantity }),
    output: Wait,
    refusals: [
      'OFFER_NOT_FOUND',
      'NOT_OPEN',
      'NOT_SOLD_OUT',
      'LIMIT_REACHED',
      'ALREADY_HELD',
      'TOO_EARLY',
      'COOL_DOWN',
      'CROWDED_ADDRESS',
    ],
  },
  /** Gives the place up; safe to repeat. */
  'waitlist:leave': { from: ['viewer'], input: z.object({ offerId: OfferId }), output: z.object({}), refusals: [] },
} as const
