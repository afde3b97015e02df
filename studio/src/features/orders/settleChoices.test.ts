import { describe, expect, it } from 'vitest'
import { settleChoices } from './settleChoices.ts'

const choices = (...order: Parameters<typeof settleChoices>) => settleChoices(...order).map(({ choice }) => choice)

describe('what staff may do about an order', () => {
  it('follows from what is the matter', () => {
    expect(choices({ matter: 'late_paid', state: 'late_paid' })).toEqual(['supply', 'refund_back'])
    expect(choices({ matter: 'second_payment', state: 'second_payment' })).toEqual(['refund_back'])
    expect(choices({ matter: 'amount_differs', state: 'paid' })).toEqual(['accept', 'refund_back', 'refund_gone'])
    expect(choices({ matter: 'part_refunded', state: 'paid' })).toEqual(['accept', 'refund_back', 'refund_gone'])
    expect(choices({ matter: 'cancelled', state: 'paid' })).toEqual(['accept', 'refund_back', 'refund_gone'])
  })

  it('of one whose money is still to be taken is to wait no longer', () => {
    expect(choices({ matter: null, state: 'authorised' })).toEqual(['let_go'])
    expect(choices({ matter: 'cancelled', state: 'authorised' })).toEqual(['accept', 'let_go'])
    expect(choices({ matter: null, state: 'voided' })).toEqual([])
  })

  it('of a cancelled one is about its money alone: its units are back already', () => {
    expect(choices({ matter: 'cancelled', state: 'cancelled' })).toEqual(['accept', 'refund_back'])
    expect(choices({ matter: null, state: 'cancelled' })).toEqual([])
  })

  it('is one of two refunds for a paid one, and nothing for one that is refunded', () => {
    expect(choices({ matter: null, state: 'paid' })).toEqual(['refund_back', 'refund_gone'])
    expect(choices({ matter: null, state: 'refunded' })).toEqual([])
  })

  it('asks before every refund, and only then', () => {
    const all = (['late_paid', 'second_payment', 'amount_differs', null] as const).flatMap((matter) =>
      settleChoices({ matter, state: 'paid' }),
    )

    expect(all.every(({ choice, ask }) => choice.startsWith('refund') === (ask !== null))).toBe(true)
  })
})
