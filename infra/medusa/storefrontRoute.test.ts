// The storefront's route puts Lantern's cart into the cookie that the checkout reads, and the buyer's own is kept and given back.
import { expect, test, vi } from 'vitest'
import { giveBackCart } from './storefrontMiddleware.ts'
import { GET } from './storefrontRoute.ts'

const params = Promise.resolve({ countryCode: 'cn' })

/** A browser's cookies at the storefront. */
function createBuyer(cart?: string) {
  const jar = new Map(cart === undefined ? [] : [['_medusa_cart_id', cart]])
  const headers = () => ({ cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') })
  const take = (answer: { readonly headers: Headers }) => {
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/Max-Age=0;/.test(line)) jar.delete(name)
      else jar.set(name, value)
    }
  }
  return {
    cart: () => jar.get('_medusa_cart_id'),
    keeps: () => jar.size,
    async open(query: string) {
      const answer = await GET(new Request(`https://shop.example/cn/lantern${query}`, { headers: headers() }), {
        params,
      })
      take(answer)
      return answer
    },
    /** As the starter does once a cart is an order. */
    order: () => void jar.delete('_medusa_cart_id'),
    begin: (id: string) => void jar.set('_medusa_cart_id', id),
    page(method = 'GET') {
      const request = new Request('https://shop.example/cn', { headers: headers(), method })
      take(giveBackCart(request, new Response(null)))
    },
  }
}
const again = (id: string) => `?cart_id=${id}&again=1`

test('from another site it asks for itself again, so that strict cookies come along, also without scripts', async () => {
  const buyer = createBuyer('cart_own')
  const answer = await buyer.open('?cart_id=cart_01M8&locale=en')

  expect(answer.status).toBe(200)
  const body = await answer.text()
  expect(body).toContain('http-equiv="refresh" content="0;url=?cart_id=cart_01M8&amp;locale=en&amp;again=1"')
  expect(body).not.toContain('<script')
  expect(buyer.cart()).toBe('cart_own')
})

test('a cart opens the checkout, with a cookie that survives the way from another site', async () => {
  const answer = await createBuyer().open(again('cart_01M8'))

  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/cn/checkout?step=address')
  expect(answer.headers.getSetCookie()[0]).toMatch(/^_medusa_cart_id=cart_01M8; Path=\/; .*HttpOnly; SameSite=Lax/)
})

test.each(['', '?cart_id=', '?cart_id=cart_1;%20Domain=evil.example', '?cart_id=cart_1%0d%0aset-cookie:%20a=b'])(
  'no cart: %j',
  async (query) => {
    for (const step of ['', '&again=1']) {
      const answer = await createBuyer().open(query + step)

      expect(answer.status).toBe(404)
      expect(answer.headers.getSetCookie()).toEqual([])
    }
  },
)

test('what else stands in the address does not get out of it', async () => {
  const answer = await createBuyer().open('?cart_id=cart_1&locale=%22%3E%3Cscript%3Ealert(1)%3C/script%3E')

  expect(await answer.text()).not.toContain('<script')
})

test('the own cart is back on the next page after the order', async () => {
  const buyer = createBuyer('cart_own')
  await buyer.open(again('cart_live'))
  buyer.page()
  expect(buyer.cart()).toBe('cart_live')

  buyer.order()
  buyer.page()

  expect([buyer.cart(), buyer.keeps()]).toEqual(['cart_own', 1])
})

test('a second hold of the evening, with or without an order between them, keeps the own cart, not the first live one', async () => {
  for (const between of ['order', 'nothing'] as const) {
    const buyer = createBuyer('cart_own')
    await buyer.open(again('cart_live1'))
    if (between === 'order') buyer.order()
    await buyer.open(again('cart_live2'))
    await buyer.open(again('cart_live2'))

    buyer.order()
    buyer.page()

    expect(buyer.cart()).toBe('cart_own')
  }
})

test('who had no cart has none afterwards, and no live one from before', async () => {
  const buyer = createBuyer()
  await buyer.open(again('cart_live1'))
  await buyer.open(again('cart_live2'))
  buyer.order()
  buyer.page()

  expect([buyer.cart(), buyer.keeps()]).toEqual([undefined, 0])
})

test('who leaves without an order has the own cart back after two hours, not before', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const buyer = createBuyer('cart_own')
  await buyer.open(again('cart_live'))
  vi.advanceTimersByTime(7_199_000)
  buyer.page()
  expect(buyer.cart()).toBe('cart_live')

  vi.advanceTimersByTime(2000)
  buyer.page()
  vi.useRealTimers()

  expect(buyer.cart()).toBe('cart_own')
})

test('a cart that the buyer began since stays; a form is not disturbed', async () => {
  const buyer = createBuyer('cart_own')
  await buyer.open(again('cart_live'))
  buyer.order()
  buyer.page('POST')
  expect(buyer.cart()).toBeUndefined()
  buyer.begin('cart_new')
  buyer.page()

  expect([buyer.cart(), buyer.keeps()]).toEqual(['cart_new', 1])
})
