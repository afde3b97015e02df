import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import { StaffHold, FlashSale, Offer } from '@lantern/shared/contract/things.ts'
import { ProductId } from '@lantern/shared/contract/ids.ts'
import { describe, expect, it } from 'vitest'
import { keepingHolds, productFigures, runningSale, unitsByViewer } from './figures.ts'

const shirt = ProductId.parse('shirt')
const pool = { currency: 'CNY', taken: 0, paid: 0, perViewer: 2, version: 1 }
const offer = (id: string, priceMinor: number, free: number) =>
  Offer.parse({
    ...pool,
    id,
    productId: 'shirt',
    variantId: id,
    priceMinor,
    shopPriceMinor: 19_900,
    allotted: 40,
    free,
    policy: 'lock_on_hold',
    holdMs: 1,
    waiting: 3,
    lapsed: 0,
  })
const sale = FlashSale.parse({
  ...pool,
  id: 'sale',
  productId: 'shirt',
  priceMinor: 9_900,
  allotted: 5,
  free: 5,
  opensAt: 1000,
  closesAt: 5000,
  graceMs: 100,
  endedAt: null,
  endReason: null,
})
const hold = (viewerId: string, state: string, quantity: number) =>
  StaffHold.parse({
    id: `${viewerId}${state}`,
    showId: 'show',
    state,
    lines: [{ offerId: 's', quantity, saleId: null, unitPriceMinor: 1, adjustments: [] }],
    currency: 'CNY',
    totalMinor: 1,
    grantedAt: 0,
    expiresAt: 1,
    checkoutPath: '/',
    orderId: null,
    reserved: true,
    waited: false,
    version: 1,
    viewerId,
    viewerName: viewerId,
    via: null,
  })
const room: Pick<RoomState, 'offers' | 'sale'> = { offers: [offer('s', 12_900, 2), offer('m', 13_900, 1)], sale }

describe('figures of a product', () => {
  it('adds up the stock of all variants and shows the lowest price before the sale opens', () => {
    const figures = productFigures(room as RoomState, shirt, 999)

    expect(figures).toEqual({
      priceMinor: 12_900,
      wasMinor: 19_900,
      from: true,
      free: 3,
      allotted: 80,
      low: true,
      waiting: 6,
    })
  })

  it('shows the sale price from the opening instant on', () => {
    expect(productFigures(room as RoomState, shirt, 1000)).toMatchObject({
      priceMinor: 9_900,
      wasMinor: 12_900,
      from: false,
    })
  })
})

describe('a sale', () => {
  it('runs from its announcement to the end of its grace', () => {
    expect([runningSale(sale, 0), runningSale(sale, 5099), runningSale(sale, 5100)]).toEqual([sale, sale, null])
  })
})

describe('units of a viewer', () => {
  it('counts what is held and paid, and nothing that ran out', () => {
    const units = unitsByViewer([
      hold('kiki', 'held', 1),
      hold('kiki', 'authorised', 1),
      hold('kiki', 'paid', 1),
      hold('kiki', 'expired', 5),
    ])

    expect([...units.values()]).toEqual([{ held: 2, paid: 1 }])
  })

  it('counts no unit that a hold does not have yet', () => {
    expect([...unitsByViewer([{ ...hold('kiki', 'held', 2), reserved: false }]).values()]).toEqual([
      { held: 0, paid: 0 },
    ])
  })

  it('belong to as many holds as keep units: at the checkout and placed ones, too', () => {
    const holds = ['held', 'paying', 'authorised', 'paid', 'expired'].map((state) => hold('kiki', state, 1))

    expect(keepingHolds([...holds, { ...hold('panda', 'held', 1), reserved: false }])).toBe(3)
  })
})
