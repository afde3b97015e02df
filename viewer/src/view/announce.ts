// What a screen reader hears when the room, one's own holds or the hour change: each once, as facts to be put into words.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { Comment, FlashSale, Hold, LocalText, Wait } from '@lantern/shared/contract/things.ts'
import { readDeal } from './deal.ts'
import { heldThing, isReserved, thingOf } from './holds.ts'

export type News =
  | { readonly key: 'told'; readonly text: string }
  | { readonly key: 'sayHoldSoon' | 'sayHoldOver' | 'youAreNext'; readonly title: LocalText }
  | { readonly key: PricedNews; readonly title: LocalText; readonly priceMinor: number }
  | { readonly key: 'saySaleOver' }
  | { readonly key: 'saySoldOut'; readonly title: LocalText }
  | { readonly key: 'sayComment'; readonly comment: Comment }
type PricedNews = 'sayPinned' | 'saySaleSoon' | 'saySaleOn' | 'saySaleGone' | 'sayPrice'

/** What was so at one moment of the server's clock. */
export interface Heard {
  readonly room: RoomState
  readonly holds: readonly Hold[]
  readonly waits: readonly Wait[]
  readonly now: number
}

/** So long before a hold runs out it is said, once. */
const SOON_MS = 60_000

export function newsBetween(before: Heard, after: Heard): News[] {
  return [
    ...ownNews(before, after),
    ...saleNews(before, after),
    ...pinNews(before.room, after.room),
    ...priceNews(before, after),
    ...stockNews(before.room, after.room),
    ...commentNews(before.room, after.room),
  ]
}

const titleOf = (room: RoomState, productId: string) => room.products.find((one) => one.id === productId)?.title ?? {}

function ownNews(before: Heard, after: Heard): News[] {
  const holds = after.holds.flatMap((hold): News[] => {
    const key = holdNews(before, after.now, hold)
    return key === null ? [] : [{ key, title: heldThing(after.room, hold)?.product.title ?? {} }]
  })
  const next = after.waits.filter(({ offerId, ahead, state }) => {
    const known = before.waits.find((wait) => wait.offerId === offerId)
    return state === 'waiting' && ahead === 0 && known !== undefined && known.ahead > 0
  })
  const first = next.map(({ offerId }) => thingOf(after.room, offerId)?.product.title ?? {})
  return [...holds, ...first.map((title): News => ({ key: 'youAreNext', title }))]
}

/** The hour is news by itself: a page that slept past it says only what is still so. */
function holdNews(before: Heard, now: number, hold: Hold) {
  const { id, state, expiresAt } = hold
  const known = before.holds.find((one) => one.id === id)
  if (known === undefined) return null
  if (known.state !== 'expired' && state === 'expired') return 'sayHoldOver'
  const isSoon = (at: number) => at >= expiresAt - SOON_MS
  // Where the first to pay gets it, nothing is held that could run out.
  return state === 'held' && isReserved(hold) && isSoon(now) && !isSoon(before.now) && now < expiresAt
    ? 'sayHoldSoon'
    : null
}

function saleNews(before: Heard, { room, now }: Heard): News[] {
  const { sale } = room
  if (sale === null) return []
  const known = before.room.sale?.id === sale.id ? before.room.sale : null
  if (sale.endedAt !== null) return known !== null && known.endedAt === null ? [{ key: 'saySaleOver' }] : []
  const key = saleKey({ known, wasAt: before.now }, sale, now)
  if (key === null) return []
  const dear = key === 'saySaleGone' ? readDeal(room, sale.productId, now)?.priceMinor : undefined
  return [{ key, title: titleOf(room, sale.productId), priceMinor: dear ?? sale.priceMinor }]
}

interface KnownSale {
  readonly known: FlashSale | null
  readonly wasAt: number
}

function saleKey({ known, wasAt }: KnownSale, sale: FlashSale, now: number) {
  if (now < sale.opensAt) return known === null ? 'saySaleSoon' : null
  if (known === null || wasAt < known.opensAt) return 'saySaleOn'
  return known.free > 0 && sale.free === 0 ? 'saySaleGone' : null
}

function pinNews(before: RoomState, after: RoomState): News[] {
  const front = after.pins.productIds[0]
  if (front === undefined || front === before.pins.productIds[0]) return []
  const prices = after.offers.filter((offer) => offer.productId === front).map((offer) => offer.priceMinor)
  return [{ key: 'sayPinned', title: titleOf(after, front), priceMinor: Math.min(...prices) }]
}

/** The offers' own prices: what a sale does to a price is said with the sale. */
function priceNews(before: Heard, after: Heard): News[] {
  const price = ({ room, now }: Heard, id: string) => readDeal({ ...room, sale: null }, id, now)?.priceMinor
  return shownIds(after.room).flatMap((id): News[] => {
    const [was, is] = [price(before, id), price(after, id)]
    if (was === undefined || is === undefined || was === is) return []
    return [{ key: 'sayPrice', title: titleOf(after.room, id), priceMinor: is }]
  })
}

function shownIds({ pins, sale }: RoomState): string[] {
  return [...new Set([...pins.productIds, ...(sale === null ? [] : [sale.productId])])]
}

function stockNews(before: RoomState, after: RoomState): News[] {
  const free = (room: RoomState, id: string) =>
    room.offers.filter((offer) => offer.productId === id).reduce((total, offer) => total + offer.free, 0)
  const gone = shownIds(after).filter((id) => free(before, id) > 0 && free(after, id) === 0)
  return gone.map((id) => ({ key: 'saySoldOut', title: titleOf(after, id) }))
}

/** Only the latest comment: a busy room would talk over everything. */
function commentNews(before: RoomState, after: RoomState): News[] {
  const last = after.comments.rows.at(-1)
  return last === undefined || last.seq <= (before.comments.rows.at(-1)?.seq ?? -1)
    ? []
    : [{ key: 'sayComment', comment: last }]
}

const LONGEST_QUEUE = 5
/** What is one's own is never replaced by more of it, and comes first; comments wait behind everything else. */
const OWN: ReadonlySet<News['key']> = new Set(['told', 'sayHoldSoon', 'sayHoldOver', 'youAreNext'])
const rank = ({ key }: News) => (OWN.has(key) ? 0 : key === 'sayComment' ? 2 : 1)

/** Newer news of the same kind replaces older. */
export function queueNews(queue: readonly News[], fresh: readonly News[]): News[] {
  const kept = queue.filter((old) => OWN.has(old.key) || !fresh.some((one) => one.key === old.key))
  return [...kept, ...fresh].sort((a, b) => rank(a) - rank(b)).slice(0, LONGEST_QUEUE)
}
