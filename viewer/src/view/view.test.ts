// What the card shows and what its button does, by offers, sale, own holds and clock.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { Pins } from '@lantern/shared/contract/things.ts'
import type { Hold } from '@lantern/shared/contract/things.ts'
import { describe, expect, it } from 'vitest'
import { readAction } from './action.ts'
import { newsBetween, queueNews } from './announce.ts'
import { aHold, anOffer, aRoom, aSale, T0 } from './builders.ts'
import { readDeal } from './deal.ts'
import { besideIds, frontProductId, holdOf, mergeHolds, stripHolds } from './holds.ts'
import { pictureLine } from './lines.ts'

function action(room: RoomState, { now = T0, holds = [] as readonly Hold[] } = {}) {
  const deal = readDeal(room, 'shirt', now)
  if (deal === null) throw new Error('no deal')
  return readAction(deal, {
    showPhase: room.show.phase,
    now,
    holds,
    hold: holdOf(room, holds, { productId: 'shirt', now }),
  })
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
    expect(action(aRoom({ offers: [anOffer({ free: 0, taken: 20 })] })).kind).toBe('soldOut')
  })
})

describe('a flash sale', () => {
  const room = aRoom({ sale: aSale() })

  it('waits until it opens, runs, and is dead from zero on until the room tells its end', () => {
    expect(action(room, { now: T0 - 1 })).toEqual({ kind: 'announced', at: T0 })
    expect(action(room, { now: T0 }).kind).toBe('hold')
    expect(action(room, { now: T0 + 59_999 }).kind).toBe('hold')
    expect(action(room, { now: T0 + 60_000 }).kind).toBe('closing')
  })

  it('keeps the button dead for a moment after its time, then goes back to the normal price', () => {
    const over = aRoom({ sale: aSale({ endedAt: T0 + 61_000, endReason: 'time' }) })

    expect(action(over, { now: T0 + 61_100 }).kind).toBe('closing')
    expect(readDeal(over, 'shirt', T0 + 63_000)).toMatchObject({ phase: 'none', priceMinor: 19_900 })
  })

  it('shows its own units, never more than the offers have', () => {
    expect(readDeal(room, 'shirt', T0)).toMatchObject({ left: 3, of: 5, priceMinor: 12_900, wasMinor: 19_900 })
    expect(readDeal(aRoom({ sale: aSale(), offers: [anOffer({ free: 1 })] }), 'shirt', T0)?.left).toBe(1)
  })

  it('counts only what was drawn from it against its limit', () => {
    const line = { offerId: 'o-1', quantity: 1, unitPriceMinor: 12_900 }
    const inSale = aHold({ state: 'released', lines: [{ ...line, saleId: 'sale' }] })
    const earlier = aHold({ id: 'h-2', state: 'expired', lines: [{ ...line, saleId: null }] })

    expect(action(room, { holds: [inSale, earlier] }).kind).toBe('hold')
    expect(action(room, { holds: [{ ...inSale, state: 'paid' }] }).kind).toBe('paid')
  })
})

describe('an own hold', () => {
  it('turns the button into the way to the checkout, then into paid', () => {
    expect(action(aRoom(), { holds: [aHold()] }).kind).toBe('checkout')
    expect(action(aRoom(), { holds: [aHold({ state: 'paying' })] }).kind).toBe('atCheckout')
    expect(action(aRoom(), { holds: [aHold({ state: 'paid' })] }).kind).toBe('paid')
    expect(action(aRoom(), { holds: [aHold({ state: 'late_paid' })] }).kind).toBe('latePaid')
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

describe('lines and announcements', () => {
  const fine = { status: 'joined', host: 'on', media: 'playing', hasPicture: true, waitedLong: false } as const

  it('says the worst thing only', () => {
    expect(pictureLine(fine)).toBeNull()
    expect(pictureLine({ ...fine, status: 'reconnecting', host: 'away' })).toBe('connectionLost')
    expect(pictureLine({ ...fine, host: 'away', media: 'stalled' })).toBe('hostAway')
    expect(pictureLine({ ...fine, media: 'connecting', hasPicture: false, waitedLong: true })).toBe('slow')
  })

  it('tells a sale once when it comes and once when it ends', () => {
    const during = aRoom({ sale: aSale() })
    const after = aRoom({ sale: aSale({ endedAt: T0 + 9, endReason: 'stopped' }) })

    expect(newsBetween(aRoom(), during, T0).map((news) => news.key)).toEqual(['saySaleOn'])
    expect(newsBetween(during, during, T0)).toEqual([])
    expect(newsBetween(during, after, T0).map((news) => news.key)).toEqual(['saySaleOver'])
  })

  it('lets newer news of a kind replace older', () => {
    expect(queueNews([{ key: 'saySaleOver' }], [{ key: 'saySaleOver' }])).toHaveLength(1)
  })
})
