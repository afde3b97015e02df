import { Offer } from '@lantern/shared/contract/things.ts'
import { describe, expect, it } from 'vitest'
import { readWhole } from '../../desk/parts/readWhole.ts'
import { mostLapsed, readMinutes, writeMinutes } from './offerForm.ts'

const offer = (id: string, part: object) =>
  Offer.parse({
    id,
    productId: 'shirt',
    variantId: id,
    priceMinor: 1,
    shopPriceMinor: 1,
    currency: 'CNY',
    allotted: 40,
    free: 40,
    taken: 0,
    paid: 0,
    perViewer: 2,
    policy: 'lock_on_hold',
    holdMs: 600_000,
    waiting: 0,
    lapsed: 0,
    version: 1,
    ...part,
  })

describe('what is typed for an offer', () => {
  it('is a whole number within its bounds or nothing', () => {
    const bounds = { least: 1, most: 999 }

    expect(['1', ' 40 ', '999'].map((text) => readWhole(text, bounds))).toEqual([1, 40, 999])
    expect(['', '0', '1000', '1.5', '-3', 'x'].map((text) => readWhole(text, bounds))).toEqual(Array(6).fill(null))
  })

  it('is minutes with a point or a comma, from half a minute to two hours', () => {
    expect(['0.5', '2,5', '120'].map(readMinutes)).toEqual([30_000, 150_000, 7_200_000])
    expect(['0.4', '121', 'ten', ''].map(readMinutes)).toEqual([null, null, null, null])
    expect([600_000, 150_000].map(writeMinutes)).toEqual(['10', '2.5'])
  })
})

describe('holds that ran out', () => {
  it('are told from five on when they are more than what was paid, the worst offer first', () => {
    const offers = [offer('s', { lapsed: 6 }), offer('m', { lapsed: 9, paid: 2 }), offer('l', { lapsed: 12, paid: 12 })]

    expect(mostLapsed(offers)?.id).toBe('m')
    expect(mostLapsed([offer('s', { lapsed: 4 })])).toBeNull()
    expect(mostLapsed([offer('s', { lapsed: 9, policy: 'first_paid' })])).toBeNull()
  })
})
