// Rows as a server would send them, for the client's tests: each with only what the test is about.
import type { EventName, EventPayload } from '../contract/events.ts'
import { EMPTY_OWN, EMPTY_ROOM } from '../contract/slices.ts'
import type { RoomState, Snapshot } from '../contract/snapshot.ts'
import { readEvent, readReply } from './wire.ts'

const pool = { allotted: 9, free: 9, taken: 0, paid: 0 }

export const aShow = (part: object = {}) => ({
  id: 's1',
  title: { en: 'Show' },
  shopName: 'Shop',
  currency: 'EUR',
  phase: 'live',
  startsAt: 0,
  liveAt: 0,
  endedAt: null,
  host: 'on',
  picture: 'shown',
  hostDevice: null,
  mediaNode: null,
  mediaEpoch: 0,
  crowd: 'on',
  version: 1,
  ...part,
})

export const anOffer = (part: object = {}) => ({
  id: 'o1',
  productId: 'p1',
  variantId: 'v1',
  priceMinor: 1,
  shopPriceMinor: 100,
  currency: 'EUR',
  ...pool,
  perViewer: 1,
  policy: 'lock_on_hold',
  holdMs: 60_000,
  waiting: 0,
  lapsed: 0,
  version: 1,
  ...part,
})

export const aSale = (part: object = {}) => ({
  id: 'sale1',
  productId: 'p1',
  priceMinor: 1,
  currency: 'EUR',
  ...pool,
  perViewer: 1,
  opensAt: 0,
  closesAt: 1,
  graceMs: 0,
  endedAt: null,
  endReason: null,
  version: 1,
  ...part,
})

export const aComment = (seq: number) => ({
  id: `c${seq}`,
  viewerId: 'v1',
  name: 'Ann',
  fromStaff: false,
  text: `${seq}`,
  at: 0,
  seq,
})

export const aCommenting = (part: object = {}) => ({
  slowMs: 0,
  mutedAll: false,
  review: false,
  watchMs: 0,
  buyersOnly: false,
  pinned: null,
  version: 0,
  ...part,
})

export const aHold = (part: object = {}) => ({
  id: 'h1',
  showId: 's1',
  state: 'held',
  lines: [{ offerId: 'o1', quantity: 1, saleId: null, unitPriceMinor: 1, adjustments: [] }],
  currency: 'EUR',
  totalMinor: 1,
  grantedAt: 0,
  expiresAt: 1,
  checkoutPath: '/x',
  orderId: null,
  reserved: true,
  waited: false,
  version: 1,
  ...part,
})

export const aStaffHold = (part: object = {}) => ({
  ...aHold(),
  viewerId: 'v1',
  viewerName: 'Ann',
  via: null,
  ...part,
})

export const aWait = (part: object = {}) => ({
  offerId: 'o1',
  saleId: null,
  quantity: 1,
  state: 'waiting',
  joinedAt: 0,
  ahead: 2,
  version: 1,
  ...part,
})

export const noTotals = { held: 0, paid: 0, soldMinor: 0, needsYou: 0 }

export const aBuying = (part: object = {}) => ({
  on: true,
  matching: 'contains',
  numberRequired: false,
  keywords: [{ offerId: 'o1', keyword: 'A1' }],
  version: 1,
  ...part,
})

/** A room as a viewer first sees it; `room`, `self` and the rest may be told otherwise. */
export const aSnapshot = ({ room, ...part }: { readonly room?: object; readonly [name: string]: unknown } = {}) => ({
  epoch: 'e1',
  frame: 0,
  serverNow: 0,
  room: {
    ...EMPTY_ROOM,
    show: aShow(),
    viewers: 1,
    ...room,
  },
  self: { viewerId: 'v1', name: 'Ann', role: 'viewer' },
  own: EMPTY_OWN,
  desk: null,
  ...part,
})

/** As a client reads it from the reply to a join; throws where it would refuse it. */
export function readSnapshot(snapshot: object): Snapshot {
  const value = { snapshot, media: {}, reconnectSpreadMs: 0, combines: false }
  const reply = readReply('show:join', { ok: true, value })
  if (!reply.ok) throw new Error('no such snapshot can be')
  return reply.value.snapshot
}

export function readRoom(room: object): RoomState {
  return readSnapshot(aSnapshot({ room })).room
}

/** The same for an event. */
export function readTold<Name extends EventName>(name: Name, payload: object): EventPayload<Name> {
  const told = readEvent(name, payload)
  if (told === null) throw new Error(`no such ${name} can be`)
  return told
}
