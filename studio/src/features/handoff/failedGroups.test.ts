// How the desk puts failed ways to the shop together.
import { readRoom } from '@lantern/shared/client/builders.ts'
import { HandoffFailure } from '@lantern/shared/contract/shop.ts'
import { expect, it } from 'vitest'
import { failedGroups, failureKey } from './failedGroups.ts'

const variants = ['SHIRT-S', 'SHIRT-M'].map((sku) => ({ id: sku, sku, title: null }))
const shirt = { id: 'shirt', number: 1, title: { en: 'Linen shirt' }, picture: '/p.svg', variants }
const { products } = readRoom({ products: [shirt] })

const failure = (holdId: string, more: object = {}) =>
  HandoffFailure.parse({
    holdId,
    showId: 'show',
    skus: ['SHIRT-S'],
    code: 'SHOP_REFUSED',
    why: 'status 400: no such region',
    at: 1,
    ...more,
  })

it('puts fifty of one reason into one line, with every product named once', () => {
  const failed = Array.from({ length: 50 }, (_, n) =>
    failure(`h${n}`, { skus: [n % 2 ? 'SHIRT-S' : 'SHIRT-M', 'CAP'] }),
  )

  expect(failedGroups(products, failed, 'en')).toEqual([
    { code: 'SHOP_REFUSED', why: 'status 400: no such region', buyers: 50, goods: ['Linen shirt', 'CAP'] },
  ])
})

it('takes reasons that differ by the cart they name for one, and says the newest', () => {
  const failed = ['cart_01J9ZK', 'cart_01J9ZM'].map((cart, n) => failure(`h${n}`, { why: `Cart ${cart} is gone` }))

  expect(failedGroups(products, failed, 'en')).toMatchObject([{ buyers: 2, why: 'Cart cart_01J9ZK is gone' }])
})

it('keeps other reasons apart, the one of most buyers first, and a buyer who tried twice is one', () => {
  const away = { code: 'SHOP_UNREACHABLE', why: 'status 503' }
  const failed = [failure('a', { at: 9 }), failure('b', away), failure('c', away), failure('a')]

  expect(failedGroups(products, failed, 'en').map(({ code, buyers }) => [code, buyers])).toEqual([
    ['SHOP_UNREACHABLE', 2],
    ['SHOP_REFUSED', 1],
  ])
  expect(
    failedGroups(products, [failure('a', { why: 'status 400' }), failure('b', { why: 'status 401' })], 'en'),
  ).toHaveLength(2)
})

it('knows a second failure of one hold from the first', () => {
  expect(failureKey(failure('a'))).toBe(failureKey(failure('a')))
  expect(failureKey(failure('a', { at: 2 }))).not.toBe(failureKey(failure('a')))
})
