// What a viewer's coupons do to the card in front of them.
import { Reward } from '@lantern/shared/rewards/reward.ts'
import { expect, test } from 'vitest'
import { aHold, anOffer, aRoom, aSale, T0 } from './builders.ts'
import { couponsIn, isGood, mayLeaveCoupon, placeOf, sumOfDeal, sumOfHold, sumOnCard } from './coupons.ts'
import { readDeal } from './deal.ts'

const aReward = (part: object = {}, terms: object = {}) =>
  Reward.parse({
    id: 'r-1',
    activityId: 'a-1',
    what: { is: 'coupon', off: { minor: 1_200 }, currency: 'CNY', fromMinor: 9_900, productIds: null, ...terms },
    state: 'granted',
    grantedAt: T0,
    until: null,
    holdId: null,
    version: 1,
    ...part,
  })

function sumWith(rewards: readonly Reward[], room = aRoom()) {
  const deal = readDeal(room, 'shirt', T0)
  if (deal === null) throw new Error('no deal')
  return { deal, room, card: sumOfDeal(deal, { room, rewards, now: T0 }) }
}

test('the one that takes off most is on the card', () => {
  const { card } = sumWith([aReward(), aReward({ id: 'r-2' }, { off: { percent: 10 } })])

  expect(card).toEqual({ sumMinor: 19_900, currency: 'CNY', coupon: { id: 'r-2', offMinor: 1_990 } })
})

test.each<[string, Reward]>([
  ['kept for a hold', aReward({ holdId: 'h-9' })],
  ['used', aReward({ state: 'used', holdId: 'h-9' })],
  ['over', aReward({ until: T0 })],
  ['taken back', aReward({ state: 'withdrawn' })],
  ['of other money', aReward({}, { currency: 'JPY' })],
  ['for other goods', aReward({}, { productIds: ['mug'] })],
  ['for more than the card comes to', aReward({}, { fromMinor: 20_000 })],
])('one that is %s is not', (_why, reward) => {
  expect(sumWith([reward]).card.coupon).toBeNull()
})

test('it is read at the price of the sale', () => {
  const room = aRoom({ sale: aSale() })

  expect(sumWith([aReward({}, { fromMinor: 13_000 })], room).card.coupon).toBeNull()
  expect(sumWith([aReward({}, { fromMinor: 12_900 })], room).card.coupon?.offMinor).toBe(1_200)
})

test('money without minor digits is taken off whole', () => {
  const room = aRoom({ offers: [anOffer({ currency: 'JPY', priceMinor: 4_999, shopPriceMinor: 4_999 })] })
  const { card } = sumWith([aReward({}, { currency: 'JPY', off: { percent: 8 }, fromMinor: 0 })], room)

  expect(card.coupon?.offMinor).toBe(399)
})

test('a hold says what it was granted with, over all its lines', () => {
  const line = (offerId: string, amountMinor: number) => ({
    offerId,
    quantity: 1,
    saleId: null,
    unitPriceMinor: 10_000,
    adjustments: [{ kind: 'coupon', ref: 'r-1', amountMinor }],
  })
  const hold = aHold({ lines: [line('o-1', 700), line('o-2', 500)], totalMinor: 18_800 })

  expect(sumOfHold(hold)).toEqual({ sumMinor: 20_000, currency: 'CNY', coupon: { id: 'r-1', offMinor: 1_200 } })
  expect(sumOfHold(aHold()).coupon).toBeNull()
})

test('a card that says what was paid has no coupon of those that are left on it', () => {
  const rewards = [aReward()]
  const { deal, room, card } = sumWith(rewards)
  const asking = { room, rewards, now: T0 }

  expect(card.coupon?.id).toBe('r-1')
  expect(sumOnCard({ deal, hold: null }, asking)).toEqual(card)
  expect(sumOnCard({ deal, hold: aHold({ state: 'expired' }) }, asking)).toEqual(card)
  expect(sumOnCard({ deal, hold: aHold({ state: 'paid' }) }, asking).coupon).toBeNull()
})

test('a coupon is left by what the shop refused, and by nothing that was held after it', () => {
  const adjustments = [{ kind: 'coupon', ref: 'r-1', amountMinor: 700 }]
  const line = { offerId: 'o-1', quantity: 1, saleId: null, unitPriceMinor: 19_900, adjustments }
  const hold = aHold({ lines: [line], totalMinor: 19_200 })
  const arrived = { notice: 'SHOP_REFUSED', openedAt: T0 + 1 }

  expect(mayLeaveCoupon(hold, arrived)).toBe(true)
  expect(mayLeaveCoupon(hold, { ...arrived, notice: 'PRICE_DIFFERS' })).toBe(true)
  expect(mayLeaveCoupon(hold, { ...arrived, notice: 'SOLD_OUT' })).toBe(false)
  expect(mayLeaveCoupon({ ...hold, grantedAt: T0 + 1 }, arrived)).toBe(false)
  expect(mayLeaveCoupon(hold, { ...arrived, openedAt: null })).toBe(false)
  expect(mayLeaveCoupon({ ...hold, state: 'paying' }, arrived)).toBe(false)
  expect(mayLeaveCoupon(aHold(), arrived)).toBe(false)
})

test('what keeps each of the others from the card is said', () => {
  const [on, less, kept, dear, other] = [
    aReward({ id: 'on' }, { off: { minor: 2_000 } }),
    aReward({ id: 'less' }),
    aReward({ id: 'kept', holdId: 'h-9' }),
    aReward({ id: 'dear' }, { fromMinor: 27_000 }),
    aReward({ id: 'other' }, { productIds: ['mug'] }),
  ]
  const { deal, room, card } = sumWith([on, less, kept, dear, other])
  const places = Object.fromEntries(
    couponsIn([on, less, kept, dear, other]).map((one) => [one.reward.id, placeOf(one, { card, deal, room })]),
  )

  expect(places).toEqual({
    on: { is: 'onCard' },
    less: { is: 'fits' },
    kept: { is: 'kept' },
    dear: { is: 'missing', missingMinor: 7_100 },
    other: { is: 'otherGoods' },
  })
})

test('one that ran out while a hold keeps it is still good', () => {
  const [kept] = couponsIn([aReward({ until: T0 - 1, holdId: 'h-1' })])
  const [free] = couponsIn([aReward({ until: T0 - 1 })])

  expect([kept && isGood(kept, T0), free && isGood(free, T0)]).toEqual([true, false])
})
