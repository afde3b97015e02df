// The guard: addresses that lead into somebody's own network are never connected to, whatever their form.
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { isPublicAddress } from './addresses.ts'
import { createGuardedPost } from './guardedPost.ts'
import { HOSTILE_NAMES, hostileUrls } from './hostileUrls.ts'
import { NOT_ALLOWED, readTarget } from './targets.ts'

let server: Server
let port = 0
let connections = 0
let answer: (res: ServerResponse) => void = (res) => void res.end('thanks')

beforeAll(async () => {
  server = createServer((req, res) => {
    req.resume()
    req.on('end', () => answer(res))
  })
  server.on('connection', () => connections++)
  // On every address of the machine, IPv6's too.
  await new Promise<void>((resolve) => server.listen(0, '::', resolve))
  const address = server.address()
  port = typeof address === 'object' && address ? (address satisfies AddressInfo).port : 0
})
afterEach(() => {
  connections = 0
  answer = (res) => void res.end('thanks')
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const LEADS: Record<string, readonly string[]> = {
  'private.example': ['10.0.0.5'],
  'mapped.example': ['::ffff:127.0.0.1'],
  'mixed.example': ['93.184.216.34', '127.0.0.1'],
  'nat64.example': ['64:ff9b::7f00:1'],
  'empty.example': [],
  'garbage.example': ['not an address'],
}
const resolve = async (name: string) => LEADS[name.toLowerCase()] ?? ['127.0.0.1', '::1']
const outgoing = (url: string) => ({ url, headers: { 'webhook-id': 'm' }, body: '{}' })
const guard = (more: Partial<Parameters<typeof createGuardedPost>[0]> = {}) =>
  createGuardedPost({ allowedHosts: [], timeoutMs: 1000, resolve, ...more })

test('none of more than 80 hostile addresses is connected to', async () => {
  const urls = hostileUrls(port)
  expect(new Set(urls).size).toBeGreaterThanOrEqual(80)

  const answers = await Promise.all(urls.map((url) => guard()(outgoing(url))))

  const reached = urls.filter((_, nth) => answers[nth]?.status !== null || answers[nth]?.problem !== NOT_ALLOWED)
  expect(reached).toEqual([])
  expect(connections).toBe(0)
})

test('the machine’s own names lead nowhere with its own resolver, too', async () => {
  const post = createGuardedPost({ allowedHosts: [], timeoutMs: 1000 })

  for (const name of HOSTILE_NAMES.slice(0, 5)) {
    expect((await post(outgoing(`http://${name}:${port}/`))).status, name).toBeNull()
    expect((await post(outgoing(`http://${name}/`))).status, name).toBeNull()
  }
  expect(connections).toBe(0)
})

test('a name that leads home only when it is connected to is seen through', async () => {
  const answers = [['93.184.216.34'], ['127.0.0.1']]
  const rebinding = async () => answers.shift() ?? ['127.0.0.1']
  expect((await rebinding()).every(isPublicAddress)).toBe(true)

  const answer = await guard({ resolve: rebinding })(outgoing('http://rebinding.example:8080/'))

  expect(answer).toEqual({ status: null, retryAfter: null, problem: NOT_ALLOWED })
  expect(connections).toBe(0)
})

describe('a host on the list', () => {
  const allowedHosts = () => [`127.0.0.1:${port}`]
  const url = () => `http://127.0.0.1:${port}/hook?a=1`

  test('is posted to, wherever it is', async () => {
    const said = await guard({ allowedHosts: allowedHosts() })(outgoing(url()))

    expect(said).toEqual({ status: 200, retryAfter: null, problem: null })
  })

  test('is that host alone: another form, another port, a name beside it is not', async () => {
    const post = guard({ allowedHosts: allowedHosts() })
    for (const other of [`http://127.0.0.2:${port}/`, `http://localhost:${port}/`, 'http://127.0.0.1/']) {
      expect((await post(outgoing(other))).problem, other).toBe(NOT_ALLOWED)
    }
    expect(connections).toBe(0)
  })

  test('that leads elsewhere is not followed', async () => {
    const ways = [301, 302, 303, 307, 308]
    for (const status of ways) {
      answer = (res) => void res.writeHead(status, { location: `http://127.0.0.1:${port}/private` }).end()
      expect((await guard({ allowedHosts: allowedHosts() })(outgoing(url()))).status).toBe(status)
    }
    expect(connections).toBe(ways.length)
  })

  test('that says nothing, or never ends, is left', async () => {
    const post = guard({ allowedHosts: allowedHosts(), timeoutMs: 100 })
    answer = () => {}
    expect(await post(outgoing(url()))).toMatchObject({ status: null, problem: 'no answer within 100 ms' })

    answer = (res) => {
      res.writeHead(200)
      const timer = setInterval(() => res.write('x'.repeat(65_536)), 1)
      res.on('close', () => clearInterval(timer))
    }
    expect(await post(outgoing(url()))).toMatchObject({ status: 200 })
  })

  test('that hangs up is a problem with a name, and so is our own end', async () => {
    answer = (res) => res.socket?.destroy()
    expect((await guard({ allowedHosts: allowedHosts() })(outgoing(url()))).problem).toMatch(/hang up|reset/)

    const ending = new AbortController()
    answer = () => ending.abort()
    const said = await guard({ allowedHosts: allowedHosts(), signal: ending.signal })(outgoing(url()))
    expect(said).toMatchObject({ status: null, problem: expect.stringMatching(/abort/i) })
  })
})

test.each(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946', '8.8.8.8'])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true)
  expect(readTarget(address.includes(':') ? `https://[${address}]/` : `https://${address}/`, [])).not.toBeNull()
})
