// Keeps the screen on while the show plays, where the browser can.
import { useEffect } from 'react'

export function canKeepAwake(): boolean {
  return 'wakeLock' in navigator
}

export function useWakeLock(isPlaying: boolean): void {
  useEffect(() => {
    if (!isPlaying || !canKeepAwake()) return
    let lock: WakeLockSentinel | null = null
    let gone = false
    const ask = () => {
      if (document.visibilityState !== 'visible') return
      navigator.wakeLock.request('screen').then(
        (got) => {
          lock = got
          if (gone) void got.release()
        },
        // A low battery may refuse it; the show goes on without.
        () => undefined,
      )
    }
    ask()
    document.addEventListener('visibilitychange', ask)
    return () => {
      gone = true
      document.removeEventListener('visibilitychange', ask)
      void lock?.release()
    }
  }, [isPlaying])
}
