// Pictures that a catalogue names: bitmaps are kept under the name of their content; all else leaves nothing behind.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFetchPicture, type FetchPicture } from './pictures.ts'

let dataDir: string
let server: Server
let answer: RequestListener
let url: string
let fetchPicture: FetchPicture
let requests: number

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lantern-pictures-'))
  requests = 0
  server = createServer((req, res) => {
    requests += 1
    answer(req, res)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  url = `http://${host}/picture`
  fetchPicture = createFetchPicture({ dataDir, allowedHosts: [host] })
})
afterEach(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await rm(dataDir, { recursive: true, force: true })
})

function give(type: string | null, body: string | Buffer): RequestListener {
  return (_req, res) => void res.writeHead(200, type === null ? {} : { 'content-type': type }).end(body)
}
const kept = () => readdir(join(dataDir, 'pictures')).catch(() => [])

const JPEG = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x0a])
const PNG = Buffer.from('\x89PNG\r\n\x1a\n....', 'latin1')
const WEBP = Buffer.from('RIFF\0\0\0\0WEBPVP8 ', 'latin1')
const GIF = Buffer.from('GIF89a..', 'latin1')
const AVIF = Buffer.from('\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf....', 'latin1')
const AVIF_BESIDE = Buffer.from('\0\0\0\x1cftypmif1\0\0\0\0miafavifMA1B....', 'latin1')

test.each([
  ['image/jpeg', JPEG, 'jpg'],
  ['image/jpg', JPEG, 'jpg'],
  ['image/pjpeg', JPEG, 'jpg'],
  ['application/octet-stream', JPEG, 'jpg'],
  ['binary/octet-stream', JPEG, 'jpg'],
  [null, JPEG, 'jpg'],
  ['image/jpeg', PNG, 'png'],
  ['Image/WebP; q=1', WEBP, 'webp'],
  ['text/html', GIF, 'gif'],
  ['image/avif', AVIF, 'avif'],
  ['image/heif', AVIF_BESIDE, 'avif'],
])('a picture called %s is kept as it is, with the ending of its first bytes', async (type, bytes, ending) => {
  answer = give(type, bytes)

  const path = await fetchPicture(url)

  expect(path).toMatch(new RegExp(`^/pictures/shop-[0-9a-f]{20}\\.${ending}$`))
  expect(await readFile(join(dataDir, path ?? ''))).toEqual(bytes)
})

test('an address without a scheme is one of https, or of http where there is none', async () => {
  answer = give('image/jpeg', JPEG)

  expect(await fetchPicture(url.replace('http:', ''))).toMatch(/\.jpg$/)
})

test('the same picture has the same name, another one another', async () => {
  answer = give('image/png', Buffer.concat([PNG, Buffer.from('one')]))
  const first = await fetchPicture(url)
  const again = await fetchPicture(`${url}?size=2`)
  answer = give('image/png', Buffer.concat([PNG, Buffer.from('two')]))
  const other = await fetchPicture(url)

  expect(again).toBe(first)
  expect(other).not.toBe(first)
  expect(await kept()).toHaveLength(2)
})

const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic....', 'latin1')
const padded = (bytes: number) => Buffer.concat([PNG, Buffer.alloc(bytes - PNG.length)])

test.each<[string, RequestListener]>([
  ['a drawing, which can carry script', give('image/svg+xml', '<svg/>')],
  ['a page', give('text/html', '<p>')],
  ['a page called a picture', give('image/png', '<html><p>')],
  ['a film', give('image/avif', Buffer.from('\0\0\0\x14ftypmp42\0\0\0\0mp42avif', 'latin1'))],
  ['nothing at all, called a picture', give('image/png', '')],
  ['a file that does not say what it is', give(null, 'x')],
  ['a telephone’s HEIC, which few browsers show', give('image/jpeg', heic)],
  ['JPEG XL, bare', give('image/jpeg', Buffer.from([0xff, 0x0a, 0, 0]))],
  ['JPEG XL, in a box', give('image/jxl', Buffer.from('\0\0\0\x0cJXL \r\n\x87\n', 'latin1'))],
  ['a drawing called a picture', give('image/png', '<?xml version="1.0"?><svg onload="x()"/>')],
  ['a page with a mark in front', give('image/jpeg', '\ufeff<!doctype html>')],
  ['a sound in the box of WebP', give('image/webp', Buffer.from('RIFF\0\0\0\0WAVEfmt ', 'latin1'))],
  ['the first two bytes of a picture', give('image/jpeg', Buffer.from([0xff, 0xd8]))],
  ['a box without an end', give('image/avif', Buffer.from('\0\0ft', 'latin1'))],
  ['a picture that is not there', (_req, res) => void res.writeHead(404, { 'content-type': 'image/png' }).end(PNG)],
  ['a picture of more than 8 MB', give('image/png', padded(8_000_001))],
  [
    'half a picture',
    (_req, res) => res.writeHead(200, { 'content-type': 'image/png' }).write(PNG, () => res.destroy()),
  ],
])('%s is not kept', async (_what, given) => {
  answer = given

  expect(await fetchPicture(url)).toBeNull()
  expect({ requests, kept: await kept() }).toEqual({ requests: 1, kept: [] })
})

test('a picture of 8 MB is', async () => {
  answer = give('image/png', padded(8_000_000))

  expect(await fetchPicture(url)).not.toBeNull()
})

test('a picture in our own network is taken from the shop’s host alone, and not after a redirect', async () => {
  const { port } = server.address() as AddressInfo
  answer = give('image/png', PNG)
  const fromElsewhere = createFetchPicture({ dataDir, allowedHosts: ['127.0.0.1:1'] })
  expect(await fromElsewhere(url)).toBeNull()
  expect(await fetchPicture(url.replace('127.0.0.1', 'localhost'))).toBeNull()
  expect(requests).toBe(0)

  answer = (_req, res) => void res.writeHead(302, { location: `http://localhost:${port}/` }).end()
  expect(await fetchPicture(url)).toBeNull()
  expect({ requests, kept: await kept() }).toEqual({ requests: 1, kept: [] })
})
