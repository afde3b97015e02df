// Schemas of the pinned products.
import * as z from 'zod'
import { ProductId } from '../../contract/ids.ts'
import { MOST_PINS, Pins } from '../../contract/things.ts'

export const COMMANDS = {
  /** The pinned products in order, the first in front; the same list again changes nothing. */
  'pins:set': { input: z.object({ productIds: z.array(ProductId).max(MOST_PINS) }), output: Pins },
}

export const SLICES = { everyone: { pins: Pins } }
