// Asks again, with the same id, while the answer is "maybe later" and the person is still waiting.
import type { Outcome, RefusalCode } from '@lantern/shared/contract/refusals.ts'

export interface Patience {
  readonly now: () => number
  readonly wait: (ms: number) => Promise<void>
  /** Called when the first try was in vain and another follows. */
  readonly onAgain: () => void
}

const GIVES_UP_MS = 10_000
const FIRST_PAUSE_MS = 300
const LONGEST_PAUSE_MS = 2_000

/** `send` must be safe to repeat. Answers the last outcome once it is final or ten seconds have passed. */
export async function keepTrying<Value, Code extends RefusalCode>(
  send: () => Promise<Outcome<Value, Code>>,
  { now, wait, onAgain }: Patience,
): Promise<Outcome<Value, Code>> {
  const until = now() + GIVES_UP_MS
  let pause = FIRST_PAUSE_MS
  for (;;) {
    const outcome = await send()
    if (outcome.ok || !outcome.retryable || outcome.code === 'TOO_MANY') return outcome
    const next = outcome.retryAfterMs ?? pause
    if (now() + next > until) return outcome
    onAgain()
    await wait(next)
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS)
  }
}
