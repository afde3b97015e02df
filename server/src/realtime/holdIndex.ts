// The holds of one room in memory: by id, by viewer, and the newest for the desk.
import type { ViewerId } from '@lantern/shared/contract/ids.ts'
import type { DeskHold, Hold, HoldState } from '@lantern/shared/contract/things.ts'

const MATTERS: ReadonlySet<HoldState> = new Set(['held', 'paying', 'authorised', 'paid', 'late_paid'])
const DESK_HOLDS = 200

export interface HoldIndex {
  put(hold: DeskHold): void
  /** Undefined: not in memory any more. */
  find(holdId: string): DeskHold | undefined
  /** The viewer's live, ordered, paid and late holds, newest first. */
  ownHolds(viewerId: ViewerId): Hold[]
  /** Live ones and those that ended lately, newest first, at most 200. */
  deskHolds(): DeskHold[]
}

/** A hold without what only staff may see. */
export function toOwnHold(hold: DeskHold): Hold {
  const { viewerId: _viewerId, viewerName: _viewerName, via: _via, ...own } = hold
  return own
}

function newestFirst(a: Hold, b: Hold): number {
  return b.grantedAt - a.grantedAt || (a.id < b.id ? -1 : 1)
}

export function createHoldIndex(holds: readonly DeskHold[]): HoldIndex {
  const byId = new Map<string, DeskHold>()
  const byViewer = new Map<ViewerId, Map<string, DeskHold>>()
  const ended = new Set<string>()

  const keep = (hold: DeskHold) => {
    ended.delete(hold.id)
    const own = byViewer.get(hold.viewerId) ?? new Map<string, DeskHold>()
    byViewer.set(hold.viewerId, own.set(hold.id, hold))
  }
  const end = (hold: DeskHold) => {
    const own = byViewer.get(hold.viewerId)
    own?.delete(hold.id)
    if (own?.size === 0) byViewer.delete(hold.viewerId)
    ended.add(hold.id)
    const [oldest] = ended
    if (ended.size <= DESK_HOLDS || oldest === undefined) return
    ended.delete(oldest)
    byId.delete(oldest)
  }
  const put = (hold: DeskHold) => {
    byId.set(hold.id, hold)
    if (MATTERS.has(hold.state)) keep(hold)
    else end(hold)
  }
  for (const hold of holds) put(hold)
  return {
    put,
    find: (holdId) => byId.get(holdId),
    ownHolds: (viewerId) => [...(byViewer.get(viewerId)?.values() ?? [])].sort(newestFirst).map(toOwnHold),
    deskHolds: () => [...byId.values()].sort(newestFirst).slice(0, DESK_HOLDS),
  }
}
