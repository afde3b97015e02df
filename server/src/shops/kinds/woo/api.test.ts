// What is no answer of WooCommerce's is refused in words that say what to do.
import { createServer, type RequestListener } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { z } from 'zod'
import { createShopFetch } from '../../shopFetch.ts'
import { createWooApi } from './api.ts'

const servers: ReturnType<typeof createServer>[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

interface How {
  readonly method?: 'GET' | 'PUT'
  readonly timeoutMs?: number
}

async function ask(answer: RequestListener, { method = 'GET', timeoutMs = 10_000 }: How = {}) {
  const server = createServer(answer).listen(0, '127.0.0.1')
  servers.push(server)
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  const shopUrl = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`
  const place = { shopUrl, wooConsumerKey: 'ck_1234567', wooConsumerSecret: 'cs_1234567' }
  const api = createWooApi(createShopFetch({ allowed: [shopUrl], timeoutMs }), place)
  const told = await api({ path: 'orders?per_page=1', method }, z.array(z.unknown()))
  return told.ok ? 'taken' : `${told.code} ${String(told.detail?.['why'])}`
}

const PAGE = '<!doctype html><title>Shop</title>'
const answers =
  (status: number, body: object | string): RequestListener =>
  (_req, res) => {
    const isPage = typeof body === 'string'
    res.writeHead(status, { 'content-type': isPage ? 'text/html' : 'application/json' })
    res.end(isPage ? body : JSON.stringify(body))
  }

test.each([
  [
    'keys of another shop',
    answers(401, { code: 'woocommerce_rest_cannot_view', message: 'Sorry, you cannot list resources.' }),
    /^SHOP_REFUSED status 401.*of another shop, revoked or mistyped.*https/,
  ],
  [
    'a revoked key',
    answers(401, { code: 'woocommerce_rest_authentication_error', message: 'Consumer secret is invalid.' }),
    /^SHOP_REFUSED status 401: Consumer secret is invalid.*revoked/,
  ],
  ['plain permalinks, which know no /wp-json/', answers(404, PAGE), /^SHOP_REFUSED status 404.*Settings > Permalinks/],
  ['a page where data should be', answers(200, PAGE), /^SHOP_REFUSED .*maintenance or security page/],
  [
    'no WooCommerce',
    answers(404, { code: 'rest_no_route', message: 'No route was found' }),
    /^SHOP_REFUSED .*WooCommerce is not active/,
  ],
  ['maintenance mode', answers(503, PAGE), /^SHOP_UNREACHABLE status 503/],
  [
    'half an answer',
    (_req, res) => void res.writeHead(200, { 'content-length': '100' }).write('[{"id":1', () => res.destroy()),
    /^SHOP_UNREACHABLE no answer/,
  ],
] satisfies [string, RequestListener, RegExp][])('%s', async (_what, answer, words) => {
  expect(await ask(answer)).toMatch(words)
})

test.each([
  ['an answer that stops half way', (_req, res) => void res.writeHead(200).write('[{"id":1')],
  ['no answer in time', () => undefined],
] satisfies [string, RequestListener][])('%s', async (_what, answer) => {
  expect(await ask(answer, { timeoutMs: 100 })).toBe('SHOP_UNREACHABLE no answer')
})

test('a key that only reads is told to need more, not to be unknown', async () => {
  const message = 'The API key provided does not have write permissions.'
  const told = await ask(answers(401, { code: 'woocommerce_rest_authentication_error', message }), { method: 'PUT' })

  expect(told).toMatch(/permissions Read\/Write$/)
})
