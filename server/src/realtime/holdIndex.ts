// The holds of one room in memory that matter to their viewers: by viewer and by id.
import type { ViewerId } from '@lantern/shared/contract/ids.ts'
import type { StaffHold, Hold, HoldState } from '@lantern/shared/contract/things.ts'

const MATTERS: ReadonlySet<HoldState> = new Set(['held', 'paying', 'authorised', 'paid', 'late_paid'])

export interface HoldIndex {
  put(hold: StaffHold): void
  /** Undefined: it does not matter any more. */
  find(holdId: string): StaffHold | undefined
  /** The viewer's live, ordered, paid and late holds, oldest first. */
  ownHolds(viewerId: ViewerId): Hold[]
}

/** A hold without what only staff may see. */
export function toOwnHold(hold: StaffHold): Hold {
  const { viewerId: _viewerId, viewerName: _viewerName, via: _via, ...own } = hold
  return own
}

export function createHoldIndex(holds: readonly StaffHold[]): HoldIndex {
  const byId = new Map<string, StaffHold>()
  const byViewer = new Map<ViewerId, Map<string, StaffHold>>()

  const keep = (hold: StaffHold) => {
    byId.set(hold.id, hold)
    const own = byViewer.get(hold.viewerId) ?? new Map<string, StaffHold>()
    byViewer.set(hold.viewerId, own.set(hold.id, hold))
  }
  const drop = (hold: StaffHold) => {
    byId.delete(hold.id)
    const own = byViewer.get(hold.viewerId)
    own?.delete(hold.id)
    if (own?.size === 0) byViewer.delete(hold.viewerId)
  }
  const put = (hold: StaffHold) => (MATTERS.has(hold.state) ? keep(hold) : drop(hold))
  for (const hold of holds) put(hold)
  return {
    put,
    find: (holdId) => byId.get(holdId),
    ownHolds: (viewerId) =>
      [...(byViewer.get(viewerId)?.values() ?? [])].sort((a, b) => a.grantedAt - b.grantedAt).map(toOwnHold),
  }
}
