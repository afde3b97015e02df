// The lines of one room in memory: who stands before whom, and what each viewer waits for.
import type { OfferId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Wait } from '@lantern/shared/contract/things.ts'
import type { RoomSource } from '../commands/command.ts'

type WaitRecord = NonNullable<Awaited<ReturnType<RoomSource['readRoom']>>>['inner']['line'][number]

/** So many at the head of a line hear of every step; the others when they come back or change something. */
const HEARS_OF_STEPS = 50

export interface WaitIndex {
  /** Takes over what changed; answers what viewers are to be told. */
  apply(changed: readonly WaitRecord[]): Map<ViewerId, Wait[]>
  ownWaits(viewerId: ViewerId): Wait[]
  isWaiting(viewerId: ViewerId): boolean
}

interface Line {
  /** In the order of their tickets. */
  places: WaitRecord[]
  /** The tickets at its head, as they stood when this was told last. */
  told: number[]
}

function toWait({ viewerId: _v, ticket: _t, ...wait }: WaitRecord, ahead: number): Wait {
  return { ...wait, ahead }
}

export function createWaitIndex(waits: readonly WaitRecord[]): WaitIndex {
  const lines = new Map<OfferId, Line>()
  const byViewer = new Map<ViewerId, Map<OfferId, WaitRecord>>()

  const lineOf = (offerId: OfferId) => {
    const line = lines.get(offerId) ?? { places: [], told: [] }
    lines.set(offerId, line)
    return line
  }
  const ownOf = (viewerId: ViewerId) => byViewer.get(viewerId) ?? new Map<OfferId, WaitRecord>()
  const put = (wait: WaitRecord) => {
    const own = ownOf(wait.viewerId)
    if (wait.state === 'waiting') byViewer.set(wait.viewerId, own.set(wait.offerId, wait))
    else if (own.delete(wait.offerId) && own.size === 0) byViewer.delete(wait.viewerId)
  }
  const resort = (offerId: OfferId, changed: readonly WaitRecord[]) => {
    const line = lineOf(offerId)
    const news = new Map(changed.map((wait) => [wait.ticket, wait]))
    const kept = line.places.filter(({ ticket }) => !news.has(ticket))
    const still = changed.filter(({ state }) => state === 'waiting')
    line.places = [...kept, ...still].sort((a, b) => a.ticket - b.ticket)
  }
  /** Those at the head who stand elsewhere than they were told. */
  const takeSteps = (line: Line) => {
    const head = line.places.slice(0, HEARS_OF_STEPS)
    const moved = head.filter(({ ticket }, nth) => line.told[nth] !== ticket)
    line.told = head.map(({ ticket }) => ticket)
    return moved
  }
  const aheadOf = ({ offerId, ticket }: WaitRecord) => countBefore(lineOf(offerId).places, ticket)
  const apply = (changed: readonly WaitRecord[]) => {
    const tell = new Map<number, WaitRecord>(changed.map((wait) => [wait.ticket, wait]))
    changed.forEach(put)
    for (const [offerId, ofOffer] of Map.groupBy(changed, (wait) => wait.offerId)) {
      resort(offerId, ofOffer)
      for (const wait of takeSteps(lineOf(offerId))) tell.set(wait.ticket, wait)
    }
    const grouped = Map.groupBy(tell.values(), (wait) => wait.viewerId)
    return new Map([...grouped].map(([viewerId, own]) => [viewerId, own.map((wait) => toWait(wait, aheadOf(wait)))]))
  }
  apply(waits)
  return {
    apply,
    ownWaits: (viewerId) => [...ownOf(viewerId).values()].map((wait) => toWait(wait, aheadOf(wait))),
    isWaiting: (viewerId) => byViewer.has(viewerId),
  }
}

/** How many places of the sorted line have a lower ticket. */
function countBefore(places: readonly WaitRecord[], ticket: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.ticket ?? 0) < ticket) low = middle + 1
    else high = middle
  }
  return low
}
