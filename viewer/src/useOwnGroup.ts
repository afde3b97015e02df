// Of which group the viewer is in this show: asked until it was read, and again while the page is open where there is one, for staff may change its prices.
import type { OwnGroup } from '@lantern/shared/contract/groups.ts'
import type { Show } from '@lantern/shared/contract/things.ts'
import { useEffect, useState } from 'react'
import { followOwn } from './followOwn.ts'

interface Asking {
  readonly show: Show | undefined
  /** The link of the page; null: the one by which the viewer came last. */
  readonly via: string | null
  /** Another one as soon as a price was refused: then what is known here is old. */
  readonly rose: number
}

/** Null: of none, or nothing is known yet. */
export function useOwnGroup({ show, via, rose }: Asking): OwnGroup | null {
  const [group, setGroup] = useState<OwnGroup | null>(null)
  const showId = show === undefined || show.phase === 'ended' ? null : show.id

  useEffect(() => {
    if (showId === null) return
    return followOwn(() => readGroup(showId, via), setGroup)
  }, [showId, via, rose])

  return showId === null ? null : group
}

/** Undefined: it could not be read, and what was known before stays. */
async function readGroup(showId: string, via: string | null): Promise<OwnGroup | null | undefined> {
  const query = via === null ? '' : `?${new URLSearchParams({ cameBy: via }).toString()}`
  try {
    const read: unknown = await (await fetch(`/api/pickups/${showId}/group${query}`)).json()
    return isReply(read) ? read.group : undefined
  } catch {
    return undefined
  }
}

/** Only what the page reaches into: the schema would cost every shopper more than the rest of this. */
function isReply(read: unknown): read is { readonly group: OwnGroup | null } {
  if (typeof read !== 'object' || read === null || !('group' in read)) return false
  const { group } = read
  return group === null || (typeof group === 'object' && 'name' in group && 'point' in group && 'off' in group)
}
