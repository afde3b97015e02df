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
}

export function Countdown({ clock, until, short = false, testId }: CountdownProps) {
  const left = until - useNow(clock)
  return (
    <time className="countdown" role="timer" dateTime={isoDuration(left)} data-testid={testId}>
      {short ? formatLeftShort(left) : formatLeft(left)}
    </time>
  )
}
