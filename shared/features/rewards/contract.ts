// Schemas of what each viewer has been granted.
import * as z from 'zod'
import { Reward } from '../../rewards/reward.ts'

export const COMMANDS = {
  /** All that whoever asks has of this shop, other shows' too: a page asks it whenever it has joined. */
  'rewards:list': { input: z.object({}), output: z.object({ rewards: z.array(Reward).readonly() }) },
}

export const SLICES = {
  /** Of this show, and of others those that a hold of this show took. */
  own: { rewards: z.array(Reward).readonly() },
}
