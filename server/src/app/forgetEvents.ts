// Throws facts of the log away that are older than the settings say, a few at a time; none where they do not.
import { createLoop } from '../kit/loop.ts'
import type { Clock } from '../kit/clock.ts'
import type { Log } from '../ops/log.ts'

export interface ForgetNeeds {
  readonly config: { readonly eventsKeepMs: number | null }
  readonly subscriptions: { forget(old: { before: number; limit: number }): Promise<number> }
  readonly clock: Clock
  readonly log: Log
}

const EVERY_MS = 3_600_000
const TOGETHER = 500

export function forgetEvents({ config: { eventsKeepMs }, subscriptions, clock, log }: ForgetNeeds): {
  close(): Promise<void>
} {
  if (eventsKeepMs === null) return { close: () => Promise.resolve() }
  const turn = async () => (await subscriptions.forget({ before: clock() - eventsKeepMs, limit: TOGETHER })) > 0
  const onError = (err: unknown) => log.error({ err }, 'old facts of the log not thrown away; trying again')
  return createLoop({ everyMs: EVERY_MS, turn, onError })
}
