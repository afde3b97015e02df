// One order by comment on its way to the ledger.
import { commentHoldId } from '@lantern/shared/contract/commentOrders.ts'
import type { HoldId, ShowId } from '@lantern/shared/contract/ids.ts'
import type { Comment, Hold, HoldLine } from '@lantern/shared/contract/things.ts'
import { withPricesNow } from '../../domain/priceNow.ts'
import type { ChangeOutcome, PlaceHold, PlaceOutcome } from '../../ledger/ledger.ts'
import type { Ports, RoomContext, Viewer } from '../../commands/command.ts'
import { findAct, liveHolds as readLiveHolds, startAct } from './jobs.ts'

export interface Order {
  readonly ports: Ports
  readonly sender: RoomContext<Viewer>
  readonly comment: Comment
}

/** By the comment's own hold id; what that id was granted before is the answer, whatever the rules have become since. */
export async function place({ ports, sender, comment }: Order, lines: readonly HoldLine[]): Promise<PlaceOutcome> {
  const { person, showId, via } = sender
  const { viewerId, name: viewerName, source, issuedAt } = person
  const holdId = commentHoldId(comment.id)
  const seen = await withRoomPrices(ports, showId, lines)
  return placeOrFind(ports, { holdId, showId, viewerId, viewerName, via, source, issuedAt, lines: seen })
}

/** Nobody pays more than what the room shows at this moment. */
export async function withRoomPrices(
  { rooms, clock }: Ports,
  showId: ShowId,
  lines: readonly HoldLine[],
): Promise<readonly HoldLine[]> {
  const room = await rooms.findRoom(showId)
  return room ? withPricesNow(lines, room, clock()) : lines
}

export async function placeOrFind({ gate, ledger, metrics }: Ports, request: PlaceHold): Promise<PlaceOutcome> {
  const outcome = await gate.place(request, false)
  metrics.countHold(outcome.ok ? 'granted' : outcome.code)
  if (outcome.ok || outcome.code !== 'HOLD_ID_TAKEN') return outcome
  const known = await findHold(ledger, request)
  return known ? { ok: true, value: known } : outcome
}

type Named = Pick<PlaceHold, 'holdId' | 'showId' | 'viewerId'>

async function findHold(ledger: Ports['ledger'], { holdId, showId, viewerId }: Named): Promise<Hold | null> {
  const found = await ledger.findForHandoff(holdId)
  if (!found || found.showId !== showId || found.viewerId !== viewerId) return null
  const { viewerId: _v, via: _via, items: _i, ...hold } = found
  return hold
}

/** The comment came before and changed these holds, or made one beside them, as they are by now; null: it has changed none. */
export async function holdsChangedBy({ ports, sender, comment }: Order): Promise<ChangeOutcome[] | null> {
  const holdIds = await ports.store.run(findAct, { commentId: comment.id })
  if (!holdIds) return null
  const { viewerId } = sender.person
  const found = await Promise.all(
    [commentHoldId(comment.id), ...holdIds].map((holdId) =>
      findHold(ports.ledger, { holdId, showId: sender.showId, viewerId }),
    ),
  )
  return found.flatMap((hold) => (hold ? [{ ok: true as const, value: hold }] : []))
}

export interface HoldWish {
  readonly hold: Hold
  readonly lines: readonly HoldLine[]
}

/** Changes each hold as wished; when the comment asks at another process, too, one of the two does. */
export async function changeHolds(order: Order, wishes: readonly HoldWish[]): Promise<ChangeOutcome[]> {
  if (wishes.length === 0) return []
  const { ports, comment, sender } = order
  const { viewerId } = sender.person
  const holdIds: HoldId[] = wishes.map(({ hold }) => hold.id)
  const isFirst = await ports.store.run(startAct, { commentId: comment.id, holdIds })
  if (!isFirst) return wishes.map(({ hold }) => ({ ok: true, value: hold }))
  const changes = wishes.map(({ hold, lines }) => ports.ledger.change({ holdId: hold.id, viewerId, lines }))
  return Promise.all(changes)
}

export function lineOf({ lines }: Hold, offerId: string): HoldLine | undefined {
  return lines.find((line) => line.offerId === offerId)
}

export function liveHolds({ ports, sender }: Order): Promise<readonly Hold[]> {
  const { showId, person } = sender
  return ports.store.run(readLiveHolds, { showId, viewerId: person.viewerId })
}
