// What the card shows and what its button does, by offers, sale, own holds and clock.
import type { RoomView } from '@lantern/shared/client/types.ts'
import { OrderId } from '@lantern/shared/contract/ids.ts'
import { EMPTY_OWN } from '@lantern/shared/contract/slices.ts'
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { Pins, Show } from '@lantern/shared/contract/things.ts'
import type { Hold } from '@lantern/shared/contract/things.ts'
import { describe, expect, it } from 'vitest'
import { turnsBetween } from '../actions/turns.ts'
import { action, aHold, anOffer, aRoom, aSale, aWait, T0 } from './builders.ts'
import { readDeal } from './deal.ts'
import { besideIds, frontProductId, holdOf, isReserved, mergeHolds, stripHolds, unitsTaken } from './holds.ts'
import { pictureLine, standInOf } from './lines.ts'
import { readQuantity } from './quantity.ts'

const FIRST: RoomView = {
  status: 'joined',
  refusal: null,
  room: aRoom(),
  self: null,
  own: EMPTY_OWN,
  desk: null,
  media: null,
  combines: false,
}
const twoSizes = [anOffer(), anOffer({ id: 'o-2', variantId: 'v-2' })]

describe('a product without a sale', () => {
  it('counts the units of all its offers', () => {
    expect(readDeal(aRoom({ offers: twoSizes }), 'shirt', T0)).toMatchObject({ left: 24, of: 40, phase: 'none' })
  })

  it('strikes the shop’s price only when the live price is lower', () => {
    expect(readDeal(aRoom(), 'shirt', T0)?.wasMinor).toBeNull()
    expect(readDeal(aRoom({ offers: [anOffer({ shopPriceMinor: 25_000 })] }), 'shirt', T0)?.wasMinor).toBe(25_000)
  })

  it('holds with one tap, or opens the sizes where there are several', () => {
    expect(action(aRoom())).toMatchObject({ kind: 'hold', holdMs: 600_000 })
    expect(action(aRoom({ offers: twoSizes }))).toMatchObject({ kind: 'choose' })
  })

  it('says sold out when nothing is free', () => {
    const cooling = { coolUntil: T0 + 1 }

    expect(action(aRoom({ offers: [anOffer({ free: 0, taken: 20 })] }), cooling).kind).toBe('soldOut')
  })
})

describe('after the show', () => {
  const { show, ...room } = aRoom({ offers: [anOffer({ priceMinor: 12_900 })], sale: aSale() })
  const over = { ...room, show: Show.parse({ ...show, phase: 'ended' }) }

  it('a product costs what it costs at the shop, and nothing in the show is sold any more', () => {
    expect(readDeal(over, 'shirt', T0)).toMatchObject({ priceMinor: 19_900, wasMinor: null, phase: 'none' })
    expect(action(over).kind).toBe('showOver')
  })

  it('what is still held is paid as before, and what was bought stays bought', () => {
    expect(action(over, { holds: [aHold()] }).kind).toBe('checkout')
    expect(action(over, { holds: [aHold({ state: 'paying' })] }).kind).toBe('atCheckout')
    expect(action(over, { holds: [aHold({ state: 'paid' })], now: T0 + 90 * 24 * 3_600_000 }).kind).toBe('paid')
  })
})

describe('the waitlist', () => {
  const none = { free: 0, taken: 20 }
  const soldOut = aRoom({ offers: [anOffer(none)] })

  it('is offered when the offer is sold out, and shows one’s place', () => {
    expect(action(soldOut).kind).toBe('joinLine')
    expect(action(soldOut, { waits: [aWait()] }).kind).toBe('inLine')
    expect(action(soldOut, { holds: [aHold()] }).kind).toBe('checkout')
  })

  it('asks which size where there are several, for as long as one is left to wait for', () => {
    const room = aRoom({ offers: [anOffer(none), anOffer({ ...none, id: 'o-2', variantId: 'v-2' })] })
    const both = [aWait(), aWait({ offerId: 'o-2' })]

    expect(action(room, { waits: [aWait()] }).kind).toBe('chooseLine')
    expect(action(room, { waits: both }).kind).toBe('inLine')
  })

  it('tells a turn and a closed line once, and nothing on arrival', () => {
    const hold = aHold({ waited: true })
    const before: RoomView = { ...FIRST, own: { ...EMPTY_OWN, waits: [aWait(), aWait({ offerId: 'o-2' })] } }
    const after: RoomView = {
      ...before,
      own: {
        ...EMPTY_OWN,
        holds: [hold],
        waits: [aWait({ state: 'served' }), aWait({ offerId: 'o-2', state: 'closed' })],
      },
    }

    expect(turnsBetween(before, after)).toEqual([
      { kind: 'turn', hold },
      { kind: 'lineClosed', offerId: 'o-2' },
    ])
    expect(turnsBetween(after, after)).toEqual([])
    expect(turnsBetween({ ...FIRST, room: null }, after)).toEqual([])
  })
})

describe('after too many holds that ran out unpaid', () => {
  it('counts down until one may hold again', () => {
    expect(action(aRoom(), { coolUntil: T0 + 9_000 })).toEqual({ kind: 'coolDown', at: T0 + 9_000 })
    expect(action(aRoom(), { coolUntil: T0 }).kind).toBe('hold')
  })
})

describe('the quantity of a hold', () => {
  const held = (quantity: number, saleId: string | null = null) =>
    aHold({ lines: [{ offerId: 'o-1', quantity, saleId, unitPriceMinor: 1, adjustments: [] }] })
  const most = (room: RoomState, hold: Hold, others: readonly Hold[] = []) =>
    readQuantity(room, hold, [hold, ...others])?.most

  it('goes up to the limit or to what is free, whichever is less', () => {
    expect(most(aRoom({ offers: [anOffer({ perViewer: 5 })] }), held(2))).toBe(5)
    expect(most(aRoom({ offers: [anOffer({ perViewer: 5, free: 1 })] }), held(2))).toBe(3)
    expect(most(aRoom({ offers: [anOffer({ perViewer: 5, free: 0 })] }), held(2))).toBe(2)
  })

  it('counts what is paid already against the limit', () => {
    const paid = aHold({ id: 'h-2', state: 'paid' })

    expect(most(aRoom({ offers: [anOffer({ perViewer: 3 })] }), held(1), [paid])).toBe(2)
  })

  it('is no question where one unit each is the rule', () => {
    expect(readQuantity(aRoom({ offers: [anOffer({ perViewer: 1 })] }), held(1), [])).toBeNull()
  })

  it('grows in a sale within its limit and its units, and no more once it is over', () => {
    const offers = [anOffer({ perViewer: 9 })]
    const sale = { perViewer: 4, free: 2 }

    expect(most(aRoom({ offers, sale: aSale(sale) }), held(1, 'sale'))).toBe(3)
    expect(most(aRoom({ offers, sale: aSale({ ...sale, endedAt: T0 }) }), held(2, 'sale'))).toBe(2)
  })

  it('of a hold that reserves nothing is bound by what is free alone', () => {
    const room = aRoom({ offers: [anOffer({ perViewer: 5, free: 2, policy: 'first_paid' })] })

    expect(most(room, { ...held(1), reserved: false })).toBe(2)
  })
})

describe('first paid', () => {
  const room = aRoom({ offers: [anOffer({ policy: 'first_paid' })] })

  it('reserves nothing until the checkout, whatever the policy is by then', () => {
    expect(readDeal(room, 'shirt', T0)?.isFirstPaid).toBe(true)
    expect(isReserved(aHold({ reserved: false }))).toBe(false)
    expect(isReserved(aHold({ state: 'paying', reserved: false }))).toBe(true)
    expect(isReserved(aHold({ reserved: true }))).toBe(true)
  })
})

describe('an own hold', () => {
  it('turns the button into the way to the checkout, then into paid', () => {
    expect(action(aRoom(), { holds: [aHold()] }).kind).toBe('checkout')
    expect(action(aRoom(), { holds: [aHold({ state: 'paying' })] }).kind).toBe('atCheckout')
    expect(action(aRoom(), { holds: [aHold({ state: 'paid' })] }).kind).toBe('paid')
    expect(action(aRoom(), { holds: [aHold({ state: 'late_paid' })] }).kind).toBe('latePaid')
  })

  it('is an order from the moment it is placed, without a deadline, and counts against the limit', () => {
    const ordered = aHold({ state: 'authorised', orderId: OrderId.parse('o-1'), expiresAt: T0 - 1 })

    expect(action(aRoom(), { holds: [ordered] }).kind).toBe('ordered')
    expect(unitsTaken(new Set(ordered.lines.map(({ offerId }) => offerId)), [ordered], null)).toBe(1)
    expect(stripHolds([ordered], null)).toEqual([])
  })

  it('is not called held any more once its time is up, even before the room says so', () => {
    expect(action(aRoom(), { now: T0 + 600_000, holds: [aHold()] }).kind).toBe('runningOut')
  })

  it('may be held again after it ran out', () => {
    expect(action(aRoom(), { holds: [aHold({ state: 'expired' })] })).toMatchObject({ kind: 'hold', again: true })
  })

  it('keeps its place before anything else, live ones first', () => {
    const holds = [aHold({ id: 'old', state: 'paid', grantedAt: T0 + 5 }), aHold({ id: 'live' })]

    expect(holdOf(aRoom(), holds, { productId: 'shirt', now: T0 })?.id).toBe('live')
  })

  it('stays in sight as a strip when another product is in front', () => {
    expect(stripHolds([aHold(), aHold({ id: 'gone', state: 'released' })], null)).toHaveLength(1)
    expect(stripHolds([aHold()], aHold())).toEqual([])
  })

  it('is known by its highest version, whoever tells it', () => {
    const [merged] = mergeHolds([aHold({ version: 3, state: 'paid' })], [aHold({ version: 2 })])

    expect(merged?.state).toBe('paid')
  })
})

describe('the product in front', () => {
  const offers = [anOffer(), anOffer({ id: 'o-3', productId: 'mug' })]
  const nothing = Pins.parse({ productIds: [], version: 2 })

  it('is the first pin, else the one on sale, else the one held', () => {
    expect(frontProductId(aRoom({ offers }), [])).toBe('shirt')
    expect(frontProductId(aRoom({ offers, pins: nothing, sale: aSale({ productId: 'mug' }) }), [])).toBe('mug')
    expect(frontProductId(aRoom({ offers, pins: nothing }), [aHold()])).toBe('shirt')
    expect(frontProductId(aRoom({ offers, pins: nothing }), [])).toBeNull()
  })

  it('has the other pins and the sale beside it', () => {
    const pins = Pins.parse({ productIds: ['shirt'], version: 2 })

    expect(besideIds(aRoom({ offers, pins, sale: aSale({ productId: 'mug' }) }), 'shirt')).toEqual(['mug'])
  })
})

describe('lines over the picture', () => {
  const fine = {
    status: 'joined',
    host: 'on',
    picture: 'shown',
    media: 'playing',
    hasPicture: true,
    waitedLong: false,
  } as const

  it('says the worst thing only', () => {
    expect(pictureLine(fine)).toBeNull()
    expect(pictureLine({ ...fine, status: 'reconnecting', host: 'away' })).toBe('connectionLost')
    expect(pictureLine({ ...fine, host: 'away', media: 'stalled' })).toBe('hostAway')
    expect(
      pictureLine({ ...fine, picture: 'paused', media: 'stalled', hasPicture: false, waitedLong: true }),
    ).toBeNull()
    expect(pictureLine({ ...fine, media: 'connecting', hasPicture: false, waitedLong: true })).toBe('slow')
  })

  it('says why there is no picture, also to who comes then, and nothing of it while the host is away', () => {
    expect(standInOf({ host: 'on', picture: 'shown' })).toBeNull()
    expect(standInOf({ host: 'on', picture: 'camera_off' })).toBe('cameraOff')
    expect(standInOf({ host: 'on', picture: 'paused' })).toBe('hostPaused')
    expect(standInOf({ host: 'away', picture: 'paused' })).toBeNull()
  })
})
