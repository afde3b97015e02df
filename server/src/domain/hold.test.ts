// The rules of a hold's life and of its units.
import { expect, test } from 'vitest'
import { HoldId, OfferId, ProductId, SaleId, ShowId, VariantId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { HoldState } from '@lantern/shared/contract/things.ts'
import { canMove, HOLD_MOVES, moveHold, openHold, takesUnits } from './hold.ts'
import type { HoldRecord, OfferRecord, SaleRecord, Shelf } from './hold.ts'

const showId = ShowId.parse('show')
const productId = ProductId.parse('cup')
const money = { priceMinor: 100, currency: 'USD', perViewer: 5, version: 1 }
const pool = { allotted: 5, free: 5, taken: 0, paid: 0 }

const anOffer = (more: Partial<OfferRecord> = {}): OfferRecord => ({
  id: OfferId.parse('offer'),
  showId,
  productId,
  variantId: VariantId.parse('one'),
  shopPriceMinor: 100,
  policy: 'lock_on_hold',
  holdMs: 1000,
  waiting: 0,
  lapsed: 0,
  ...money,
  ...pool,
  ...more,
})

const aSale = (more: Partial<SaleRecord> = {}): SaleRecord => ({
  id: SaleId.parse('sale'),
  showId,
  productId,
  opensAt: 0,
  closesAt: 10,
  graceMs: 1,
  endedAt: null,
  endReason: null,
  ...money,
  ...pool,
  ...more,
})

const aHold = (state: HoldState, more: Partial<HoldRecord['lines'][number]> = {}): HoldRecord => ({
  id: HoldId.parse('hold'),
  showId,
  viewerId: ViewerId.parse('v'),
  viewerName: 'V',
  via: null,
  source: null,
  crowd: null,
  credit: null,
  asked: null,
  waited: false,
  state,
  lines: [
    {
      offerId: OfferId.parse('offer'),
      quantity: 2,
      saleId: null,
      unitPriceMinor: 100,
      adjustments: [],
      locks: true,
      takes: false,
      takesSale: false,
      ...more,
    },
  ],
  currency: 'USD',
  totalMinor: 200,
  grantedAt: 0,
  expiresAt: 10,
  extended: false,
  checkoutPath: '/c/hold',
  orderId: null,
  version: 1,
})

const shelf = (offer: OfferRecord, sale = aSale()): Shelf => ({ offer: () => offer, sale: () => sale })

test('nothing follows a refund, and every move leads to a known state', () => {
  expect(HOLD_MOVES.refunded).toEqual([])
  for (const to of Object.values(HOLD_MOVES).flat()) expect(HOLD_MOVES).toHaveProperty(to)
  expect(canMove('expired', 'held')).toBe(false)
})

test('lock on hold takes units from held on, first paid only while paying and paid', () => {
  const locking = { locks: true }
  expect(takesUnits('held', locking)).toBe(true)
  expect(takesUnits('held', { locks: false })).toBe(false)
  expect(takesUnits('paying', { locks: false })).toBe(true)
  expect(takesUnits('late_paid', locking)).toBe(false)
})

test('a granted hold takes its units, under first paid none', () => {
  expect(openHold(shelf(anOffer()), aHold('held'))?.offers).toMatchObject([{ free: 3, taken: 2 }])
  expect(openHold(shelf(anOffer()), aHold('held', { locks: false }))?.offers).toEqual([])
})

test('a payment finds no units: nothing moves', () => {
  const soldOut = anOffer({ free: 1, taken: 4 })

  expect(moveHold(shelf(soldOut), aHold('expired'), 'paid')).toBeNull()
})

test('expiry gives back what the line takes, at offer and sale', () => {
  const taken = { free: 3, taken: 2 }
  const held = aHold('held', { saleId: SaleId.parse('sale'), takes: true, takesSale: true })

  const change = moveHold(shelf(anOffer(taken), aSale(taken)), held, 'expired')

  expect(change?.offers).toMatchObject([{ free: 5, taken: 0 }])
  expect(change?.sales).toMatchObject([{ free: 5, taken: 0 }])
  expect(change?.hold.lines).toMatchObject([{ takes: false, takesSale: false }])
})

test('a refund gives paid units back', () => {
  const offer = anOffer({ free: 3, taken: 2, paid: 2 })

  const change = moveHold(shelf(offer), aHold('paid', { takes: true }), 'refunded')

  expect(change?.offers).toMatchObject([{ free: 5, taken: 0, paid: 0 }])
})

test('a move that is not in the table throws', () => {
  expect(() => moveHold(shelf(anOffer()), aHold('released'), 'held')).toThrow('released to held')
})
