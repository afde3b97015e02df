// Moves on what looks back at the log in our own database, each subscription by itself, a few facts at a time, and sweeps what is too old.
import { createLoop } from '../kit/loop.ts'
import { startSweeping, type SweepNeeds } from './sweepOld.ts'

export interface FollowNeeds extends SweepNeeds {
  readonly subscriptions: SweepNeeds['subscriptions'] & {
    /** Those that nobody else moves on. */
    readonly names: readonly string[]
    /** Answers how many facts were taken. */
    take(name: string, limit: number): Promise<number>
  }
}

const EVERY_MS = 1000
const TOGETHER = 200

export function followLog(needs: FollowNeeds): { close(): Promise<void> } {
  const { subscriptions, log } = needs
  const loops = subscriptions.names.map((name) => {
    const turn = async () => (await subscriptions.take(name, TOGETHER)) === TOGETHER
    const onError = (err: unknown) => log.error({ err, name }, 'the log was not followed; trying again')
    return createLoop({ everyMs: EVERY_MS, turn, onError })
  })
  const open = [...loops, startSweeping(needs)]
  return { close: async () => void (await Promise.all(open.map((one) => one.close()))) }
}
