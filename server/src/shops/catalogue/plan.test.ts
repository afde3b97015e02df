// What an import would change, for each way a shop's catalogue moves.
import { ProductId, VariantId } from '@lantern/shared/contract/ids.ts'
import { expect, test } from 'vitest'
import type { KnownProduct } from '../records/shopRecords.ts'
import type { ShopProduct, ShopVariant } from './catalogue.ts'
import { type ImportPlan, planImport } from './plan.ts'

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
  digest: null,
  pictures: [],
  variants: [{ ...variant(), options: null, currency: 'USD', id: VariantId.parse('v1'), available: true }],
}

let ids = 0
const plan = (products: readonly ShopProduct[], known: readonly KnownProduct[] = [CUP]) =>
  planImport({ known, read: { currency: 'USD', products }, isWhole: true, newId: () => `new-${(ids += 1)}` })

const urlsOf = ({ products }: ImportPlan) =>
  products.flatMap(({ details }) => details?.pictures ?? []).map(({ url }) => url)

test('the same again changes nothing and keeps our ids', () => {
  const planned = plan([product()])

  expect(planned).toMatchObject({ added: [], repriced: [], vanished: [], skipped: [], unchanged: 1 })
  expect(planned.products[0]?.id).toBe('cup')
  expect(urlsOf(planned)).toEqual(['https://shop.test/cup.jpg'])
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
  expect(urlsOf(planned)).toEqual(['//host/a.jpg'])
  expect(planned.products.flatMap(({ variants }) => variants.map(({ stock }) => stock))).toEqual([0, 0, null, 5])
})

/** As it is after the products were taken over. */
function after(products: readonly ShopProduct[]): KnownProduct[] {
  return plan(products, []).products.map(({ id, externalId, title, details, variants }) => ({
    ...{ id, externalId, title, digest: details?.digest ?? null, pictures: [] },
    variants: variants.map((one, at) => ({
      ...{ ...one, id: VariantId.parse(`${id}-${at}`), available: true, currency: 'USD', stock: one.stock },
      options: one.options ?? null,
    })),
  }))
}

const SHIRT: ShopProduct = {
  ...product({ externalId: '7', title: 'Shirt', description: { form: 'html', text: '<p>Linen</p>' } }),
  variants: ['S', 'M'].map((size) =>
    variant({ externalId: size, sku: `L-${size}`, title: size, options: [{ name: 'Size', value: size }] }),
  ),
}
const [SMALL, MEDIUM] = SHIRT.variants as [ShopVariant, ShopVariant]

test.each([
  ['the same', SHIRT, []],
  ['markup alone', { ...SHIRT, description: { form: 'html', text: '<div> Linen</div>' } }, []],
  ['another description', { ...SHIRT, description: { form: 'plain', text: 'Wool' } }, [{ what: 'details' }]],
  ['a source that says nothing of it', (({ description: _, ...rest }) => rest)(SHIRT), [{ what: 'details' }]],
  [
    'a price',
    { ...SHIRT, variants: [{ ...SMALL, priceMinor: 900 }, MEDIUM] },
    [{ what: 'price', sku: 'L-S', fromMinor: 1000, toMinor: 900 }],
  ],
  [
    'a stock',
    { ...SHIRT, variants: [{ ...SMALL, stock: 2 }, MEDIUM] },
    [{ what: 'stock', sku: 'L-S', from: 5, to: 2 }],
  ],
  ['a stock that is not told', { ...SHIRT, variants: [{ ...SMALL, stock: null }, MEDIUM] }, []],
  [
    'no counting',
    { ...SHIRT, variants: [{ ...SMALL, stock: null, isUncounted: true as const }, MEDIUM] },
    [{ what: 'stock', sku: 'L-S', from: 5, to: null }],
  ],
  ['a title', { ...SHIRT, title: 'Blouse' }, [{ what: 'title', sku: null, from: 'Shirt', to: 'Blouse' }]],
  [
    'an option value',
    { ...SHIRT, variants: [{ ...SMALL, title: 'XS', options: [{ name: 'Size', value: 'XS' }] }, MEDIUM] },
    [
      { what: 'title', sku: 'L-S', from: 'S', to: 'XS' },
      { what: 'options', sku: 'L-S', from: 'Size: S', to: 'Size: XS' },
    ],
  ],
  ['a variant less', { ...SHIRT, variants: [MEDIUM] }, [{ what: 'gone', sku: 'L-S' }]],
  [
    'a variant more',
    { ...SHIRT, variants: [SMALL, MEDIUM, variant({ externalId: 'L', sku: 'L-L', title: 'L' })] },
    [{ what: 'new', sku: 'L-L', priceMinor: 1000 }],
  ],
  [
    'a draft',
    { ...SHIRT, withdrawn: 'draft' as const },
    [
      { what: 'gone', sku: 'L-S' },
      { what: 'gone', sku: 'L-M' },
    ],
  ],
] as const)('%s is told product by product', (_, read, expected) => {
  const { differences } = plan([read as ShopProduct], after([SHIRT]))

  expect(differences.flatMap((one) => one.differences)).toEqual(expected)
})

test('a product that the shop does not list any more, and one that is new', () => {
  const [known] = after([SHIRT])

  expect(plan([product({ externalId: '8' })], known ? [known] : []).differences).toMatchObject([
    { productId: null, title: 'Cup', differences: [{ what: 'new', sku: 'CUP' }] },
    { read: null, productId: known?.id, title: 'Shirt', differences: [{ what: 'gone' }, { what: 'gone' }] },
  ])
})

test('a title of ten thousand signs and a sku that has moved to another product lose nothing', () => {
  const [known] = after([{ ...SHIRT, variants: [SMALL] }])
  const moved = product({ externalId: '9', title: 'x'.repeat(10_000), variants: [{ ...SMALL, externalId: '91' }] })

  const planned = plan([{ ...SHIRT, variants: [MEDIUM] }, moved], known ? [known] : [])

  expect(planned.products.map(({ title }) => title.length)).toEqual([5, 300])
  expect(planned.added.map(({ sku }) => sku)).toEqual(['L-M', 'L-S'])
  expect(planned.vanished).toEqual([{ product: 'Shirt', sku: 'L-S' }])
})
