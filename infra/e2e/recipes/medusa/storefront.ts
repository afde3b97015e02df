// As much of a Medusa storefront as a buyer needs: the route that Lantern leads to, a checkout that places the order, a thank-you.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'
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

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(page(body))
}

/** Its middleware puts the country in front of every path first. */
async function openCart({ response, url }: { response: ServerResponse; url: URL }): Promise<void> {
  if (!url.pathname.startsWith(`/${COUNTRY}/`)) {
    response.writeHead(307, { location: `/${COUNTRY}${url.pathname}${url.search}` }).end()
    return
  }
  const answer = await GET(new Request(url), { params: Promise.resolve({ countryCode: COUNTRY }) })
  response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text())
}

async function answer(backend: Backend, { request, response }: Exchange): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${request.headers.host}`)
  if (url.pathname.endsWith('/lantern')) return openCart({ response, url })
  const cartId = cartIn(request)
  if (!url.pathname.endsWith('/checkout') || cartId === undefined) return send(response, 404, 'No cart')
  const store = createCaller(backend.url, { 'x-publishable-api-key': backend.publishableKey })
  if (request.method === 'POST') {
    const order = await completeCart(store, cartId)
    return send(response, 200, `<h1>Thank you</h1><p id="order">${order.id}</p><p id="total">${order.total}</p>`)
  }
  const { cart } = await store.get(`/store/carts/${cartId}`, Cart)
  const lines = cart.items.map((item) => `<li>${item.quantity} × ${item.product_title}</li>`)
  send(
    response,
    200,
    `<ul>${lines.join('')}</ul><p id="total">${cart.total}</p><form method="post"><button>Place order</button></form>`,
  )
}

export async function startStorefront(backend: Backend): Promise<Storefront> {
  const server = createServer((request, response) => {
    answer(backend, { request, response }).catch((error: unknown) => send(response, 500, String(error)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
