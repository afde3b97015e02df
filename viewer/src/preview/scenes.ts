// The states of the viewer's page, each as the room view that brings it about.
import type { RoomView } from '@lantern/shared/client/types.ts'
import { Self } from '@lantern/shared/contract/snapshot.ts'
import { EMPTY_OWN, EMPTY_ROOM } from '@lantern/shared/contract/slices.ts'
import type { Own, RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { HoldState } from '@lantern/shared/contract/things.ts'
import { Comment, FlashSale, Hold, Pins, Show, Wait } from '@lantern/shared/contract/things.ts'
import { offers, products } from './goods.ts'

export const NOW = Date.now()

const show = (part: object = {}) =>
  Show.parse({
    id: 'preview',
    title: { en: 'Autumn market', 'zh-Hans': '秋日市集', 'zh-Hant': '秋日市集' },
    shopName: 'Maple & Reed',
    currency: 'CNY',
    phase: 'live',
    startsAt: NOW + 2 * 3_600_000 + 754_000,
    liveAt: NOW - 600_000,
    endedAt: null,
    host: 'on',
    picture: 'shown',
    hostDevice: null,
    mediaNode: null,
    mediaEpoch: 1,
    crowd: 'on',
    version: 1,
    ...part,
  })

const TALK = [
  ['panda', 'is the sand one see-through?'],
  ['sunny', '+1'],
  ['kiki', 'A1 x2 please'],
  ['Mei', 'Not at all, 180 g linen. Size M is going fast!'],
  ['me', 'does it shrink?'],
] as const

const comments = TALK.map(([name, text], seq) =>
  Comment.parse({ id: `c${seq}`, viewerId: name, name, fromStaff: name === 'Mei', text, at: NOW, seq }),
)

/** More than fits, in several scripts, with punctuation of its own, and one word without an end. */
const MUCH = [
  'هل يتوفر هذا القميص باللون الأزرق؟',
  '「桂花茶」還有嗎？我要兩件，謝謝！',
  '亲，这件“亚麻衬衫”起球吗？洗了会缩水吗……',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
]
const muchTalk = Array.from({ length: 60 }, (_, seq) =>
  Comment.parse({
    id: `c${seq}`,
    viewerId: `v${seq % 7}`,
    name: seq % 5 === 0 ? 'a name that goes on and on' : 'river',
    fromStaff: seq % 11 === 0,
    text: MUCH[seq % MUCH.length],
    at: NOW,
    seq,
  }),
)

export const room = (part: Partial<RoomState> = {}, long = false): RoomState => ({
  ...EMPTY_ROOM,
  show: show(long ? { title: { en: 'The great autumn market of everything handmade, part two' } } : {}),
  products: products(long),
  offers: offers(),
  pins: Pins.parse({ productIds: ['linen-shirt', 'bamboo-basket', 'stoneware-mug'], version: 1 }),
  comments: { rows: comments, removed: [] },
  likes: 2_304,
  viewers: 128,
  ...part,
})

const sale = (part: object = {}, productId = 'linen-shirt') =>
  FlashSale.parse({
    id: 'sale',
    productId,
    priceMinor: 12_900,
    currency: 'CNY',
    allotted: 20,
    free: 3,
    taken: 17,
    paid: 9,
    perViewer: 1,
    opensAt: NOW - 60_000,
    closesAt: NOW + 161_000,
    graceMs: 1_000,
    endedAt: null,
    endReason: null,
    version: 1,
    ...part,
  })

const hold = (state: HoldState, offerId = 'o-linen-shirt-M', part: object = {}) =>
  Hold.parse({
    id: `h-${state}-${offerId}`,
    showId: 'preview',
    state,
    lines: [{ offerId, quantity: 1, saleId: null, unitPriceMinor: 12_900, adjustments: [] }],
    currency: 'CNY',
    totalMinor: 12_900,
    grantedAt: NOW - 19_000,
    expiresAt: NOW + 581_000,
    checkoutPath: '/c/preview',
    orderId: state === 'paid' ? 'M-20471' : null,
    reserved: true,
    waited: false,
    version: 1,
    ...part,
  })

export const view = ({ holds = [], waits = [], ...part }: Partial<RoomView & Own>): RoomView => ({
  status: 'joined',
  refusal: null,
  room: room(),
  self: Self.parse({ viewerId: 'me', name: 'me', role: 'viewer' }),
  own: { ...EMPTY_OWN, holds, waits },
  desk: null,
  media: null,
  combines: false,
  ...part,
})

const pinned = (...productIds: string[]) => room({ pins: Pins.parse({ productIds, version: 2 }) })
const firstPaid = (id: string) =>
  room({
    pins: Pins.parse({ productIds: [id], version: 2 }),
    offers: offers().map((one) => ({ ...one, policy: 'first_paid' })),
  })
const wait = (offerId: string, ahead: number, saleId: string | null = null) =>
  Wait.parse({ offerId, saleId, quantity: 1, state: 'waiting', joinedAt: NOW, ahead, version: 1 })
const onSale = (part: object = {}) => room({ sale: sale(part) })

export const SCENES: Readonly<Record<string, RoomView>> = {
  pinned: view({}),
  single: view({ room: pinned('osmanthus-tea') }),
  sale: view({ room: onSale() }),
  announced: view({ room: onSale({ opensAt: NOW + 12_000 }) }),
  closing: view({ room: onSale({ closesAt: NOW - 500 }) }),
  elsewhere: view({ room: room({ sale: sale({ priceMinor: 30_000 }, 'brass-lamp') }) }),
  held: view({ room: onSale(), holds: [hold('held')] }),
  turn: view({
    room: pinned('brass-lamp'),
    holds: [hold('held', 'o-brass-lamp-one', { waited: true, expiresAt: NOW + 180_000 })],
  }),
  wait: view({ room: pinned('brass-lamp'), waits: [wait('o-brass-lamp-one', 2)] }),
  next: view({ waits: [wait('o-linen-shirt-XL', 0)] }),
  firstpaid: view({ room: firstPaid('osmanthus-tea') }),
  unreserved: view({
    room: firstPaid('osmanthus-tea'),
    holds: [hold('held', 'o-osmanthus-tea-one', { reserved: false })],
  }),
  paying: view({ holds: [hold('paying')] }),
  heldalone: view({ holds: [hold('held')] }),
  strip: view({ holds: [hold('held', 'o-wool-throw-Oat'), hold('paying')] }),
  together: view({ combines: true, holds: [hold('held', 'o-wool-throw-Oat'), hold('paying')] }),
  togetherbeside: view({
    combines: true,
    holds: [
      hold('held', 'o-wool-throw-Oat'),
      hold('held', 'o-osmanthus-tea-one', { expiresAt: NOW + 95_000 }),
      hold('paid'),
    ],
  }),
  paid: view({ holds: [hold('paid')] }),
  paidsale: view({ room: onSale({ perViewer: 2 }), holds: [hold('paid')] }),
  heldsale: view({ room: onSale(), holds: [hold('held')] }),
  salegone: view({ room: onSale({ free: 0, taken: 20, paid: 17 }) }),
  salewait: view({
    room: onSale({ free: 0, taken: 20, paid: 17 }),
    waits: [wait('o-linen-shirt-M', 2, 'sale')],
  }),
  heldbeside: view({
    room: room({ sale: sale({ priceMinor: 9_900 }, 'osmanthus-tea'), pins: pinned('osmanthus-tea').pins }),
    holds: [hold('held', 'o-osmanthus-tea-one')],
  }),
  late: view({ holds: [hold('late_paid')] }),
  expired: view({ holds: [hold('expired', 'o-linen-shirt-M', { expiresAt: NOW - 1_000 })] }),
  soldout: view({ room: pinned('brass-lamp') }),
  away: view({ room: room({ show: show({ host: 'away' }) }) }),
  paused: view({ room: room({ show: show({ picture: 'paused' }) }) }),
  cameraOff: view({ room: room({ show: show({ picture: 'camera_off' }) }) }),
  lost: view({ status: 'reconnecting' }),
  long: view({ room: room({ sale: sale({ priceMinor: 1_234_550 }) }, true) }),
  much: view({
    room: room(
      { sale: sale({ priceMinor: 12_345_678_900, perViewer: 2 }), comments: { rows: muchTalk, removed: [] } },
      true,
    ),
    holds: [hold('paid'), hold('held', 'o-wool-throw-Oat')],
  }),
  none: view({ room: room({ pins: Pins.parse({ productIds: [], version: 2 }), comments: { rows: [], removed: [] } }) }),
  before: view({ room: room({ show: show({ phase: 'scheduled', host: 'off' }) }) }),
  ended: view({
    room: room({ show: show({ phase: 'ended' }) }),
    holds: [hold('paid'), hold('held', 'o-wool-throw-Oat')],
  }),
  joining: view({ status: 'joining', room: null }),
  unknown: view({ status: 'refused', refusal: 'SHOW_NOT_FOUND', room: null }),
  full: view({ status: 'refused', refusal: 'TOO_MANY', room: null }),
}

const PICTURES: Readonly<Record<string, string>> = { none: '', broken: '/pictures/nothing.svg' }

/** The same scene in a shop whose products have no pictures, or none that load. */
export function withPictures(view: RoomView | undefined, pictures: string | null): RoomView | undefined {
  const picture = PICTURES[pictures ?? '']
  if (picture === undefined || view === undefined || view.room === null) return view
  return { ...view, room: { ...view.room, products: view.room.products.map((one) => ({ ...one, picture })) } }
}
