// What an order at Medusa says of its money, as the states of its payments really go together.
import { HoldId } from '@lantern/shared/contract/ids.ts'
import { expect, test } from 'vitest'
import type { HandedHold } from '../../checkout.ts'
import { createHoldNames } from '../../handoff/holdNames.ts'
import { factsOfOrder, MedusaOrder } from './orders.ts'

const names = await createHoldNames({ secret: () => Promise.resolve('a key of this test') })
const HOLD = HoldId.parse('hold_1')

interface Taken {
  readonly state: string
  readonly taken: number
  readonly back?: number
  readonly amount?: number
  readonly status?: string
  /** There is one. */
  readonly payments?: boolean
  readonly isCancelled?: boolean
}

function read(
  { state, taken, back = 0, amount = 100, status = 'partially_captured', payments = true, isCancelled = false }: Taken,
  currency = 'cny',
) {
  const collection = { status, amount, captured_amount: taken, refunded_amount: back }
  const order = MedusaOrder.parse({
    id: 'order_1',
    status: isCancelled ? 'canceled' : 'pending',
    payment_status: state,
    currency_code: currency,
    metadata: { lantern_hold: names.nameOf(HOLD) },
    item_total: amount,
    item_tax_total: 0,
    items: [{ is_tax_inclusive: true }],
    payment_collections: payments ? [collection] : [],
  })
  const { facts } = factsOfOrder(order, { names, endpointId: 'shop' })
  return facts.map((fact) => [fact.type, 'amountMinor' in fact ? fact.amountMinor : undefined])
}

test('money that is taken in several steps is paid with the last of them', () => {
  expect(read({ state: 'authorized', taken: 0 })).toEqual([['order.authorised', 10_000]])
  expect(read({ state: 'partially_captured', taken: 40 })).toEqual([['order.authorised', 10_000]])
  expect(read({ state: 'captured', taken: 100 })).toEqual([['order.paid', 10_000]])
})

test('a part that goes back while a part is still to be taken is no payment yet', () => {
  expect(read({ state: 'partially_refunded', taken: 40, back: 10 })).toEqual([['order.authorised', 10_000]])
  // As Medusa 2.21.2 says it.
  expect(read({ state: 'refunded', taken: 40, back: 10 })).toEqual([['order.authorised', 10_000]])
  expect(read({ state: 'partially_refunded', taken: 100, back: 10 })).toEqual([
    ['order.paid', 10_000],
    ['order.refunded', 1000],
  ])
})

test('a fraction of the smallest coin that was never taken is no part', () => {
  expect(read({ state: 'partially_refunded', taken: 99.9996, back: 10 })[0]).toEqual(['order.paid', 10_000])
})

test('a currency without coins, and one with a thousand of them', () => {
  expect(read({ state: 'captured', taken: 1980, amount: 1980 }, 'jpy')).toEqual([['order.paid', 1980]])
  expect(read({ state: 'captured', taken: 12.345, amount: 12.345 }, 'kwd')).toEqual([['order.paid', 12_345]])
})

test('a collection that was given up for another does not count', () => {
  expect(read({ state: 'partially_refunded', taken: 0, back: 10, status: 'canceled' })[0]).toEqual([
    'order.paid',
    10_000,
  ])
})

test('an order of which nothing is to pay is paid when it is placed: with no payment, or with one of nothing', () => {
  expect(read({ state: 'captured', taken: 0, amount: 0 })).toEqual([['order.paid', 0]])
  const without = { state: 'not_paid', taken: 0, payments: false }
  expect(read({ ...without, amount: 0 })).toEqual([['order.paid', 0]])
  expect(read({ ...without, amount: 100 })).toEqual([])
  expect(read({ ...without, amount: 0, isCancelled: true })).toEqual([['order.cancelled', undefined]])
})

test('an order of which all that was taken went back is refunded, the rest taken or not', () => {
  const refunded = [
    ['order.paid', 10_000],
    ['order.refunded', undefined],
  ]
  expect(read({ state: 'refunded', taken: 40, back: 40 })).toEqual(refunded)
  expect(read({ state: 'refunded', taken: 100, back: 100 })).toEqual(refunded)
})

const OTHER = HoldId.parse('hold_2')
const BASKET = names.nameOfAll({
  ...({ showId: 's', viewerId: 'v', currency: 'JPY', expiresAt: 0, via: null } as unknown as HandedHold),
  id: HOLD,
  together: [HOLD, OTHER].map((id, index) => {
    const items = [{ payMinor: index === 0 ? 70 : 30 }]
    return { id, items } as unknown as HandedHold
  }),
})

interface InBasket {
  readonly name?: string
  readonly lines?: readonly HoldId[]
  readonly back?: readonly { readonly amount: number; readonly note?: string }[]
}

/** An order of 100 yen, of which the first hold has 70. */
function readBasket({ name = BASKET, lines = [HOLD, OTHER], back = [] }: InBasket) {
  const refunded_amount = back.reduce((sum, { amount }) => sum + amount, 0)
  const state = refunded_amount === 0 ? 'captured' : refunded_amount < 100 ? 'partially_refunded' : 'refunded'
  const money = { status: 'completed', amount: 100, captured_amount: 100, refunded_amount }
  const order = MedusaOrder.parse({
    id: 'order_1',
    status: 'pending',
    payment_status: state,
    currency_code: 'jpy',
    metadata: { lantern_hold: name },
    item_total: 100,
    item_tax_total: 0,
    items: lines.map((id) => ({ is_tax_inclusive: true, metadata: { lantern_hold: names.nameOf(id) } })),
    payment_collections: [{ ...money, payments: [{ refunds: [...back] }] }],
  })
  const { facts } = factsOfOrder(order, { names, endpointId: 'shop' })
  return facts.map((fact) => [fact.holdId, fact.type, 'amountMinor' in fact ? fact.amountMinor : undefined])
}

const PAID = [
  [HOLD, 'order.paid', 70],
  [OTHER, 'order.paid', 30],
]

test('what the studio gave back for one hold of a basket is that hold’s; what the shop gave back is everybody’s', () => {
  const paid = ([hold]: readonly unknown[]) => PAID.find(([id]) => id === hold)
  expect(readBasket({})).toEqual(PAID)
  expect(readBasket({ back: [{ amount: 70, note: 'Lantern hold_1' }] })).toEqual([
    paid([HOLD]),
    [HOLD, 'order.refunded', undefined],
    paid([OTHER]),
  ])
  expect(readBasket({ back: [{ amount: 10, note: 'Lantern hold_2' }] })).toEqual([
    ...PAID,
    [OTHER, 'order.refunded', 10],
  ])
  expect(readBasket({ back: [{ amount: 70, note: 'Lantern hold_1' }, { amount: 5 }] })).toContainEqual([
    OTHER,
    'order.refunded',
    5,
  ])
  expect(readBasket({ back: [{ amount: 10 }] })).toEqual([
    PAID[0],
    [HOLD, 'order.refunded', 7],
    PAID[1],
    [OTHER, 'order.refunded', 3],
  ])
})

test('what the buyer took out of the cart is not paid', () => {
  expect(readBasket({ lines: [OTHER] })).toEqual([[OTHER, 'order.paid', 100]])
})

test('a basket that somebody rewrote is nobody’s', () => {
  expect(readBasket({ name: BASKET.replace(':70', ':99') })).toEqual([])
  expect(readBasket({ name: BASKET.replace('hold_2', 'hold_3') })).toEqual([])
  expect(readBasket({ name: `${BASKET}.` })).toEqual([])
})
