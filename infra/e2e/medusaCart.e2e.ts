// A buyer who has a cart at a Medusa storefront comes from the show, from another site, and has that cart afterwards.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import { giveBackCart } from '../medusa/storefrontMiddleware.ts'
import { GET } from '../medusa/storefrontRoute.ts'

/** As the starter sets its own. */
const OWN = '_medusa_cart_id=cart_own; Path=/; HttpOnly; SameSite=Strict'
const GONE = '_medusa_cart_id=; Path=/; Max-Age=0'

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

async function send({ response }: Exchange, answer: Response): Promise<void> {
  response.statusCode = answer.status
  for (const [name, value] of answer.headers) if (name !== 'set-cookie') response.setHeader(name, value)
  response.setHeader('set-cookie', answer.headers.getSetCookie())
  response.end(Buffer.from(await answer.arrayBuffer()))
}

function asked({ headers, method = 'GET', url }: IncomingMessage): Request {
  const cookie = headers.cookie === undefined ? {} : { cookie: headers.cookie }
  return new Request(new URL(url ?? '/', `http://${headers.host}`), { method, headers: cookie })
}

/** The storefront; its pages say what cart the browser has. */
async function answer(exchange: Exchange): Promise<void> {
  const request = asked(exchange.request)
  const { pathname } = new URL(request.url)
  if (pathname === '/cn/lantern')
    return send(exchange, await GET(request, { params: Promise.resolve({ countryCode: 'cn' }) }))
  const page = new Response(`cart: ${request.headers.get('cookie') ?? 'none'}`, {
    headers: { 'content-type': 'text/html' },
  })
  if (pathname === '/fill') page.headers.append('set-cookie', OWN)
  else if (pathname === '/order') page.headers.append('set-cookie', GONE)
  else giveBackCart(request, page)
  return send(exchange, page)
}

/** On another site: a page of the show whose link is the studio's redirect. */
function show({ request, response }: Exchange, shop: string): void {
  if (request.url === '/buy')
    return void response.writeHead(303, { location: `${shop}/cn/lantern?cart_id=cart_live` }).end()
  response.writeHead(200, { 'content-type': 'text/html' }).end('<a href="/buy">buy</a>')
}

test('the own cart is there again after an order from a show', async ({ page }) => {
  const arrived: (string | undefined)[] = []
  const server = createServer((request, response) => {
    if (request.headers.host?.startsWith('localhost') === true) return show({ request, response }, shop)
    if (request.url?.includes('/lantern') === true) arrived.push(request.headers.cookie)
    void answer({ request, response })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const shop = `http://shop.test:${port}`

  await page.goto(`${shop}/fill`)
  await page.goto(`http://localhost:${port}/`)
  await page.getByText('buy').click()
  await page.waitForURL(`${shop}/cn/checkout?step=address`)
  await expect(page.locator('body')).toContainText('_medusa_cart_id=cart_live')
  // What comes from another site brings no strict cookie; asked for from there, it does.
  expect(arrived).toEqual([undefined, '_medusa_cart_id=cart_own'])

  await page.goto(`${shop}/order`)
  await page.goto(`${shop}/cn`)
  await page.goto(`${shop}/cn`)
  await expect(page.locator('body')).toHaveText('cart: _medusa_cart_id=cart_own')
  server.closeAllConnections()
  server.close()
})
