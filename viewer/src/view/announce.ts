// What a screen reader hears when the room changes: pins, sales, sold out, new comments, as facts to be put into words.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { Comment, LocalText } from '@lantern/shared/contract/things.ts'

export type News =
  | { readonly key: 'sayPinned' | 'saySaleSoon' | 'saySaleOn'; readonly title: LocalText; readonly priceMinor: number }
  | { readonly key: 'saySaleOver' }
  | { readonly key: 'saySoldOut'; readonly title: LocalText }
  | { readonly key: 'sayComment'; readonly comment: Comment }

export function newsBetween(before: RoomState, after: RoomState, now: number): News[] {
  return [
    ...saleNews(before, after, now),
    ...pinNews(before, after),
    ...stockNews(before, after),
    ...talk(before, after),
  ]
}

const titleOf = (room: RoomState, productId: string) => room.products.find((one) => one.id === productId)?.title ?? {}

function saleNews(before: RoomState, { sale, ...after }: RoomState, now: number): News[] {
  if (sale === null) return []
  const known = before.sale?.id === sale.id ? before.sale : null
  if (known === null && sale.endedAt === null) {
    const key = now < sale.opensAt ? 'saySaleSoon' : 'saySaleOn'
    return [{ key, title: titleOf({ sale, ...after }, sale.productId), priceMinor: sale.priceMinor }]
  }
  return known !== null && known.endedAt === null && sale.endedAt !== null ? [{ key: 'saySaleOver' }] : []
}

function pinNews(before: RoomState, after: RoomState): News[] {
  const front = after.pins.productIds[0]
  if (front === undefined || front === before.pins.productIds[0]) return []
  const prices = after.offers.filter((offer) => offer.productId === front).map((offer) => offer.priceMinor)
  return [{ key: 'sayPinned', title: titleOf(after, front), priceMinor: Math.min(...prices) }]
}

function stockNews(before: RoomState, after: RoomState): News[] {
  const free = (room: RoomState, id: string) =>
    room.offers.filter((offer) => offer.productId === id).reduce((total, offer) => total + offer.free, 0)
  const gone = after.pins.productIds.filter((id) => free(before, id) > 0 && free(after, id) === 0)
  return gone.map((id) => ({ key: 'saySoldOut', title: titleOf(after, id) }))
}

/** Only the latest comment: a busy room would talk over everything. */
function talk(before: RoomState, after: RoomState): News[] {
  const last = after.comments.at(-1)
  return last === undefined || last.seq <= (before.comments.at(-1)?.seq ?? -1)
    ? []
    : [{ key: 'sayComment', comment: last }]
}

const LONGEST_QUEUE = 4

/** Newer news of the same kind replaces older; comments wait behind everything else. */
export function queueNews(queue: readonly News[], fresh: readonly News[]): News[] {
  const kept = queue.filter((old) => !fresh.some((one) => one.key === old.key))
  const all = [...kept, ...fresh]
  const isTalk = (news: News) => news.key === 'sayComment'
  return [...all.filter((news) => !isTalk(news)), ...all.filter(isTalk)].slice(0, LONGEST_QUEUE)
}
