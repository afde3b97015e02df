// A show in which people write, for the contracts of comments: short words for posting, judging and looking.
import { CommentId, ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { withShop } from '../../ledger/proofs/ledger.contract.ts'
import { openShop, SHOW, STAFF } from '../../ledger/proofs/testShop.ts'
import { commentRecords } from '../../testing/commentRecords.ts'
import type { NewComment } from './newComment.ts'

export const MINUTE = 60_000
export const VERA = ViewerId.parse('vera')
export const WALT = ViewerId.parse('walt')
export const NEXT = ShowId.parse('next')
export const id = (text: string) => CommentId.parse(text)

export const aComment = (name: string, more: Partial<NewComment> = {}): NewComment => ({
  id: name,
  showId: SHOW,
  viewerId: VERA,
  name: 'Vera',
  fromStaff: false,
  text: `text of ${name}`,
  words: 'clean',
  replyTo: null,
  ...more,
})

export function commentShow(current: ReturnType<typeof withShop>) {
  const shop = () => current().shop
  const store = () => ({ ...shop().store, ...commentRecords(shop().store) })
  const post = async (name: string, more: Partial<NewComment> = {}) => {
    const [outcome] = await store().addComments([aComment(name, more)])
    if (outcome === undefined) throw new Error('no outcome')
    return outcome.ok ? outcome.value : outcome.code
  }
  const judged = (name: string) => ({ showId: SHOW, commentId: id(name), by: STAFF })
  const room = async () => {
    const record = await store().readRoom(SHOW)
    if (record === null) throw new Error('the show is gone')
    return record
  }
  const shown = async () => (await room()).room.comments.rows.map((comment) => comment.id)
  const since = async () => store().readRoomSince(SHOW, (await room()).cursor)
  const other = async () => {
    const far = await openShop(current().place, { clock: shop().clock })
    return { ...far, store: { ...far.store, ...commentRecords(far.store) } }
  }
  return { shop, store, post, judged, room, shown, since, other }
}
