// Files of other servers: none comes out of our own network, whatever a name, a resolver or a redirect says.
import { randomInt } from 'node:crypto'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createGuardedGet, type GetSettings } from './guardedGet.ts'
import { hostileUrls } from './hostileUrls.ts'
import { NOT_ALLOWED } from './targets.ts'

const file: RequestListener = (_req, res) => void res.writeHead(200, { 'content-type': 'image/png' }).end('file')

/** A server that answers as told and counts who knocks. */
async function listen(port: number, host: string) {
  const own = { host, connections: 0, answer: file }
  const server: Server = createServer((req, res) => own.answer(req, res))
  server.on('connection', () => own.connections++)
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  const { port: heardAt } = server.address() as AddressInfo
  return Object.assign(own, { close, place: `${host}:${heardAt}` })
}
type Listening = Awaited<ReturnType<typeof listen>>

/** On a port that any address may have, so that nothing but the guard stands before it. */
async function listenWithin(): Promise<Listening> {
  const host = `127.${randomInt(1, 255)}.${randomInt(1, 255)}.${randomInt(1, 255)}`
  for (const each of [host, '127.0.0.1']) {
    const listening = await listen(8080, each).catch(() => listen(8443, each).catch(() => null))
    if (listening !== null) return listening
  }
  throw new Error('the ports 8080 and 8443 are taken everywhere')
}

/** The shop's own, which is on the list; and a server in the same network that is not. */
let shop: Listening
let within: Listening
beforeAll(async () => {
  shop = await listen(0, '127.0.0.1')
  within = await listenWithin()
})
afterEach(() => {
  for (const each of [shop, within]) Object.assign(each, { connections: 0, answer: file })
})
afterAll(() => [shop, within].forEach((each) => each.close()))

const get = (url: string, more: Partial<GetSettings> = {}) =>
  createGuardedGet({ allowedHosts: [shop.place], timeoutMs: 2000, maxBytes: 1000, ...more })(url)
const leadTo = (location: string, status = 302) => {
  shop.answer = (req, res) =>
    req.url === '/start' ? void res.writeHead(status, { location }).end() : void file(req, res)
  return `http://${shop.place}/start`
}
const port = () => within.place.split(':')[1]
const FILE = { problem: null, type: 'image/png', bytes: Buffer.from('file') }

describe('an address within our own network', () => {
  test('is not connected to, in none of more than 80 forms', async () => {
    const urls = [`http://${within.place}/`, ...hostileUrls(Number(port()))]

    const answers = await Promise.all(urls.map((url) => get(url, { resolve: () => Promise.resolve([within.host]) })))

    expect(urls.filter((_, nth) => answers[nth]?.problem !== NOT_ALLOWED)).toEqual([])
    expect(within.connections).toBe(0)
  })

  test('is seen through when its name was public a moment ago', async () => {
    const said = [['93.184.216.34'], [within.host]]
    const resolve = () => Promise.resolve(said.shift() ?? [within.host])
    expect(await resolve()).toEqual(['93.184.216.34'])

    const answer = await get(`http://rebinding.example:${port()}/`, { resolve })

    expect(answer).toEqual({ problem: NOT_ALLOWED })
    expect(within.connections).toBe(0)
  })

  test('is asked for once, so that no second answer is ever connected to', async () => {
    const said = [[within.host], ['93.184.216.34']]
    const resolve = () => Promise.resolve(said.shift() ?? [])

    const answer = await get(`http://rebinding.example:${port()}/`, { resolve })

    expect(answer).toEqual({ problem: NOT_ALLOWED })
    expect(said).toHaveLength(1)
  })

  test.each([301, 302, 303, 307, 308])('is not reached by a redirect with %i', async (status) => {
    const names: string[] = []
    const resolve = (name: string) => Promise.resolve([within.host]).finally(() => void names.push(name))

    const byAddress = await get(leadTo(`http://${within.place}/`, status))
    const byName = await get(leadTo(`http://within.example:${port()}/`, status), { resolve })

    expect([byAddress, byName]).toEqual([{ problem: NOT_ALLOWED }, { problem: NOT_ALLOWED }])
    expect(names).toEqual(['within.example'])
    expect({ shop: shop.connections, within: within.connections }).toEqual({ shop: 2, within: 0 })
  })

  test.each(['file:///etc/passwd', 'http://[', 'http://user:word@shop.example/', '//169.254.169.254/latest'])(
    'nor by one to %s',
    async (location) => {
      expect(await get(leadTo(location))).toEqual({ problem: NOT_ALLOWED })
    },
  )
})

describe('the shop’s own host', () => {
  test('gives its file, wherever it is, also by a redirect of its own', async () => {
    expect(await get(`http://${shop.place}/a.png`)).toEqual(FILE)
    expect(await get(leadTo('/b.png'))).toEqual(FILE)
  })

  test('is that host alone: the same name with another port is not', async () => {
    const other = shop.place.replace(/\d+$/, '8080')

    expect(await get(`http://${other}/`)).toEqual({ problem: NOT_ALLOWED })
  })

  test('may lead to another of the list, and round in a ring not for ever', async () => {
    const both = { allowedHosts: [shop.place, within.place] }
    expect(await get(leadTo(`http://${within.place}/`), both)).toEqual(FILE)

    shop.answer = (_req, res) => void res.writeHead(302, { location: '/start' }).end()
    shop.connections = 0
    expect(await get(`http://${shop.place}/start`)).toEqual({ problem: 'more than 5 redirects' })
    expect(shop.connections).toBe(6)
  })
})

test.each<[string, RequestListener, RegExp]>([
  ['that is not there', (_req, res) => void res.writeHead(404).end(), /status 404/],
  ['that leads nowhere', (_req, res) => void res.writeHead(302).end(), /status 302/],
  ['that is packed', (_req, res) => void res.writeHead(200, { 'content-encoding': 'gzip' }).end('x'), /packed by gzip/],
  ['without end', (_req, res) => void res.write('x'.repeat(1001)), /more than 1000 bytes/],
  ['that breaks off', (_req, res) => void res.write('x', () => res.destroy()), /aborted|reset|hang up|closed/],
  ['that does not come', () => undefined, /not there within 300 ms/],
  ['that never comes to its end', (_req, res) => void res.write('x'), /not there within 300 ms/],
])('a file %s is a problem with a name', async (_what, answer, problem) => {
  shop.answer = answer

  const got = await get(`http://${shop.place}/`, { timeoutMs: 300 })

  expect(got).toEqual({ problem: expect.stringMatching(problem) })
})

test('redirects do not make the time longer', async () => {
  shop.answer = (_req, res) => void pause(150).then(() => res.writeHead(302, { location: '/' }).end())

  expect(await get(`http://${shop.place}/`, { timeoutMs: 400 })).toEqual({ problem: 'not there within 400 ms' })
})
