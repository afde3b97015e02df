// What each kind of shop tells about a product beside name and price, as its makers publish the answers.
import { grant } from '@lantern/shared/contract/refusals.ts'
import { expect, test } from 'vitest'
import { readStore as readMedusa } from '../kinds/medusa/products.ts'
import { openMedusa } from '../kinds/medusa/api.ts'
import { createGraphql } from '../kinds/shopify/graphql.ts'
import { readPublic, readStorefront } from '../kinds/shopify/products.ts'
import { fixedToken } from '../kinds/shopify/tokens.ts'
import { readStore as readWoo } from '../kinds/woo/products.ts'
import type { ShopFetch } from '../shopFetch.ts'

/** A shop that answers by what stands in the address. */
function answering(answers: Readonly<Record<string, unknown>>): ShopFetch {
  return ({ url }) => {
    const json = Object.entries(answers).find(([part]) => url.includes(part))?.[1]
    return Promise.resolve(
      grant({ status: json === undefined ? 404 : 200, headers: new Headers(), json: json ?? null }),
    )
  }
}

const ONE_OPTION = {
  options: [{ name: 'Size', values: ['S', 'M'] }],
  pictures: [
    { url: 'https://shop.test/a.jpg', alt: 'Front' },
    { url: 'https://shop.test/b.jpg', alt: null },
  ],
  description: { form: 'html', text: '<p>Soft.</p>' },
  tags: ['linen', 'summer'],
  vendor: 'Weavers',
  type: 'Shirts',
}

test('Shopify’s storefront', async () => {
  const variant = (id: string, size: string) => ({
    id: `gid://shopify/ProductVariant/${id}`,
    sku: `L-${size}`,
    title: size,
    availableForSale: true,
    quantityAvailable: 3,
    price: { amount: '12.00', currencyCode: 'USD' },
    selectedOptions: [{ name: 'Size', value: size }],
  })
  const pageInfo = { hasNextPage: false, endCursor: null }
  const product = {
    id: 'gid://shopify/Product/1',
    title: 'Shirt',
    onlineStoreUrl: null,
    featuredImage: { url: 'https://shop.test/a.jpg' },
    images: {
      nodes: [
        { url: 'https://shop.test/a.jpg', altText: 'Front' },
        { url: 'https://shop.test/b.jpg', altText: null },
      ],
    },
    options: [{ name: 'Size', optionValues: [{ name: 'S' }, { name: 'M' }] }],
    descriptionHtml: '<p>Soft.</p>',
    tags: ['linen', 'summer'],
    vendor: 'Weavers',
    productType: 'Shirts',
    variants: { nodes: [variant('11', 'S'), variant('12', 'M')], pageInfo },
  }
  const fetchShop = answering({ graphql: { data: { products: { nodes: [product], pageInfo } } } })

  const token = fixedToken('a token')
  const place = { fetchShop, url: 'https://shop.test/graphql.json', header: 'X-Shopify-Storefront-Access-Token', token }
  const read = await readStorefront(createGraphql(place))

  expect(read).toMatchObject({ ok: true, value: { products: [ONE_OPTION] } })
  expect(read.ok && read.value.products[0]?.variants.map(({ options }) => options)).toEqual([
    [{ name: 'Size', value: 'S' }],
    [{ name: 'Size', value: 'M' }],
  ])
})

test.each([
  ['a list of tags', ['linen', 'summer']],
  ['tags in one text', 'linen,summer'],
])('the public products.json, with %s', async (_, tags) => {
  const variant = { id: 11, title: 'S', sku: 'L-S', price: '12.00', option1: 'S', option2: null, option3: null }
  const product = {
    id: 1,
    title: 'Shirt',
    handle: 'shirt',
    body_html: '<p>Soft.</p>',
    vendor: 'Weavers',
    product_type: 'Shirts',
    tags,
    images: [{ src: 'https://shop.test/a.jpg', alt: 'Front' }, { src: 'https://shop.test/b.jpg' }],
    options: [{ name: 'Size', position: 1, values: ['S', 'M'] }],
    variants: [variant, { ...variant, id: 12, title: 'M', sku: 'L-M', option1: 'M' }],
  }
  const plain = {
    ...{ id: 2, title: 'Cup', handle: 'cup', images: [], options: [{ name: 'Title', values: ['Default Title'] }] },
    variants: [{ ...variant, id: 21, title: 'Default Title', sku: 'C', option1: 'Default Title' }],
  }
  const shop = answering({ 'meta.json': { currency: 'USD' }, 'products.json': { products: [product, plain] } })

  const read = await readPublic(shop, 'https://shop.test')

  expect(read).toMatchObject({ ok: true, value: { products: [ONE_OPTION, { options: [], pictures: [] }] } })
  expect(read.ok && read.value.products.map(({ variants }) => variants.map(({ options }) => options))).toEqual([
    [[{ name: 'Size', value: 'S' }], [{ name: 'Size', value: 'M' }]],
    [[]],
  ])
})

test('Medusa’s store', async () => {
  const variant = (id: string, value: string) => ({
    ...{ id, title: value, sku: `L-${value}`, manage_inventory: true, inventory_quantity: 3 },
    options: [{ id: `ov_${value}`, option_id: 'opt_1', value }],
    calculated_price: { calculated_amount: 12, currency_code: 'usd' },
  })
  const product = {
    ...{ id: 'prod_1', title: 'Shirt', handle: 'shirt', thumbnail: 'https://shop.test/a.jpg', description: 'Soft.' },
    images: [{ url: 'https://shop.test/a.jpg' }, { url: 'https://shop.test/b.jpg' }],
    options: [{ id: 'opt_1', title: 'Size', values: [{ value: 'S' }, { value: 'M' }] }],
    tags: [{ value: 'linen' }],
    type: { value: 'Shirts' },
    variants: [variant('v1', 'S'), variant('v2', 'M')],
  }
  const fetchShop = answering({ '/store/products': { count: 1, products: [product] } })
  const place = {
    medusaUrl: 'https://shop.test',
    medusaPublishableKey: 'pk',
    medusaRegionId: 'r',
    medusaAdminToken: null,
    medusaLocationId: null,
  }

  const read = await readMedusa(openMedusa(fetchShop, place).store, { regionId: 'r', shopUrl: 'https://shop.test' })

  expect(read).toMatchObject({
    ok: true,
    value: {
      products: [
        {
          options: [{ name: 'Size', values: ['S', 'M'] }],
          pictures: [
            { url: 'https://shop.test/a.jpg', alt: null },
            { url: 'https://shop.test/b.jpg', alt: null },
          ],
          description: { form: 'plain', text: 'Soft.' },
          tags: ['linen'],
          type: 'Shirts',
          variants: [{ options: [{ name: 'Size', value: 'S' }] }, { options: [{ name: 'Size', value: 'M' }] }],
        },
      ],
    },
  })
})

test('WooCommerce’s store, whose values of shop-wide attributes are slugs', async () => {
  const prices = { price: '1200', currency_code: 'USD', currency_minor_unit: 2 }
  const item = {
    ...{ permalink: 'https://shop.test/p/shirt', sku: '', prices, images: [], is_in_stock: true },
    ...{ low_stock_remaining: null, variation: '', parent: 0 },
  }
  const shirt = {
    ...{ ...item, id: 1, name: 'Shirt &amp; tie', type: 'variable', description: '<p>Soft.</p>' },
    images: [
      { src: 'https://shop.test/a.jpg', alt: 'Front' },
      { src: 'https://shop.test/b.jpg', alt: '' },
    ],
    tags: [{ name: 'linen' }, { name: 'summer' }],
    categories: [{ name: 'Shirts' }],
    brands: [{ name: 'Weavers' }],
    attributes: [
      {
        name: 'Size',
        has_variations: true,
        terms: [
          { name: 'S', slug: 'size-s' },
          { name: 'M', slug: 'size-m' },
        ],
      },
      { name: 'Cloth', has_variations: false, terms: [{ name: 'Linen', slug: 'linen' }] },
    ],
    variations: [
      { id: 11, attributes: [{ name: 'Size', value: 'size-s' }] },
      { id: 12, attributes: [{ name: 'Size', value: null }] },
    ],
  }
  const variation = (id: number) => ({
    ...item,
    id,
    name: 'Shirt',
    type: 'variation',
    parent: 1,
    variation: `Size: ${id}`,
  })
  const shop = answering({ 'type=variation': [variation(11), variation(12)], products: [shirt] })

  const read = await readWoo(shop, 'https://shop.test')

  expect(read).toMatchObject({ ok: true, value: { products: [{ ...ONE_OPTION, title: 'Shirt & tie' }] } })
  expect(read.ok && read.value.products[0]?.variants.map(({ options }) => options)).toEqual([
    [{ name: 'Size', value: 'S' }],
    [],
  ])
})
