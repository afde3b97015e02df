/** What the shop does wrong when it is told to, so that a studio can be tried against a bad day. */
import { z } from 'zod'

/** The first four are met by who posts to the shop, the others by who listens to it. */
export const MISDEEDS = [
  'fail',
  'throttle',
  'hang',
  'reset',
  'sendTwice',
  'sendTwiceRenamed',
  'signWrong',
  'amountWrong',
  'payLate',
  'payTwice',
] as const
export type Misdeed = (typeof MISDEEDS)[number]

export const MischiefOrder = z.object({ misdeed: z.enum(MISDEEDS), times: z.number().int().min(0).max(100_000) })
export type MischiefOrder = z.infer<typeof MischiefOrder>

export interface Mischief {
  /** The next so many times; 0 ends it. */
  command(order: MischiefOrder): void
  /** Whether to do it now; counts. */
  isDue(misdeed: Misdeed): boolean
}

export function createMischief(): Mischief {
  const left = new Map<Misdeed, number>()
  return {
    command: ({ misdeed, times }) => void left.set(misdeed, times),
    isDue(misdeed) {
      const times = left.get(misdeed) ?? 0
      if (times > 0) left.set(misdeed, times - 1)
      return times > 0
    },
  }
}
