// What a shop can do to a request: hang, fail, throttle, flood, redirect.
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { askShop, createShopFetch } from './shopFetch.ts'

let server: Server | null = null

async function listen(answer: RequestListener) {
  server = createServer(answer)
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  return { url, fetchShop: createShopFetch({ allowed: [url], timeoutMs: 300, maxBytes: 1000 }) }
}

afterEach(async () => {
  server?.closeAllConnections()
  await new Promise((resolve) => server?.close(resolve))
})

test('a shop that asks for a pause gets one, and then its answer is taken', async () => {
  const seen: number[] = []
  const { url, fetchShop } = await listen((_req, res) => {
    seen.push(Date.now())
    if (seen.length < 3) res.writeHead(429, { 'retry-after': '0.05' }).end()
    else res.end('{"n":1}')
  })

  const outcome = await askShop(fetchShop, { url }, z.object({ n: z.number() }))

  expect(outcome).toEqual({ ok: true, value: { n: 1 } })
  expect(seen).toHaveLength(3)
})

test.each<[string, RequestListener]>([
  ['hangs', () => undefined],
  ['breaks off', (_req, res) => void res.destroy()],
  ['fails', (_req, res) => void res.writeHead(503).end()],
  ['throttles for long', (_req, res) => void res.writeHead(429, { 'retry-after': '60' }).end()],
  ['redirects', (_req, res) => void res.writeHead(302, { location: 'http://169.254.169.254/' }).end()],
  ['floods', (_req, res) => void res.end(JSON.stringify('x'.repeat(2000)))],
])('a shop that %s is unreachable', async (_what, answer) => {
  const { url, fetchShop } = await listen(answer)

  const outcome = await fetchShop({ url })

  expect(outcome).toMatchObject({ ok: false, code: 'SHOP_UNREACHABLE', retryable: true })
})

test.each<[string, RequestListener]>([
  ['says no', (_req, res) => void res.writeHead(403).end('{"n":1}')],
  ['answers in another shape', (_req, res) => void res.end('{"m":1}')],
  ['answers no JSON', (_req, res) => void res.end('<html>')],
])('a shop that %s has refused', async (_what, answer) => {
  const { url, fetchShop } = await listen(answer)

  const outcome = await askShop(fetchShop, { url }, z.object({ n: z.number() }))

  expect(outcome).toMatchObject({ ok: false, code: 'SHOP_REFUSED', retryable: false })
})

test('another address than the shop’s is never asked', async () => {
  const { fetchShop } = await listen((_req, res) => void res.end('{}'))

  await expect(fetchShop({ url: 'http://169.254.169.254/latest' })).rejects.toThrow('not an address of the shop')
})
