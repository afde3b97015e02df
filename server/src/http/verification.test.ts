// Files at the root for those who ask whether the address is the shop's; nothing else of the data folder comes out there.
import { mkdir, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestHttp, type TestHttp } from '../testing/testHttp.ts'

let http: TestHttp

beforeAll(async () => {
  http = await startTestHttp()
})
afterAll(() => http.close())

const get = (path: string) => fetch(`${http.url}${path}`, { redirect: 'manual' })

async function put(path: string, text: string): Promise<void> {
  const file = join(http.config.dataDir, 'verify', path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}

/** Sent exactly as given. */
function statusOf(path: string): Promise<number> {
  const { port, host } = new URL(http.url)
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, headers: { host } }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0))
    })
    sent.on('error', reject).end()
  })
}

test('what is put into the folder is there at once, as text or the page that it is, and can run nothing', async () => {
  expect((await get('/MP_verify_a1B2.txt')).status).toBe(404)
  await put('MP_verify_a1B2.txt', 'a1B2')
  await put('google123.html', 'google-site-verification: google123.html')
  await put('.well-known/apple-developer-merchantid-domain-association', '7B22')

  const wechat = await get('/MP_verify_a1B2.txt')
  const apple = await get('/.well-known/apple-developer-merchantid-domain-association')
  expect(await wechat.text()).toBe('a1B2')
  expect(wechat.headers.get('content-type')).toContain('text/plain')
  expect(await apple.text()).toBe('7B22')
  expect(apple.headers.get('content-type')).toContain('text/plain')
  const page = await get('/google123.html')
  expect(page.headers.get('content-type')).toContain('text/html')
  expect(page.headers.get('content-security-policy')).toContain('sandbox')
  expect(page.headers.get('x-content-type-options')).toBe('nosniff')
})

test('no page is hidden by a file, and no other hidden file or folder comes out', async () => {
  await put('studio', 'not the studio')
  await put('healthz', 'dead')
  await put('.env', 'SECRET=1')
  await put('.well-known/.env', 'SECRET=1')
  await put('folder/file.txt', 'below')

  expect(await (await get('/studio')).text()).toContain('<html>')
  expect(await (await get('/healthz')).text()).not.toContain('dead')
  const hidden = ['/.env', '/.well-known/.env', '/folder/file.txt', '/verify/.env', '/.well-known/', '/..%2flantern.db']
  for (const path of [...hidden, '/.well-known/..%2f.env', '/.well-known/../.env', '/%2e%2e/lantern.db']) {
    expect(await statusOf(path), path).toBeGreaterThanOrEqual(400)
  }
})
