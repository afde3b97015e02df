// Which holds an order of WooCommerce pays, and how much of it is theirs.
import { HoldId } from '@lantern/shared/contract/ids.ts'
import { expect, test } from 'vitest'
import { LINE_NAME } from './orderHolds.ts'
import { factsOfOrder } from './orders.ts'
import { WooOrder } from './orderShape.ts'

const names = {
  readCode: (code: string) => (code.startsWith('lt-') ? HoldId.parse(code.slice(3)) : null),
  readName: (name: string) => (name.endsWith('.signed') ? HoldId.parse(name.split('.')[0]) : null),
  nameOf: String,
  codeOf: String,
}
const line = (total: string, name?: unknown) => ({
  total,
  total_tax: '0.00',
  meta_data: [{ key: 'pa_color', value: 'blue' }, ...(name === undefined ? [] : [{ key: LINE_NAME, value: name }])],
})

function tell(order: object) {
  const whole = {
    id: 727,
    status: 'processing',
    currency: 'USD',
    prices_include_tax: false,
    line_items: [],
    coupon_lines: [],
  }
  const { facts } = factsOfOrder(WooOrder.parse({ ...whole, ...order }), { names, endpointId: 'shop-1' })
  return facts.map((fact) => ({
    type: fact.type,
    hold: fact.holdId,
    ...('amountMinor' in fact && { minor: fact.amountMinor }),
  }))
}
const paid = (hold: string, minor: number) => ({ type: 'order.paid', hold, minor })

test('the buyer’s own things beside it are not what the hold comes to', () => {
  expect(tell({ line_items: [line('50.00'), line('9.00', 'h1.signed'), line('1.00', 'h1.signed')] })).toEqual([
    paid('h1', 1000),
  ])
})

test('two holds of one evening in one order are told apart, also by the ids of what is told', () => {
  const order = { line_items: [line('9.00', 'h1.signed'), line('30.00', 'h2.signed')], coupon_lines: [] }
  const whole = { id: 727, status: 'processing', currency: 'USD', prices_include_tax: false }
  const { facts } = factsOfOrder(WooOrder.parse({ ...whole, ...order }), { names, endpointId: 'shop-1' })

  expect(tell(order)).toEqual([paid('h1', 900), paid('h2', 3000)])
  expect(new Set(facts.map(({ eventId }) => eventId)).size).toBe(2)
})

test('of which of two a part went back is told where the studio gave it back; else it is shared', () => {
  const line_items = [line('9.00', 'h1.signed'), line('30.00', 'h2.signed')]

  expect(tell({ line_items, refunds: [{ total: '-5.00' }] })).toEqual([
    paid('h1', 900),
    { type: 'order.refunded', hold: 'h1', minor: 115 },
    paid('h2', 3000),
    { type: 'order.refunded', hold: 'h2', minor: 385 },
  ])
  expect(tell({ line_items, refunds: [{ total: '-9.00', reason: 'Lantern h1' }] })).toEqual([
    paid('h1', 900),
    { type: 'order.refunded', hold: 'h1' },
    paid('h2', 3000),
  ])
})

test.each([
  ['rewritten', 'h1.forged'],
  ['no text', { hold: 'h1.signed' }],
  ['a number', 7],
])('a name that is %s is nobody’s', (_what, name) => {
  expect(tell({ line_items: [line('9.00', name)] })).toEqual([])
})

test.each([
  ['by the coupon', { line_items: [line('9.00')], coupon_lines: [{ code: 'lt-h1' }] }],
  ['by its line', { line_items: [line('9.00', 'h1.signed')] }],
])('what another plugin took off the whole order is seen, a surcharge is the shop’s own: named %s', (_what, order) => {
  const fee_lines = [line('-1.50'), line('3.00')]

  expect(tell({ ...order, fee_lines })).toEqual([paid('h1', 750)])
})

test('what was taken off an order with other things in it is not counted as the hold’s', () => {
  const line_items = [line('50.00'), line('9.00', 'h1.signed')]

  expect(tell({ line_items, fee_lines: [line('-20.00')] })).toEqual([paid('h1', 900)])
})
