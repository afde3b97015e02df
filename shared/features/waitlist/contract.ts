// Schemas of the line for what is sold out.
import * as z from 'zod'
import { OfferId } from '../../contract/ids.ts'
import { Quantity, Wait } from '../../contract/things.ts'

export const COMMANDS = {
  /** A place in line for what is sold out, or for the sale whose units are; who is in line already keeps the place, with the new quantity. */
  'waitlist:join': { input: z.object({ offerId: OfferId, quantity: Quantity }), output: Wait },
  /** Gives the place up; safe to repeat. */
  'waitlist:leave': { input: z.object({ offerId: OfferId }), output: z.object({}) },
}

export const SLICES = {
  /** Places in line, also those that have just ended. */
  own: { waits: z.array(Wait).readonly() },
}
