// What the card says to comment, and how a hold of several things is named.
import { Buying } from '@lantern/shared/contract/commentOrders.ts'
import { Show } from '@lantern/shared/contract/things.ts'
import { describe, expect, it } from 'vitest'
import { aHold, anOffer, aRoom } from '../../view/builders.ts'
import { nameLines } from '../../view/holds.ts'
import { keywordOf, keywordsOf } from './keywords.ts'

const KEYWORDS = ['o-1', 'o-2', 'o-3', 'o-4'].map((offerId, at) => ({ offerId, keyword: `A${at + 1}` }))
const rules = (part: object = {}) =>
  Buying.parse({ on: true, matching: 'contains', numberRequired: false, keywords: KEYWORDS, version: 1, ...part })

describe('what to comment', () => {
  it('is the keyword, with a number where the show asks for one', () => {
    expect(keywordOf(aRoom({ buying: rules() }), 'o-1')).toBe('A1')
    expect(keywordOf(aRoom({ buying: rules({ numberRequired: true }) }), 'o-1')).toBe('A1+1')
  })

  it('is nothing while comments buy nothing', () => {
    const { show } = aRoom()

    expect(keywordOf(aRoom(), 'o-1')).toBeNull()
    expect(keywordOf(aRoom({ buying: rules({ on: false }) }), 'o-1')).toBeNull()
    expect(keywordOf(aRoom({ buying: rules(), show: Show.parse({ ...show, phase: 'ended' }) }), 'o-1')).toBeNull()
  })

  it('is short for a card with many sizes', () => {
    const room = aRoom({ buying: rules() })

    expect(keywordsOf(room, ['o-1', 'o-2'])).toBe('A1 · A2')
    expect(keywordsOf(room, ['o-1', 'o-2', 'o-3', 'o-4'])).toBe('A1 … A4')
    expect(keywordsOf(room, [])).toBeNull()
  })
})

it('names every line of a hold', () => {
  const offers = [anOffer(), anOffer({ id: 'o-2', productId: 'mug' })]
  const lines = offers.map(({ id }, at) => ({
    offerId: id,
    quantity: 2 - at,
    saleId: null,
    unitPriceMinor: 1,
    adjustments: [],
  }))

  const words = nameLines(aRoom({ offers }), aHold({ lines }), (text) => text?.en ?? '')

  expect(words).toEqual(['2 × shirt', 'mug'])
})
