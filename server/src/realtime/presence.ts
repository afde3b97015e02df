// Who watches: people, not tabs, on this process, and how many more elsewhere.
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'

export interface Presence {
  add(showId: ShowId, viewerId: ViewerId): void
  remove(showId: ShowId, viewerId: ViewerId): void
  /** The people on this process. */
  peopleOf(showId: ShowId): ReadonlySet<ViewerId>
  /** How many people on other processes are not here too, as last known. */
  setOthers(showId: ShowId, others: number): void
  count(showId: ShowId): number
  countAll(): number
}

export function createPresence(): Presence {
  const tabs = new Map<ShowId, Map<ViewerId, number>>()
  const people = new Map<ShowId, Set<ViewerId>>()
  const others = new Map<ShowId, number>()

  const count = (showId: ShowId) => (people.get(showId)?.size ?? 0) + (others.get(showId) ?? 0)
  const change = (showId: ShowId, viewerId: ViewerId, by: 1 | -1) => {
    const tabsOfShow = tabs.get(showId) ?? new Map<ViewerId, number>()
    const peopleOfShow = people.get(showId) ?? new Set<ViewerId>()
    tabs.set(showId, tabsOfShow)
    people.set(showId, peopleOfShow)
    const left = (tabsOfShow.get(viewerId) ?? 0) + by
    if (left > 0) {
      tabsOfShow.set(viewerId, left)
      peopleOfShow.add(viewerId)
      return
    }
    tabsOfShow.delete(viewerId)
    peopleOfShow.delete(viewerId)
  }
  return {
    add: (showId, viewerId) => change(showId, viewerId, 1),
    remove: (showId, viewerId) => change(showId, viewerId, -1),
    peopleOf: (showId) => people.get(showId) ?? new Set(),
    setOthers: (showId, number) => void others.set(showId, number),
    count,
    countAll: () => [...new Set([...people.keys(), ...others.keys()])].reduce((sum, showId) => sum + count(showId), 0),
  }
}
