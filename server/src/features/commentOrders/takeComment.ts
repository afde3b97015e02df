// buying:take: staff make a comment that was missed a hold of its author.
import type { BuyRules } from '@lantern/shared/contract/commentOrders.ts'
import { refuse } from '@lantern/shared/contract/refusals.ts'
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { HoldLine } from '@lantern/shared/contract/things.ts'
import { withPricesNow } from '../../domain/priceNow.ts'
import type { Command } from '../../commands/command.ts'
import { findComment } from './jobs.ts'
import { placeOrFind } from './order.ts'
import { createReader, frontLine, frontOffers } from './orderReader.ts'

export const takeComment: Command<'buying:take'> = async (ports, { person, showId }, { commentId, holdId, lines }) => {
  const comment = await ports.store.run(findComment, { showId, commentId })
  if (!comment || comment.fromStaff) return refuse('COMMENT_NOT_FOUND')
  const room = await ports.rooms.findRoom(showId)
  const wanted = lines ?? (room ? linesOf(room, comment.text) : [])
  if (wanted.length === 0) return refuse('NOTHING_TO_HOLD')
  const author = { viewerId: comment.viewerId, viewerName: comment.name, via: null, source: null }
  const seen = room ? withPricesNow(wanted, room, ports.clock()) : wanted
  return placeOrFind(ports, { ...author, holdId, showId, lines: seen, by: person.staffId })
}

/** Staff have read the comment: its keywords count whatever else it says, and without a number. */
const LENIENT: Omit<BuyRules, 'keywords'> = { matching: 'contains', numberRequired: false }

function linesOf(room: RoomState, text: string): readonly HoldLine[] {
  const rules = { ...LENIENT, keywords: room.buying?.keywords ?? [] }
  const intent = createReader(rules, frontOffers(room))(text)
  if (intent.kind === 'buy') return intent.lines
  // What is pinned is not meant by a comment that names something else, or takes something back.
  return intent.kind === 'none' && intent.why === 'no_keyword' ? frontLine(room) : []
}
