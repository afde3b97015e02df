// A shop that answers half has no list at all: what is missing in it never looks like gone, and what is whole is read to its end.
import { grant, refuse } from '@lantern/shared/contract/refusals.ts'
import { describe, expect, test } from 'vitest'
import type { ShopAnswer, ShopFetch, ShopRequest } from '../shopFetch.ts'
import type { MedusaApi } from './medusa/api.ts'
import { readStore as readMedusa } from './medusa/products.ts'
import type { Graphql } from './shopify/graphql.ts'
import { readStorefront } from './shopify/products.ts'
import { readStore as readWoo } from './woo/products.ts'

const numbers = (page: number, size: number, total: number) =>
  Array.from({ length: Math.max(0, Math.min(size, total - page * size)) }, (_, n) => page * size + n + 1)

const REFUSED = { ok: false, code: 'SHOP_REFUSED' }

describe('Medusa', () => {
  const price = { calculated_amount: 10, currency_code: 'eur' }
  const product = (n: number) => ({
    ...{ id: `prod_${n}`, title: `P${n}`, thumbnail: null },
    variants: [{ id: `v_${n}`, title: null, sku: `S${n}`, calculated_price: price }],
  })
  /** Which page is answered for which. */
  const shop = (pageFor: (page: number) => number | 'fails' | 'short') => {
    const api = ({ path }: { readonly path: string }, schema: { parse(value: unknown): unknown }) => {
      const page = Number(new URL(path, 'http://shop.test').searchParams.get('offset')) / 100
      const answered = pageFor(page)
      if (answered === 'fails') return Promise.resolve(refuse('SHOP_UNREACHABLE'))
      const rows = numbers(answered === 'short' ? page : answered, 100, 650).map(product)
      const products = answered === 'short' ? rows.slice(0, 40) : rows
      return Promise.resolve(grant(schema.parse({ count: 650, products })))
    }
    return readMedusa(api as MedusaApi, { regionId: 'r', shopUrl: 'http://shop.test' })
  }

  test('is read to its end', async () => {
    const read = await shop((page) => page)

    expect(read.ok && read.value.products.length).toBe(650)
  })

  test.each([
    ['fails', (page: number) => (page === 2 ? 'fails' : page), { code: 'SHOP_UNREACHABLE' }],
    ['is told twice', (page: number) => (page === 3 ? 2 : page), REFUSED],
    ['has some of its products', (page: number) => (page === 2 ? 'short' : page), REFUSED],
    ['is empty', (page: number) => (page === 2 ? 99 : page), REFUSED],
  ] as const)('a page that %s leaves no list', async (_what, pageFor, refusal) => {
    expect(await shop(pageFor)).toMatchObject(refusal)
  })
})

describe('WooCommerce', () => {
  const prices = { price: '1000', currency_code: 'EUR', currency_minor_unit: 2 }
  const item = (id: number) => ({
    ...{ id, name: `P${id}`, parent: 0, type: 'simple', variation: '', sku: `S${id}`, prices },
    ...{ images: [], is_in_stock: true, low_stock_remaining: 4 },
  })
  const shop = (
    pageFor: (page: number) => number,
    more: { readonly short?: number; readonly header?: boolean } = {},
  ) => {
    const fetchShop: ShopFetch = ({ url }: ShopRequest) => {
      const query = new URL(url).searchParams
      const page = Number(query.get('page')) - 1
      const rows = query.get('type') === 'variation' ? [] : numbers(pageFor(page), 100, 350).map(item)
      const total = query.get('type') === 'variation' ? '0' : '4'
      const headers = new Headers(more.header === false ? {} : { 'x-wp-totalpages': total })
      const json = page === more.short ? rows.slice(1) : rows
      return Promise.resolve(grant({ status: 200, headers, json } satisfies ShopAnswer))
    }
    return readWoo(fetchShop, 'http://shop.test')
  }

  test('is read to its end, also where one product of a page cannot be told, and where nobody says how many pages', async () => {
    const lengthOf = async (read: ReturnType<typeof shop>) => {
      const answer = await read
      return answer.ok && answer.value.products.length
    }

    expect(await lengthOf(shop((page) => page))).toBe(350)
    expect(await lengthOf(shop((page) => page, { short: 1 }))).toBe(349)
    expect(await lengthOf(shop((page) => page, { header: false }))).toBe(350)
  })

  test.each([
    ['is told twice', (page: number) => (page === 2 ? 1 : page)],
    ['is empty', (page: number) => (page === 2 ? 99 : page)],
  ])('a page that %s leaves no list', async (_what, pageFor) => {
    expect(await shop(pageFor)).toMatchObject(REFUSED)
  })
})

describe('Shopify', () => {
  const price = { amount: '10.00', currencyCode: 'EUR' }
  const product = (n: number) => ({
    ...{ id: `gid://shopify/Product/${n}`, title: `P${n}`, featuredImage: null },
    variants: {
      nodes: [
        {
          id: `gid://v/${n}`,
          sku: `S${n}`,
          title: 'Default Title',
          availableForSale: true,
          quantityAvailable: 4,
          price,
        },
      ],
      pageInfo: { hasNextPage: false, endCursor: null },
    },
  })
  const shop = (endCursorOf: (page: number) => string | null) => {
    const storefront = (_query: string, variables: object, schema: { parse(value: unknown): unknown }) => {
      const after = 'after' in variables ? variables.after : null
      const page = Number(after ?? 0)
      const pageInfo = { hasNextPage: page < 6, endCursor: endCursorOf(page) }
      return Promise.resolve(
        grant(schema.parse({ products: { nodes: numbers(page, 50, 350).map(product), pageInfo } })),
      )
    }
    return readStorefront(storefront as Graphql)
  }

  test('is read to its end', async () => {
    const read = await shop((page) => String(page + 1))

    expect(read.ok && read.value.products.length).toBe(350)
  })

  test('a page that does not say where the next one is, or leads back, leaves no list', async () => {
    expect(await shop((page) => (page === 2 ? null : String(page + 1)))).toMatchObject(REFUSED)
    expect(await shop((page) => (page === 2 ? '1' : String(page + 1)))).toMatchObject(REFUSED)
  })
})
