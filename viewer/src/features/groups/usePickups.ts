// Where the viewer fetches what they have bought in this show: asked again while the page is open, for it may arrive meanwhile.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { OwnPickup } from '@lantern/shared/contract/leaderPage.ts'
import { useEffect, useState } from 'react'
import { useScene } from '../../session.ts'
import { isBought } from '../../view/holds.ts'

const AGAIN_MS = 20_000

/** Empty: nowhere, or nothing is known yet. */
export function usePickups(showId: ShowId | undefined): readonly OwnPickup[] {
  const { holds } = useScene()
  const [pickups, setPickups] = useState<readonly OwnPickup[]>([])
  const bought = holds.filter((hold) => isBought(hold) || hold.state === 'late_paid').length

  useEffect(() => {
    if (showId === undefined || bought === 0) return
    let isOpen = true
    const ask = () => {
      if (document.hidden) return
      void readPickups(showId).then((read) => read !== null && isOpen && setPickups(read))
    }
    ask()
    const timer = setInterval(ask, AGAIN_MS)
    document.addEventListener('visibilitychange', ask)
    return () => {
      isOpen = false
      clearInterval(timer)
      document.removeEventListener('visibilitychange', ask)
    }
  }, [showId, bought])

  return bought === 0 ? [] : pickups
}

/** Null: it could not be read, and what was known before stays. */
async function readPickups(showId: ShowId): Promise<readonly OwnPickup[] | null> {
  try {
    const read: unknown = await (await fetch(`/api/pickups/${showId}`)).json()
    return arePickups(read) ? read.pickups : null
  } catch {
    return null
  }
}

function arePickups(read: unknown): read is { readonly pickups: readonly OwnPickup[] } {
  return typeof read === 'object' && read !== null && 'pickups' in read && Array.isArray(read.pickups)
}
