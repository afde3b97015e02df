// Whether a checkout opens, asked as Medusa's storefront has to be asked: the country first, then a cookie, then the page.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createKnock } from './knock.ts'
import { openCheckout } from './trip/steps.ts'

let server: Server
let host: string
let hasRoute: boolean
let asked: string[]
let door: ReturnType<typeof createKnock>

/** As the starter's middleware does, for pages that are there and for those that are not. */
function storefront(url: string, cookie: string): [number, Record<string, string | string[]>] {
  if (!url.startsWith('/cn/')) return [307, { location: `http://${host}/cn${url}` }]
  if (!cookie.includes('_medusa_cache_id=1'))
    return [307, { location: `http://${host}${url}`, 'set-cookie': ['_medusa_cache_id=1; Max-Age=86400', 'other=2'] }]
  return [hasRoute ? 200 : 404, {}]
}

beforeEach(async () => {
  ;[hasRoute, asked] = [true, []]
  server = createServer((req, res) => {
    asked.push(req.url ?? '')
    res.writeHead(...storefront(req.url ?? '', req.headers.cookie ?? '')).end('a page')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  door = createKnock([host])
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  door.close()
})

const open = (kind: 'medusa' | 'generic', path = '/lantern?cart_id=cart_1') =>
  openCheckout({ kind, href: `http://${host}${path}` }, door.knock, Date.now)

test('Medusa’s storefront is asked until it says whether it has the route', async () => {
  expect(await open('medusa')).toMatchObject({ state: 'passed' })
  expect(asked).toEqual(['/lantern?cart_id=cart_1', '/cn/lantern?cart_id=cart_1', '/cn/lantern?cart_id=cart_1'])

  hasRoute = false
  expect(await open('medusa')).toMatchObject({ state: 'failed', problem: 'no_route', detail: { why: 'status 404' } })
})

test('a link of another shop may work once: its first answer is enough', async () => {
  hasRoute = false
  expect(await open('generic')).toMatchObject({ state: 'passed' })
  expect(asked).toHaveLength(1)
})

test('a shop that reads signed links and refuses one is not asked for a file in its storefront', async () => {
  server.removeAllListeners('request')
  server.on('request', (_req, res) => res.writeHead(401).end())

  expect(await open('generic')).toMatchObject({ problem: 'link_refused', detail: { host, why: 'status 401' } })
  expect(await open('medusa')).toMatchObject({ problem: 'no_route' })
})

test('who is sent round in a circle, or to another host, has been let in', async () => {
  server.removeAllListeners('request')
  server.on('request', (req, res) => {
    asked.push(req.url ?? '')
    const location = req.url === '/away' ? 'https://pay.example/' : '/round'
    res.writeHead(303, { location }).end()
  })

  expect(await open('medusa', '/round')).toMatchObject({ state: 'passed' })
  expect(asked).toHaveLength(5)
  expect(await open('medusa', '/away')).toMatchObject({ state: 'passed' })
  expect(asked).toHaveLength(6)
})
