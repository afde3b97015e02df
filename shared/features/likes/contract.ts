// Schemas of taps on the heart.
import * as z from 'zod'
import { Likes } from '../../contract/comments.ts'

export const COMMANDS = {
  /** Taps since the last one was sent; clients send at most one a second. Of very many from one address some are not counted. */
  'like:send': { input: z.object({ count: z.number().int().min(1).max(20) }), output: z.object({}) },
}

export const SLICES = { everyone: { likes: Likes } }
