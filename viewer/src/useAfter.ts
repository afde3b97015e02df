// Where a show that is over leads to; asked for again while the page is open, for the next show may begin meanwhile.
import { AfterShow } from '@lantern/shared/contract/http.ts'
import type { Show } from '@lantern/shared/contract/things.ts'
import { useEffect, useState } from 'react'

const ASKS_EVERY_MS = 30_000

/** Null: the show is not over, or nothing is known yet. */
export function useAfter(show: Show | undefined): AfterShow | null {
  const [after, setAfter] = useState<AfterShow | null>(null)
  const showId = show?.phase === 'ended' ? show.id : null

  useEffect(() => {
    if (showId === null) return
    let isOpen = true
    const ask = () => {
      if (document.hidden) return
      void readAfter(showId).then((read) => read !== null && isOpen && setAfter(read))
    }
    ask()
    const timer = setInterval(ask, ASKS_EVERY_MS)
    document.addEventListener('visibilitychange', ask)
    return () => {
      isOpen = false
      clearInterval(timer)
      document.removeEventListener('visibilitychange', ask)
    }
  }, [showId])

  return showId === null ? null : after
}

/** Null: it could not be read, and what was known before stays. */
async function readAfter(showId: string): Promise<AfterShow | null> {
  try {
    const answer = await fetch(`/api/after/${showId}`)
    const read = AfterShow.safeParse(await answer.json())
    return read.success ? read.data : null
  } catch {
    return null
  }
}
