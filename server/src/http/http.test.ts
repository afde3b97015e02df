// The web server as browsers and strangers meet it: pages, login, files, and requests that are not right.
import { request } from 'node:http'
import { Agent, request as secureRequest } from 'node:https'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestHttp, type TestHttp } from '../testing/testHttp.ts'

let http: TestHttp

beforeAll(async () => {
  http = await startTestHttp()
})
afterAll(() => http.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${http.url}${path}`, { headers, redirect: 'manual' })

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(`${http.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: http.url, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''

async function loginCookie(name = 'owner'): Promise<string> {
  return cookieOf(await post('/api/staff/login', { name, password: 'lantern-demo' }))
}

/** Sends a path and a host exactly as given, as no well-behaved client would. */
function raw(path: string, host: string): Promise<number> {
  return rawTo(http.url, path, host)
}

function rawTo(url: string, path: string, host: string): Promise<number> {
  const { port } = new URL(url)
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, headers: { host } }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0))
    })
    sent.on('error', reject).end()
  })
}

function getSecurely(path: string): Promise<string[]> {
  const agent = new Agent({ rejectUnauthorized: false })
  return new Promise((resolve, reject) => {
    const sent = secureRequest(`${http.secureUrl}${path}`, { agent }, (answer) => {
      answer.resume().on('end', () => resolve(answer.headers['set-cookie'] ?? []))
    })
    sent.on('error', reject).end()
  })
}

test('a show page carries its title and preview tags, with nothing in them that could run', async () => {
  const answer = await get('/s/autumn')
  const html = await answer.text()

  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(html).toContain('<title>&quot;Autumn&quot; &lt;script&gt;alert(1)&lt;/script&gt; &amp; $&amp; market</title>')
  expect(html).toContain(`<meta property="og:image" content="${http.url}/previews/autumn.jpg?v=`)
  expect(html).not.toContain('<script>alert')
})

test('a product page previews the product', async () => {
  const html = await (await get('/s/autumn/p/cup')).text()

  expect(html).toContain('<title>Cup &quot;&lt;b&gt;&quot;</title>')
  expect(html).toContain(`content="${http.url}/s/autumn/p/cup"`)
  expect(html).toContain(`<meta property="og:image" content="${http.url}/previews/autumn/cup.jpg?v=`)
})

test.each(['/s/nowhere', '/s/%3Cscript%3E', `/s/${'a'.repeat(300)}`])(
  'the unknown show %s is the viewer page with 404',
  async (path) => {
    const answer = await get(path)

    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('<title>Lantern</title>')
  },
)

test('a page gives a viewer cookie, by scheme, and a share link survives in it', async () => {
  const answer = await get('/s/autumn?via=anna.1')
  const viewer = http.identity.viewerFromCookie({ cookie: cookieOf(answer), secure: false })
  const [secure = ''] = await getSecurely('/s/autumn')

  expect(viewer?.via).toBe('anna.1')
  expect(answer.headers.getSetCookie()[0]).toMatch(/^lantern_viewer=.*HttpOnly; SameSite=Lax$/)
  expect(secure).toMatch(/^__Host-lantern_viewer=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
  expect((await get('/s/autumn', { cookie: cookieOf(answer) })).headers.getSetCookie()).toEqual([])
})

test('pages are confined to what is ours', async () => {
  const answer = await get('/s/autumn')
  const policy = answer.headers.get('content-security-policy') ?? ''
  const nonce = /nonce="([^"]+)"/.exec(await answer.text())?.[1] ?? 'none'

  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("frame-ancestors 'self'")
  expect(policy).toContain(`ws://${new URL(http.url).host}`)
  expect(policy).toContain(`'nonce-${nonce.replaceAll('&#39;', "'")}'`)
  expect(policy).not.toContain('unsafe')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('strict-transport-security')).toBeNull()
})

test('the studio is served at any of its addresses, and the root leads to it', async () => {
  expect((await get('/')).headers.get('location')).toBe('/studio')
  for (const path of ['/studio', '/studio/', '/studio/shows/autumn', '/studio/welcome']) {
    expect((await get(path)).status, path).toBe(200)
  }
})

test('scripts may be kept for ever, a missing one is not the page', async () => {
  const found = await get('/viewer/assets/main-abc.js')
  const missing = await get('/studio/assets/old.js')

  expect(found.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(missing.status).toBe(404)
  expect(missing.headers.get('cache-control')).toBe('no-store')
})

test('pictures are sandboxed, and nothing beside them is served', async () => {
  const picture = await get('/pictures/cup.svg')

  expect(picture.status).toBe(200)
  expect(picture.headers.get('content-security-policy')).toContain('sandbox')
  expect(picture.headers.get('x-content-type-options')).toBe('nosniff')
  for (const path of ['/pictures/../lantern.db', '/pictures/..%2flantern.db', '/pictures/%2e%2e/certificate.pem']) {
    expect(await raw(path, '127.0.0.1'), path).toBeGreaterThanOrEqual(400)
  }
})

test('staff log in, see their shows, make one and get its links', async () => {
  const cookie = await loginCookie()
  const me = await get('/api/staff/me', { cookie })
  const made = await post('/api/shows', { title: { en: 'Second' }, startsAt: 1_800_000_000_000 }, { cookie })
  const show: unknown = await made.json()
  const list: unknown = await (await get('/api/shows', { cookie })).json()
  const links: unknown = await (await get('/api/shows/autumn/links', { cookie })).json()

  expect(await me.json()).toMatchObject({ name: 'owner', role: 'owner', demo: true })
  expect(made.status).toBe(201)
  expect(show).toMatchObject({ title: { en: 'Second' }, phase: 'scheduled' })
  expect(list).toMatchObject({ shows: [{ title: { en: 'Second' }, products: 1 }, { id: 'autumn' }] })
  expect(links).toEqual({
    showId: 'autumn',
    viewerUrls: [expect.stringMatching(/^http:\/\/localhost:\d+\/s\/autumn$/)],
  })
})

test('logging out ends the session', async () => {
  const cookie = await loginCookie()
  expect((await post('/api/staff/logout', {}, { cookie })).status).toBe(200)

  const answer = await get('/api/staff/me', { cookie })

  expect(answer.status).toBe(401)
  expect(await answer.json()).toMatchObject({ ok: false, code: 'SESSION_OVER' })
})

test('who may not is told so', async () => {
  const moderator = await loginCookie('moderator')
  const show = { title: { en: 'x' }, startsAt: 0 }
  const wrong = await post('/api/staff/login', { name: 'owner', password: 'wrong' })

  expect(wrong.status).toBe(401)
  expect(await wrong.json()).toEqual({ ok: false, code: 'WRONG_LOGIN', retryable: false })
  expect((await get('/api/shows')).status).toBe(401)
  expect((await post('/api/shows', show, { cookie: moderator })).status).toBe(403)
  expect((await get('/api/shows/nowhere/links', { cookie: moderator })).status).toBe(404)
})

test('too many logins are told when to come back', async () => {
  for (let i = 0; i < 5; i++) await post('/api/staff/login', { name: 'host', password: 'wrong' })

  const answer = await post('/api/staff/login', { name: 'host', password: 'wrong' })

  expect(answer.status).toBe(429)
  expect(await answer.json()).toMatchObject({ code: 'TOO_MANY', retryAfterMs: expect.any(Number) })
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
})

test('another site cannot change state, nor can a page that does not say where it is from', async () => {
  const login = { name: 'owner', password: 'lantern-demo' }
  const from = async (headers: Record<string, string>) => {
    const body = JSON.stringify(login)
    const all = { 'content-type': 'application/json', ...headers }
    return (await fetch(`${http.url}/api/staff/login`, { method: 'POST', headers: all, body })).status
  }

  expect(await from({ origin: 'http://evil.example' })).toBe(403)
  expect(await from({ origin: 'null' })).toBe(403)
  expect(await from({})).toBe(403)
  expect(await from({ origin: http.url })).toBe(200)
})

test.each([
  ['malformed JSON', '{"name":'],
  ['no object', '"owner"'],
  ['a missing field', '{"name":"owner"}'],
  ['a wrong type', '{"name":"owner","password":7}'],
  ['an empty body', ''],
  ['too much', JSON.stringify({ name: 'owner', password: 'x'.repeat(20_000) })],
  ['a prototype', '{"__proto__":{"name":"owner"},"constructor":1}'],
])('a login with %s is BAD_INPUT', async (_what, body) => {
  const answer = await post('/api/staff/login', body)

  expect(answer.status).toBe(400)
  expect(await answer.json()).toMatchObject({ ok: false, code: 'BAD_INPUT' })
})

test('odd addresses and hosts are refused, never a fault of ours', async () => {
  for (const path of ['/s/%', '/s/%E0%A4%A', '/c/%zz', '/studio/%', '/viewer/%', '/api/shows/%/links', '/nowhere']) {
    const status = await raw(path, '127.0.0.1')
    expect([400, 401, 404], `${path} ${status}`).toContain(status)
  }
  for (const host of [
    'a b',
    '"><script>',
    'x;y',
    'x,y',
    'a'.repeat(300),
    'a:99999',
    '[::::]',
    '1.2.3.999',
    '[1]',
    'a:',
  ])
    expect(await raw('/s/autumn', host), host).toBe(400)
})

test('with a public address another host is told that it is not here, but for health and this machine', async () => {
  const guarded = await startTestHttp({ PUBLIC_URL: 'https://live.example.com', TRUST_PROXY: '1' })
  const ask = (path: string, host: string) => rawTo(guarded.url, path, host)

  expect(await ask('/s/autumn', 'evil.example')).toBe(421)
  expect(await ask('/api/staff/me', 'evil.example')).toBe(421)
  expect(await ask('/s/autumn', 'live.example.com')).toBe(200)
  expect(await ask('/s/autumn', '127.0.0.1')).toBe(200)
  for (const path of ['/healthz', '/readyz', '/metrics']) expect(await ask(path, '10.1.2.3:4000'), path).toBe(200)
  await guarded.close()
})

test('operators are answered', async () => {
  expect((await get('/healthz')).status).toBe(200)
  expect((await get('/readyz')).status).toBe(200)
  expect(await (await get('/metrics')).text()).toBe('up 1\n')
})

test('metrics ask for their token where one is set', async () => {
  const guarded = await startTestHttp({ METRICS_TOKEN: 'metrics-token-of-ours' })
  const status = async (authorization: string) =>
    (await fetch(`${guarded.url}/metrics`, { headers: { authorization } })).status

  expect(await status('')).toBe(403)
  expect(await status('Bearer metrics-token-of-theirs')).toBe(403)
  expect(await status('Bearer metrics-token-of-ours')).toBe(200)
  await guarded.close()
})

test('the first owner comes in by the one-time link', async () => {
  const real = await startTestHttp({ DEMO: '0', SHOP_URL: 'https://shop.example' })
  const token = (await real.identity.inviteOwner())?.split('#')[1]
  const welcome = (body: unknown) =>
    fetch(`${real.url}/api/staff/welcome`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: real.url },
      body: JSON.stringify(body),
    })

  expect((await welcome({ token, name: 'Mei', password: 'short' })).status).toBe(400)
  const made = await welcome({ token, name: 'Mei', password: 'long enough 1' })

  expect(await made.json()).toMatchObject({ name: 'Mei', role: 'owner' })
  const me = await fetch(`${real.url}/api/staff/me`, { headers: { cookie: cookieOf(made) } })
  expect(me.status).toBe(200)
  expect((await welcome({ token, name: 'Eve', password: 'long enough 1' })).status).toBe(401)
  await real.close()
})
