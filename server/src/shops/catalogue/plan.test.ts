// What an import would change, for each way a shop's catalogue moves.
import { ProductId, VariantId } from '@lantern/shared/contract/ids.ts'
import { expect, test } from 'vitest'
import type { KnownProduct } from '../records/shopRecords.ts'
import type { ShopProduct, ShopVariant } from './catalogue.ts'
import { planImport } from './plan.ts'

const variant = (more: Partial<ShopVariant> = {}): ShopVariant => {
  return { externalId: '11', sku: 'CUP', title: null, priceMinor: 1000, stock: 5, ...more }
}
const product = (more: Partial<ShopProduct> = {}): ShopProduct => {
  return { externalId: '1', title: 'Cup', pictureUrl: 'https://shop.test/cup.jpg', variants: [variant()], ...more }
}
const CUP: KnownProduct = {
  id: ProductId.parse('cup'),
  externalId: '1',
  title: 'Cup',
  variants: [{ ...variant(), id: VariantId.parse('v1'), available: true }],
}

let ids = 0
const plan = (products: readonly ShopProduct[], known: readonly KnownProduct[] = [CUP]) =>
  planImport({ known, read: { currency: 'USD', products }, isWhole: true, newId: () => `new-${(ids += 1)}` })

test('the same again changes nothing and keeps our ids', () => {
  const planned = plan([product()])

  expect(planned).toMatchObject({ added: [], repriced: [], vanished: [], skipped: [], unchanged: 1 })
  expect(planned.products[0]?.id).toBe('cup')
  expect([...planned.pictures]).toEqual([['cup', 'https://shop.test/cup.jpg']])
})

test('another price, a new size and one that is gone are told apart', () => {
  const large = variant({ externalId: '12', sku: 'CUP-L', priceMinor: 1500 })
  const gone = { ...CUP, id: ProductId.parse('bowl'), externalId: '2', title: 'Bowl' }
  const bowl = { ...gone, variants: [{ ...CUP.variants[0], id: VariantId.parse('v2'), externalId: '21', sku: 'BOWL' }] }

  const planned = plan([product({ variants: [variant({ priceMinor: 900 }), large] })], [CUP, bowl as KnownProduct])

  expect(planned.repriced).toEqual([{ product: 'Cup', sku: 'CUP', fromMinor: 1000, toMinor: 900 }])
  expect(planned.added).toEqual([{ product: 'Cup', sku: 'CUP-L' }])
  expect(planned.vanished).toEqual([{ product: 'Bowl', sku: 'BOWL' }])
})

test('what was never imported cannot vanish, and is found by its sku', () => {
  const demo = { ...CUP, externalId: null, variants: CUP.variants.map((one) => ({ ...one, externalId: null })) }

  expect(plan([], [demo]).vanished).toEqual([])
  expect(plan([product()], [demo])).toMatchObject({ added: [], products: [{ id: 'cup', externalId: '1' }] })
})

test('skus that are empty or used twice become ones of their own', () => {
  const variants = [variant({ externalId: 'a', sku: '' }), variant({ externalId: 'b' }), variant({ externalId: 'c' })]

  const { added } = plan([product({ variants })], [])

  expect(added.map(({ sku }) => sku)).toEqual(['1-a', 'CUP', '1-c'])
})

test('what cannot be sold is left out with the reason', () => {
  const planned = plan([
    product({ title: ' ' }),
    product({ externalId: '2', variants: [] }),
    product({ externalId: '3', variants: [variant({ priceMinor: 0 })] }),
    product({ externalId: '4', withdrawn: 'draft' }),
  ])

  expect(planned.skipped.map(({ why }) => why)).toEqual(['noTitle', 'noVariant', 'noPrice', 'draft'])
  expect(planned.products.flatMap(({ variants }) => variants)).toEqual([])
  expect(planned.vanished).toEqual([{ product: 'Cup', sku: 'CUP' }])
})

test('what a list says twice, since it moved while it was read, is one product', () => {
  expect(plan([product(), product()])).toMatchObject({ added: [], unchanged: 1, products: [{ id: 'cup' }] })
})

test('pictures without a web address and stock below zero are named before they are taken', () => {
  const small = variant({ externalId: '12', sku: 'S', title: 'Small', stock: -3 })
  const planned = plan([
    product({ pictureUrl: 'cup.jpg', variants: [variant({ stock: 0 }), small] }),
    product({ externalId: '2', pictureUrl: 'ftp://shop.test/a.jpg', variants: [variant({ sku: 'B', stock: null })] }),
    product({ externalId: '3', pictureUrl: '//host/a.jpg', variants: [variant({ sku: 'C' })] }),
  ])

  expect(planned.doubted).toEqual([
    { product: 'Cup', why: 'badPicture', got: 'cup.jpg' },
    { product: 'Cup (Small)', why: 'negativeStock', got: '-3' },
    { product: 'Cup', why: 'badPicture', got: 'ftp://shop.test/a.jpg' },
  ])
  expect([...planned.pictures.values()]).toEqual(['//host/a.jpg'])
  expect(planned.products.flatMap(({ variants }) => variants.map(({ stock }) => stock))).toEqual([0, 0, null, 5])
})
