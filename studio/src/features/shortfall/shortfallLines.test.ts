// What the desk of a show is alarmed about.
import { anOffer, aSale, readRoom } from '@lantern/shared/client/builders.ts'
import { Shortfall } from '@lantern/shared/contract/shop.ts'
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { expect, it } from 'vitest'
import { shortfallLines } from './shortfallLines.ts'

const short = (variantId: string, more: object = {}) =>
  Shortfall.parse({ variantId, sku: variantId, available: 0, short: 2, offered: 0, at: 1, ...more })

function roomWith(more: object = {}): RoomState {
  const variants = ['s', 'm'].map((id) => ({ id, sku: id, title: { en: id.toUpperCase() }, stock: 5 }))
  const product = { id: 'shirt', title: { en: 'Shirt' }, number: 1, picture: '/p.svg', variants }
  const offers = ['s', 'm'].map((id) => anOffer({ id, productId: 'shirt', variantId: id }))
  return readRoom({ products: [product], offers, ...more })
}

it('names product and size of what this show sells, the worst first, and nothing of other shows', () => {
  const lines = shortfallLines(roomWith(), [short('s'), short('m', { short: 0, offered: 3 }), short('elsewhere')])

  expect(lines.map(({ units, product, variant }) => [units, product.id, variant?.sku])).toEqual([
    [3, 'shirt', 'm'],
    [2, 'shirt', 's'],
  ])
})

it('knows the flash sale that still gives it out, and not one that is over', () => {
  const running = roomWith({ sale: aSale({ productId: 'shirt', endedAt: null }) })
  const over = roomWith({ sale: aSale({ productId: 'shirt', endedAt: 5, endReason: 'stopped' }) })

  expect(shortfallLines(running, [short('s')])[0]?.sale?.productId).toBe('shirt')
  expect(shortfallLines(over, [short('s')])[0]?.sale).toBeNull()
})
