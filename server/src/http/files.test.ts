// Built files as phones get them: the smallest copy that the browser takes, and the file itself when a copy is gone.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, get, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import express from 'express'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFiles } from './files.ts'

const SCRIPT = 'export const lantern = "light";\n'.repeat(200)

let dir: string
let server: Server

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'lantern-files-'))
  const assets = join(dir, 'viewer', 'assets')
  mkdirSync(assets, { recursive: true })
  for (const place of [join(assets, 'main-abc.js'), join(dir, 'viewer', 'brand.svg')]) {
    writeFileSync(place, SCRIPT)
    writeFileSync(`${place}.br`, brotliCompressSync(SCRIPT))
    writeFileSync(`${place}.gz`, gzipSync(SCRIPT))
  }
  writeFileSync(join(assets, 'small-abc.js'), 'true')
  const app = express().use(
    createFiles({ dataDir: dir, pagesDir: { viewer: join(dir, 'viewer'), studio: join(dir, 'studio') } }),
  )
  server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  rmSync(dir, { recursive: true })
})

interface Answer {
  readonly status: number | undefined
  readonly headers: IncomingMessage['headers']
  readonly body: Buffer
}

/** As sent: `fetch` would unpack it. */
async function ask(path: string, accept?: string): Promise<Answer> {
  const { port } = server.address() as AddressInfo
  const headers = accept === undefined ? {} : { 'accept-encoding': accept }
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ port, path, headers }, resolve).on('error', reject)
  })
  const parts: Buffer[] = []
  for await (const part of answer) parts.push(part as Buffer)
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }
}

test.each(['/viewer/assets/main-abc.js', '/viewer/brand.svg'])('%s goes in brotli to who takes it', async (path) => {
  const { headers, body } = await ask(path, 'gzip, deflate, br, zstd')

  expect(headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' })
  expect(headers['content-type']).toMatch(path.endsWith('.js') ? /javascript/ : 'image/svg+xml')
  expect(brotliDecompressSync(body).toString()).toBe(SCRIPT)
})

test('a compressed script may be kept for ever like the script itself', async () => {
  const { headers } = await ask('/viewer/assets/main-abc.js', 'br')

  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
})

test('who takes gzip alone gets gzip, who takes nothing gets the file, and caches are told of both', async () => {
  const gzip = await ask('/viewer/assets/main-abc.js', 'gzip')
  const plain = await ask('/viewer/assets/main-abc.js')
  const refused = await ask('/viewer/assets/main-abc.js', 'br;q=0, gzip;q=0')

  expect(gzip.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' })
  expect(gunzipSync(gzip.body).toString()).toBe(SCRIPT)
  for (const { headers, body } of [plain, refused]) {
    expect(headers['content-encoding']).toBeUndefined()
    expect(headers.vary).toBe('Accept-Encoding')
    expect(body.toString()).toBe(SCRIPT)
  }
  expect(new Set([gzip, plain].map(({ headers }) => headers.etag)).size).toBe(2)
})

test('a file without copies goes as it is', async () => {
  const { headers, body } = await ask('/viewer/assets/small-abc.js', 'br')

  expect(headers['content-encoding']).toBeUndefined()
  expect(body.toString()).toBe('true')
})

test('a build that takes the copies away while the server runs leaves the script, and the missing one is a plain 404', async () => {
  const assets = join(dir, 'viewer', 'assets')
  for (const ending of ['.br', '.gz']) rmSync(join(assets, `main-abc.js${ending}`))

  const script = await ask('/viewer/assets/main-abc.js', 'br')
  rmSync(join(assets, 'main-abc.js'))
  const missing = await ask('/viewer/assets/main-abc.js', 'br')

  expect(script.headers['content-encoding']).toBeUndefined()
  expect(script.headers['content-type']).toMatch('javascript')
  expect(script.body.toString()).toBe(SCRIPT)
  expect(missing.status).toBe(404)
  expect(missing.headers['content-encoding']).toBeUndefined()
  expect(JSON.parse(missing.body.toString())).toMatchObject({ code: 'BAD_INPUT' })
})

test.each(['/viewer/assets/..%2f..%2fstudio', '/viewer/assets/%00', '/viewer/assets/%zz', '/viewer/__proto__'])(
  'the odd address %s is refused',
  async (path) => expect([400, 403, 404]).toContain((await ask(path, 'br')).status),
)
