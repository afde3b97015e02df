// Pages as many ask for them at once: made once, and yet each with what is its own.
import { writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { ProductId } from '@lantern/shared/contract/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestHttp, type TestHttp } from '../testing/testHttp.ts'

let http: TestHttp

beforeAll(async () => {
  http = await startTestHttp()
})
afterAll(() => http.close())

interface Answer {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  const { port } = new URL(http.url)
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => resolve({ headers: answer.headers, body: Buffer.concat(parts).toString() }))
    })
    sent.on('error', reject).end()
  })
}

const nonceIn = ({ body }: Answer) => /property="csp-nonce" content="" nonce="([^"]+)"/.exec(body)?.[1] ?? ''
const policyOf = ({ headers }: Answer) => String(headers['content-security-policy'])

test('every answer has a nonce of its own, the one its policy names', async () => {
  const answers = await Promise.all(Array.from({ length: 5 }, () => ask('/s/autumn')))

  for (const answer of answers) expect(policyOf(answer)).toContain(`'nonce-${nonceIn(answer)}'`)
  expect(new Set(answers.map(nonceIn)).size).toBe(5)
  expect(Math.min(...answers.map((answer) => nonceIn(answer).length))).toBeGreaterThanOrEqual(22)
})

test('hosts in turn each get their own addresses and connections', async () => {
  for (const host of ['127.0.0.1:81', '127.0.0.1:82', '127.0.0.1:81']) {
    const answer = await ask('/s/autumn', { host })

    expect(answer.body).toContain(`<meta property="og:url" content="http://${host}/s/autumn" />`)
    expect(policyOf(answer)).toContain(`connect-src 'self' ws://${host} wss://${host};`)
  }
})

test('show, product, language and no show at all in turn are each themselves', async () => {
  const { clock, store } = http
  await store.saveCatalogue('CNY', [
    {
      id: ProductId.parse('cup'),
      title: { en: 'Cup', 'zh-Hans': '杯子' },
      picture: '/pictures/cup.svg',
      variants: [{ sku: 'CUP', title: null, priceMinor: 1000, stock: 500 }],
    },
  ])
  clock.advance(2000)
  const titleOf = async (path: string, language = 'en') =>
    /<title>([^<]*)/.exec((await ask(path, { 'accept-language': language })).body)?.[1]

  for (let round = 0; round < 2; round += 1) {
    expect(await titleOf('/s/autumn/p/cup')).toBe('Cup')
    expect(await titleOf('/s/autumn/p/cup', 'zh-CN')).toBe('杯子')
    expect(await titleOf('/s/autumn')).toMatch('market')
    expect(await titleOf('/s/nowhere')).toBe('Lantern')
    expect(await titleOf('/studio')).toBe('Lantern')
  }
})

test('the length that is told is the length in bytes, and HEAD tells it without a page', async () => {
  const page = await ask('/s/autumn/p/cup', { 'accept-language': 'zh-CN' })
  const head = await ask('/s/autumn/p/cup', { 'accept-language': 'zh-CN' }, 'HEAD')

  expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(page.headers['content-length']).toBe(String(Buffer.byteLength(page.body)))
  expect(head.headers['content-length']).toBe(page.headers['content-length'])
  expect(head.body).toBe('')
})

test('a page that was built anew is sent within moments', async () => {
  await ask('/s/autumn')
  await writeFile(
    `${http.dataDir}/viewer/index.html`,
    '<html><head><title>x</title></head><body>built anew</body></html>',
  )

  http.clock.advance(1000)

  expect((await ask('/s/autumn')).body).toContain('built anew')
})
