// Time left until a moment on the server's clock.
import type { ServerClock } from '../client/types.ts'
import { formatLeft, formatLeftShort, isoDuration } from './time.ts'
import { useNow } from './useNow.ts'

interface CountdownProps {
  readonly clock: Pick<ServerClock, 'now'>
  readonly until: number
  /** Without the leading zero, inside a line of text. */
  readonly short?: boolean
  readonly testId?: string
  /** How often it looks at the clock, in ms. */
  readonly stepMs?: number
}

export function Countdown({ clock, until, short = false, testId, stepMs = 100 }: CountdownProps) {
  const left = until - useNow(clock, stepMs)
  return (
    <time className="countdown" role="timer" dateTime={isoDuration(left)} data-testid={testId}>
      {short ? formatLeftShort(left) : formatLeft(left)}
    </time>
  )
}
