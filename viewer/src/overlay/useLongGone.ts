// True when the connection has been away for so long that prices, stock and countdowns may no longer be true.
import type { RoomStatus } from '@lantern/shared/client/types.ts'
import { useEffect, useState } from 'react'

/** As long as the desk takes to call it stale. */
const GONE_MS = 12_000

export function useLongGone(status: RoomStatus): boolean {
  const isAway = status === 'reconnecting'
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (!isAway) return
    const timer = setTimeout(() => setLong(true), GONE_MS)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [isAway])
  return isAway && isLong
}
