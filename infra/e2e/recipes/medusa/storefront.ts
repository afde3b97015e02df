// As much of a Medusa storefront as a buyer needs: the route that Lantern leads to, a checkout that places the order, a thank-you.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
import { giveBackCart } from '../../../medusa/storefrontMiddleware.ts'
import { GET } from '../../../medusa/storefrontRoute.ts'
import { createCaller } from './ask.ts'
import { completeCart } from './buyer.ts'

const COUNTRY = 'cn'
const Cart = z.object({
  cart: z.object({
    total: z.number(),
    items: z.array(z.object({ product_title: z.string(), quantity: z.number() })),
  }),
})

export interface Storefront {
  readonly url: string
  close(): Promise<void>
}

/** Of Medusa's backend. */
export interface Backend {
  readonly url: string
  readonly publishableKey: string
}

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

const page = (body: string) => `<!doctype html><meta name="viewport" content="width=device-width"><main>${body}</main>`
const cartIn = ({ headers }: IncomingMessage) => /_medusa_cart_id=(cart_[A-Za-z0-9]+)/.exec(headers.cookie ?? '')?.[1]

function toRequest({ headers, method = 'GET', url }: IncomingMessage): Request {
  const cookie = headers.cookie === undefined ? {} : { cookie: headers.cookie }
  return new Request(new URL(url ?? '/', `http://${headers.host}`), { method, headers: cookie })
}

const toAnswer = (status: number, body: string) =>
  new Response(page(body), { status, headers: { 'content-type': 'text/html; charset=utf-8' } })

async function send(response: ServerResponse, answer: Response): Promise<void> {
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') response.setHeader(name, value)
  response.setHeader('set-cookie', answer.headers.getSetCookie())
  response.writeHead(answer.status).end(await answer.text())
}

/** Its middleware puts the country in front of every path first. */
async function openCart(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  return pathname.startsWith(`/${COUNTRY}/`)
    ? GET(request, { params: Promise.resolve({ countryCode: COUNTRY }) })
    : new Response(null, { status: 307, headers: { location: `/${COUNTRY}${pathname}${search}` } })
}

/** As the starter does: the cart is an order now. */
function withoutCart(answer: Response): Response {
  answer.headers.append('set-cookie', '_medusa_cart_id=; Path=/; Max-Age=0')
  return answer
}

async function checkOut(backend: Backend, { request }: Exchange): Promise<Response> {
  const cartId = cartIn(request)
  if (request.url?.includes('/checkout') !== true || cartId === undefined) return toAnswer(404, 'No cart')
  const store = createCaller(backend.url, { 'x-publishable-api-key': backend.publishableKey })
  if (request.method === 'POST') {
    const { id, total } = await completeCart(store, cartId)
    return withoutCart(toAnswer(200, `<h1>Thank you</h1><p id="order">${id}</p><p id="total">${total}</p>`))
  }
  const { cart } = await store.get(`/store/carts/${cartId}`, Cart)
  const lines = cart.items.map((item) => `<li>${item.quantity} × ${item.product_title}</li>`)
  const total = `<p id="total">${cart.total}</p>`
  return toAnswer(200, `<ul>${lines.join('')}</ul>${total}<form method="post"><button>Place order</button></form>`)
}

async function answer(backend: Backend, exchange: Exchange): Promise<void> {
  const request = toRequest(exchange.request)
  const { pathname } = new URL(request.url)
  const page = pathname.endsWith('/lantern') ? openCart(request) : checkOut(backend, exchange)
  return send(exchange.response, pathname.endsWith('/lantern') ? await page : giveBackCart(request, await page))
}

export async function startStorefront(backend: Backend): Promise<Storefront> {
  const server = createServer((request, response) => {
    answer(backend, { request, response }).catch((error: unknown) => send(response, toAnswer(500, String(error))))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
