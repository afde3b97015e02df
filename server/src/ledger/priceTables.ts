// What is written of the prices that activities open, by table and column.

const PRICE = { activity_id: 'text', show_id: 'text', cursor: 'text' } as const
export const PRICES = { table: 'activity_prices', columns: PRICE } as const
export const PRICE_CHANGES = { ...PRICES, keys: ['activity_id'] } as const

const PAYMENT = {
  activity_id: 'text',
  hold_id: 'text',
  show_id: 'text',
  state: 'text',
  due_minor: 'integer',
  version: 'integer',
} as const
export const PAYMENTS = { table: 'activity_payments', columns: PAYMENT } as const
export const PAYMENT_CHANGES = { ...PAYMENTS, keys: ['activity_id', 'hold_id'] } as const
