// What staff are alarmed about, and when that ends.
import { OfferId, ShowId, VariantId } from '@lantern/shared/contract/ids.ts'
import { expect, it } from 'vitest'
import type { MirroredOffer, ShopStock } from '../records/shopRecords.ts'
import { shortfalls } from './shortfalls.ts'

const variantId = VariantId.parse('v')
const said = (more: Partial<ShopStock> = {}): ShopStock => {
  return { variantId, sku: 'CUP', externalId: null, available: 1, short: 3, at: 5, ...more }
}
const offer = (more: Partial<MirroredOffer> = {}): MirroredOffer => {
  const ids = { offerId: OfferId.parse('o'), showId: ShowId.parse('s'), variantId }
  return { ...ids, sku: 'CUP', externalId: null, allotted: 4, free: 0, taken: 4, paid: 0, paying: 0, ...more }
}

it('counts what is held now against what the shop said last', () => {
  expect(shortfalls([said()], [offer({ taken: 3 })], 'mirrored')).toEqual([
    { variantId, sku: 'CUP', available: 1, short: 2, offered: 0, at: 5 },
  ])
})

it('adds up what several shows hold of one variant', () => {
  const shows = [offer({ taken: 1 }), offer({ offerId: OfferId.parse('o2'), showId: ShowId.parse('t'), taken: 2 })]

  expect(shortfalls([said()], shows, 'mirrored')).toMatchObject([{ short: 2 }])
})

it('says what is on sale again after it was let go, and is not there', () => {
  expect(shortfalls([said()], [offer({ taken: 1, free: 2 })], 'mirrored')).toMatchObject([{ short: 0, offered: 2 }])
})

it('ends when what is held is there and no more is on sale, and when no live show sells it', () => {
  expect(shortfalls([said()], [offer({ taken: 1 })], 'mirrored')).toEqual([])
  expect(shortfalls([said()], [], 'mirrored')).toEqual([])
})

it('begins when more is held than the shop said before', () => {
  expect(shortfalls([said({ available: 3, short: 0 })], [offer()], 'mirrored')).toMatchObject([{ short: 1 }])
})

it('says what could not be set apart until it is: what is held of it, else what is on sale', () => {
  const fence = (row: Partial<ShopStock>, own: Partial<MirroredOffer>) =>
    shortfalls([said(row)], [offer(own)], 'ring_fenced').map(({ short, offered }) => ({ short, offered }))

  // Ten on sale, nothing held, and one order that was refunded keeps a unit at the shop.
  expect(fence({ available: 9, short: 1 }, { taken: 0, free: 10 })).toEqual([{ short: 0, offered: 1 }])
  expect(fence({ available: 1, short: 3 }, { taken: 4, free: 0 })).toEqual([{ short: 3, offered: 0 }])
  expect(fence({ available: 1, short: 3 }, { taken: 2, free: 2 })).toEqual([{ short: 1, offered: 2 }])
  expect(fence({ available: 0, short: 0 }, {})).toEqual([])
})
