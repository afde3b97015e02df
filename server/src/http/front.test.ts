// A show's page in front of Express: the same in every header and letter as Express gives it, whose routes take capitals too.
import { createServer, type IncomingMessage, request, type RequestListener } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHostRule } from '../identity/hosts.ts'
import { createVisitOf } from '../identity/visited.ts'
import { startTestHttp, type TestHttp } from '../testing/testHttp.ts'
import { createFront } from './front.ts'

interface Question {
  readonly path: string
  readonly method?: string
  readonly headers?: Record<string, string>
}

interface Answer {
  readonly status: number | undefined
  readonly headers: readonly string[]
  readonly body: string
}

/** What differs from answer to answer by itself is left out. */
const plain = (text: string, nonce: string) => text.replaceAll(nonce, '<nonce>')

function read(answer: IncomingMessage, body: string): Answer {
  const nonce = /'nonce-([^']+)'/.exec(String(answer.headers['content-security-policy']))?.[1] ?? '<none>'
  const values = Object.entries(answer.headersDistinct).map(([name, value]) => `${name}: ${(value ?? []).join(' | ')}`)
  const headers = values
    .filter((line) => !line.startsWith('date:'))
    .map((line) => plain(line, nonce).replace(/(^set-cookie: [^=]+)=[^;]+/, '$1=<token>'))
  return { status: answer.statusCode, headers: headers.sort(), body: plain(body, nonce) }
}

function ask(url: string, { path, method = 'GET', headers = {} }: Question): Promise<Answer> {
  const { port } = new URL(url)
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (part: string) => (body += part))
      answer.on('end', () => resolve(read(answer, body)))
    })
    sent.on('error', reject).end()
  })
}

/** The same by way of Express, whose paths take capitals. */
const throughExpress = ({ path, ...question }: Question) => ({ ...question, path: path.replace('/s/', '/S/') })

const PUBLIC = 'live.example.com'
const FORWARDED = { host: 'inner:4000', 'x-forwarded-host': PUBLIC, 'x-forwarded-proto': 'https, http' }

let open: TestHttp
let proxied: TestHttp
beforeAll(async () => {
  open = await startTestHttp()
  proxied = await startTestHttp({ PUBLIC_URL: `https://${PUBLIC}`, TRUST_PROXY: '1' })
})
afterAll(() => Promise.all([open.close(), proxied.close()]))

describe('an answer from the front is that of Express', () => {
  it.each<Question>([
    { path: '/s/autumn' },
    { path: '/s/autumn', method: 'HEAD' },
    { path: '/s/autumn/p/cup' },
    { path: '/s/autumn/p/nothing' },
    { path: '/s/nowhere' },
    { path: '/s/autumn?via=anna.1&locale=zh-Hans' },
    { path: '/s/autumn?via=a&via=b&locale=xx', headers: { 'accept-language': 'zh-TW,en;q=0.5' } },
    { path: '/s/autumn', headers: { host: '127.0.0.1:81', cookie: 'lantern_viewer=forged' } },
    { path: '/s/autumn', headers: { host: 'a b' } },
    { path: '/s/autumn', headers: { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' } },
  ])('%j', async (question) => {
    expect(await ask(open.url, question)).toEqual(await ask(open.url, throughExpress(question)))
  })

  it.each<Question>([
    { path: '/s/autumn', headers: FORWARDED },
    { path: '/s/autumn', headers: { ...FORWARDED, 'x-forwarded-host': `${PUBLIC}, other` } },
    { path: '/s/autumn', headers: { ...FORWARDED, 'x-forwarded-host': '', host: PUBLIC } },
    { path: '/s/autumn', headers: { ...FORWARDED, 'x-forwarded-host': 'evil.example' } },
    { path: '/s/autumn', headers: { host: '127.0.0.1' } },
  ])('behind a proxy %j', async (question) => {
    expect(await ask(proxied.url, question)).toEqual(await ask(proxied.url, throughExpress(question)))
  })

  it('has the headers that any other page has', async () => {
    const headersOf = async (path: string) => {
      const { headers } = await ask(proxied.url, { path, headers: FORWARDED })
      return headers.filter((line) => !/^(set-cookie|content-length):/.test(line))
    }

    const others = await headersOf('/studio')

    expect(await headersOf('/s/autumn')).toEqual(others)
    expect(others).toContain('strict-transport-security: max-age=31536000; includeSubDomains')
    expect(others).toContain('x-frame-options: SAMEORIGIN')
  })
})

describe('who is answered', () => {
  const answered =
    (text: string): RequestListener =>
    (_request, response) =>
      void response.end(text)
  const serve = async (answer: RequestListener, publicUrl: string | null = null) => {
    const front = createFront({
      visitOf: createVisitOf(0),
      isServedHost: createHostRule({ publicUrl, nodeUrl: null, allowedOrigins: [] }),
      answer: async (asking, response) => answer(asking, response),
      rest: answered('rest'),
    })
    const server = createServer(front)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('no port was given')
    const bodyOf = async (question: Question) => (await ask(`http://127.0.0.1:${address.port}`, question)).body
    return { bodyOf, close: () => new Promise((resolve) => server.close(resolve)) }
  }

  it('asks for a show as links do', async () => {
    const { bodyOf, close } = await serve(answered('front'))

    for (const path of ['/s/autumn', '/s/autumn?x=%', '/s/autumn/p/cup']) expect(await bodyOf({ path })).toBe('front')
    for (const path of ['/s/', '/s/a%20b', '/s/autumn/', '/s/autumn/x', '/s/autumn/p/', '/studio', '/'])
      expect(await bodyOf({ path }), path).toBe('rest')
    expect(await bodyOf({ path: '/s/autumn', method: 'POST' })).toBe('rest')
    await close()
  })

  it('comes by a host that is served, or Express tells them', async () => {
    const { bodyOf, close } = await serve(answered('front'), 'https://live.example.com')
    const from = (host: string) => bodyOf({ path: '/s/autumn', headers: { host } })

    expect(await from('live.example.com')).toBe('front')
    expect(await from('evil.example')).toBe('rest')
    expect(await from('live.example.com')).toBe('front')
    expect(await from('x;y')).toBe('rest')
    await close()
  })

  it('is answered by Express where the front fails', async () => {
    const { bodyOf, close } = await serve(() => {
      throw new Error('the database is away')
    })

    expect(await bodyOf({ path: '/s/autumn' })).toBe('rest')
    await close()
  })
})
