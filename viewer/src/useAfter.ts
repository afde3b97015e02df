// Where a show that is over leads to; asked for again while the page is open, for the next show may begin meanwhile.
import type { AfterShow } from '@lantern/shared/contract/http.ts'
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
    const read: unknown = await (await fetch(`/api/after/${showId}`)).json()
    return isAfterShow(read) ? read : null
  } catch {
    return null
  }
}

/** Only what the page reaches into: the schema would cost every shopper more than the rest of this. */
function isAfterShow(read: unknown): read is AfterShow {
  if (!isObject(read) || !('pages' in read && 'next' in read) || !isObject(read.pages)) return false
  const { pages, next } = read
  const isWeb = (page: unknown) => typeof page === 'string' && /^https?:\/\//.test(page)
  return Object.values(pages).every(isWeb) && (next === null || (isObject(next) && 'id' in next && 'title' in next))
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
