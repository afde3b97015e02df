// What the chip of an order says.
import { expect, it } from 'vitest'
import { orderChip } from './orderChip.ts'

const refunded = { state: 'refunded', matter: null } as const

it('says what is still to do about the money, and only then that it is refunded', () => {
  expect(orderChip({ ...refunded, refund: 'asked' })).toEqual({ word: 'refundChip.asked', tone: 'under-way' })
  expect(orderChip({ ...refunded, refund: 'told' })).toEqual({ word: 'refundChip.told', tone: 'under-way' })
  expect(orderChip({ ...refunded, refund: 'by_hand' })).toEqual({ word: 'refundChip.by_hand', tone: 'matter-chip' })
  expect(orderChip({ ...refunded, refund: 'failed' })).toEqual({ word: 'refundChip.failed', tone: 'matter-chip' })
  expect(orderChip({ ...refunded, refund: 'done' })).toEqual({ word: 'orderState.refunded', tone: 'refunded' })
  expect(orderChip({ ...refunded, refund: null })).toEqual({ word: 'orderState.refunded', tone: 'refunded' })
})

it('says of others what became of them, amber where staff must look', () => {
  expect(orderChip({ state: 'authorised', matter: null, refund: null })).toEqual({
    word: 'orderState.authorised',
    tone: 'authorised',
  })
  expect(orderChip({ state: 'late_paid', matter: 'late_paid', refund: null }).tone).toBe('matter-chip')
})
