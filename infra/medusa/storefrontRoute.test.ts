// The storefront's route puts the cart into the cookie that the checkout reads, and takes nothing else for a cart.
import { expect, test } from 'vitest'
import { GET } from './storefrontRoute.ts'

const params = Promise.resolve({ countryCode: 'cn' })
const open = (query: string) => GET(new Request(`https://shop.example/cn/lantern${query}`), { params })

test('a cart opens the checkout, with a cookie that survives the way from another site', async () => {
  const answer = await open('?cart_id=cart_01M8&locale=en')

  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/cn/checkout?step=address')
  expect(answer.headers.get('set-cookie')).toMatch(/^_medusa_cart_id=cart_01M8; Path=\/; .*HttpOnly; SameSite=Lax/)
})

test.each(['', '?cart_id=', '?cart_id=cart_1;%20Domain=evil.example', '?cart_id=cart_1%0d%0aset-cookie:%20a=b'])(
  'no cart: %j',
  async (query) => {
    const answer = await open(query)

    expect(answer.status).toBe(404)
    expect(answer.headers.get('set-cookie')).toBeNull()
  },
)
