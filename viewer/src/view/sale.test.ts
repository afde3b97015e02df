// What the card makes of a flash sale, also of a product that one has bought or holds.
import { describe, expect, it } from 'vitest'
import { saleBeside } from './action.ts'
import { action, aHold, aMoment, anOffer, aRoom, aSale, aWait, T0 } from './builders.ts'
import type { Mine } from './builders.ts'
import { readDeal } from './deal.ts'
import { readSaleLine } from './waits.ts'

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
    const line = { offerId: 'o-1', quantity: 1, unitPriceMinor: 12_900, adjustments: [] }
    const inSale = aHold({ state: 'released', lines: [{ ...line, saleId: 'sale' }] })
    const earlier = aHold({ id: 'h-2', state: 'expired', lines: [{ ...line, saleId: null }] })

    expect(action(room, { holds: [inSale, earlier] }).kind).toBe('hold')
    expect(action(room, { holds: [{ ...inSale, state: 'paid' }] }).kind).toBe('paid')
  })
})

describe('a sale whose units are taken', () => {
  const gone = { free: 0, taken: 5, paid: 2 }
  const room = aRoom({ sale: aSale(gone) })
  const line = (mine: Mine = {}, of = room) => {
    const deal = readDeal(of, 'shirt', T0)
    return deal && readSaleLine(deal, aMoment(of, mine))
  }

  it('leaves the offer at its own price, to be bought at once', () => {
    expect(readDeal(room, 'shirt', T0)).toMatchObject({ phase: 'gone', left: 12, priceMinor: 19_900, perViewer: 2 })
    expect(readDeal(room, 'shirt', T0)?.choices).toMatchObject([{ left: 12, priceMinor: 19_900 }])
    expect(action(room).kind).toBe('hold')
    expect(action(room, { now: T0 + 60_000 }).kind).toBe('closing')
  })

  it('has a line of its own, for those who may have more of it', () => {
    const inSale = aHold({ state: 'paid', lines: [{ ...aHold().lines[0], saleId: 'sale' }] })

    expect(line()).toMatchObject({ sale: { id: 'sale' }, joinable: [{ offer: { id: 'o-1' } }] })
    expect(line({ waits: [aWait({ saleId: 'sale' })] })?.joinable).toEqual([])
    expect(line({ holds: [inSale] })?.joinable).toEqual([])
    expect(line({}, aRoom({ sale: aSale() }))).toBeNull()
  })

  it('is the offer’s line again once that is sold out, too', () => {
    const none = aRoom({ sale: aSale(gone), offers: [anOffer({ free: 0, taken: 20 })] })

    expect(action(none).kind).toBe('joinLine')
    expect(line({}, none)).toBeNull()
  })
})

describe('a sale of what one has already', () => {
  const two = [anOffer(), anOffer({ id: 'o-2', variantId: 'v-2' })]
  const before = aHold({ state: 'paid' })

  it('keeps the card while one may buy in it, bought before or in it', () => {
    const sale = aSale({ perViewer: 2 })
    const inSale = aHold({ state: 'paid', lines: [{ ...before.lines[0], saleId: 'sale' }] })

    expect(action(aRoom({ sale: aSale() }), { holds: [before] }).kind).toBe('hold')
    expect(action(aRoom({ sale: aSale() }), { holds: [before], now: T0 - 1 }).kind).toBe('announced')
    expect(action(aRoom({ sale }), { holds: [inSale] }).kind).toBe('hold')
    expect(action(aRoom({ sale: aSale() }), { holds: [inSale] }).kind).toBe('paid')
    expect(action(aRoom(), { holds: [before] }).kind).toBe('paid')
  })

  it('comes before a hold at another price where another choice can be had, never before its own', () => {
    const room = aRoom({ offers: two, sale: aSale() })
    const inSale = aHold({ lines: [{ ...before.lines[0], saleId: 'sale' }] })

    expect(action(room, { holds: [aHold()] }).kind).toBe('choose')
    expect(action(room, { holds: [inSale] }).kind).toBe('checkout')
    const alone = aRoom({ sale: aSale() })
    const own = action(alone, { holds: [aHold()] })
    const deal = readDeal(alone, 'shirt', T0)
    expect(own.kind).toBe('checkout')
    expect(deal && saleBeside(deal, own)?.id).toBe('sale')
    expect(deal && saleBeside(deal, action(alone, { holds: [inSale] }))).toBeNull()
    expect(action(room, { holds: [aHold({ state: 'late_paid' })] }).kind).toBe('latePaid')
  })
})
