// A comment that is an order becomes a hold, or changes holds, once; its author alone is told what came of it.
import type { Bought } from '@lantern/shared/contract/commentOrders.ts'
import type { Comment } from '@lantern/shared/contract/things.ts'
import { refuseFailure } from '../../domain/failures.ts'
import type { CommentBuyer, Ports, RoomContext, Viewer } from '../../commands/command.ts'
import { refuseTooEarly } from '../../commands/tokenAge.ts'
import { cancelOrder } from './cancelOrder.ts'
import { holdsChangedBy } from './order.ts'
import { refusedBy, sumUp } from './outcomes.ts'
import { createReaderShelf } from './orderReader.ts'
import { placeOrder } from './placeOrder.ts'

type Act = () => Promise<Bought | null>

export function createCommentBuyer(): CommentBuyer {
  const readerOf = createReaderShelf()
  const inTurn = createTurns()

  const act = async (ports: Ports, sender: RoomContext<Viewer>, comment: Comment): Promise<Bought | null> => {
    const room = await ports.rooms.findRoom(sender.showId)
    const reader = room && readerOf(room)
    if (!reader) return null
    const intent = reader.read(comment.text)
    if (intent.kind === 'none') return null
    const tooEarly = refuseTooEarly(ports, sender.person)
    if (tooEarly) return refusedBy(tooEarly)
    const order = { ports, sender, comment }
    const before = await holdsChangedBy(order)
    if (before) return sumUp(intent.kind === 'cancel' ? 'cancelled' : 'held', before)
    return intent.kind === 'cancel' ? cancelOrder(order, intent.lines) : placeOrder(order, intent.lines, reader)
  }
  return {
    buy: (ports, sender, comment) => inTurn(comment.viewerId, () => settle(() => act(ports, sender, comment))),
  }
}

/** The comment is stored, whatever becomes of the order: a database that is away for a moment refuses only that. */
async function settle(act: Act): Promise<Bought | null> {
  try {
    return await act()
  } catch (error) {
    const refusal = refuseFailure(error)
    if (refusal === null) throw error
    return refusedBy(refusal)
  }
}

/** One viewer's comments act one after the other: each looks at what the one before has left. */
function createTurns() {
  const last = new Map<string, Promise<unknown>>()
  return (viewerId: string, act: Act): Promise<Bought | null> => {
    const turn = (last.get(viewerId) ?? Promise.resolve()).then(act)
    const ended = turn.then(
      () => undefined,
      () => undefined,
    )
    last.set(viewerId, ended)
    void ended.then(() => last.get(viewerId) === ended && last.delete(viewerId))
    return turn
  }
}
