// Schemas of a show itself: going live, ending it, and what it is seen as.
import * as z from 'zod'
import { Units } from '../../contract/ids.ts'
import { Product, Show } from '../../contract/things.ts'

const empty = z.object({})

export const COMMANDS = {
  'show:goLive': { input: empty, output: Show },
  'show:end': { input: empty, output: Show },
  /** Everybody behind one address may hold what others leave, until the show ends; safe to repeat. */
  'crowd:lift': { input: empty, output: Show },
}

export const SLICES = {
  everyone: {
    show: Show,
    products: z.array(Product).readonly(),
    /** People, not tabs. */
    viewers: Units,
  },
}
