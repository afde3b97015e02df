// The preview pictures that links name, as a messenger fetches them.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ProductId } from '@lantern/shared/contract/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestHttp, type TestHttp } from '../testing/testHttp.ts'

const REMEMBERED_MS = 2000
const RED =
  '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600"><rect width="600" height="600" fill="#f00"/></svg>'

let http: TestHttp

beforeAll(async () => {
  http = await startTestHttp()
})
afterAll(() => http.close())

async function fetchPicture(path: string) {
  const answer = await fetch(new URL(path, http.url))
  return { answer, bytes: Buffer.from(await answer.arrayBuffer()) }
}

async function addressOn(path: string): Promise<string> {
  const html = await (await fetch(`${http.url}${path}`)).text()
  return /property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? ''
}

async function setPicture(picture: string) {
  const variants = [{ sku: 'CUP', title: null, priceMinor: 1000, stock: 500 }]
  await http.store.saveCatalogue('CNY', [{ id: ProductId.parse('cup'), title: { en: 'Cup' }, picture, variants }])
  http.clock.advance(REMEMBERED_MS)
}

test.each(['/s/autumn', '/s/autumn/p/cup'])(
  'the picture that %s names is a JPEG that a messenger may keep',
  async (page) => {
    const { answer, bytes } = await fetchPicture(await addressOn(page))

    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('image/jpeg')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=86400')
    expect(bytes.subarray(0, 2).toString('hex')).toBe('ffd8')
    expect(bytes.length).toBeLessThan(200_000)
  },
)

test('the page says the size of the picture and that it is a large one', async () => {
  const html = await (await fetch(`${http.url}/s/autumn`)).text()

  expect(html).toContain('<meta property="og:image:width" content="1200" />')
  expect(html).toContain('<meta property="og:image:height" content="630" />')
  expect(html).toContain('<meta property="og:image:type" content="image/jpeg" />')
  expect(html).toContain('<meta name="twitter:card" content="summary_large_image" />')
})

test('another picture of the product is another address with another picture', async () => {
  const before = await addressOn('/s/autumn/p/cup')
  const old = await fetchPicture(before)
  await writeFile(join(http.dataDir, 'pictures', 'red.svg'), RED)

  await setPicture('/pictures/red.svg')

  const after = await addressOn('/s/autumn/p/cup')
  expect(after).not.toBe(before)
  expect((await fetchPicture(after)).bytes.equals(old.bytes)).toBe(false)
})

test('a picture that is missing is a lantern until it is there', async () => {
  await setPicture('/pictures/late.svg')
  const path = await addressOn('/s/autumn')
  const lantern = await fetchPicture(path)

  await writeFile(join(http.dataDir, 'pictures', 'late.svg'), RED)

  expect(lantern.answer.status).toBe(200)
  expect((await fetchPicture(path)).bytes.equals(lantern.bytes)).toBe(false)
})

test.each(['/pictures/../lantern.db', '/etc/passwd', 'https://pictures.example/cup.png'])(
  'a product whose picture is at %s is shown by the lantern, nothing else is read',
  async (picture) => {
    await setPicture('/pictures/none.svg')
    const lantern = await fetchPicture(await addressOn('/s/autumn'))

    await setPicture(picture)

    expect((await fetchPicture(await addressOn('/s/autumn'))).bytes.equals(lantern.bytes)).toBe(true)
  },
)

test('fifty who ask at once get the same picture, and pages are answered meanwhile', async () => {
  await writeFile(join(http.dataDir, 'pictures', 'rush.svg'), RED)
  await setPicture('/pictures/rush.svg')
  const path = await addressOn('/s/autumn')

  const all = await Promise.all([...Array.from({ length: 50 }, () => fetchPicture(path)), fetchPicture('/s/autumn')])

  expect(all.map(({ answer }) => answer.status)).toEqual(all.map(() => 200))
  expect(new Set(all.slice(0, 50).map(({ bytes }) => bytes.toString('base64'))).size).toBe(1)
})

test.each(['/previews/nowhere.jpg', '/previews/%3Cscript%3E.jpg', '/previews/autumn.png', '/previews/a/b/c.jpg'])(
  '%s is not found',
  async (path) => expect((await fetchPicture(path)).answer.status).toBe(404),
)

test('a product that is not of the show has the picture of the show', async () => {
  const show = await fetchPicture('/previews/autumn.jpg')

  expect((await fetchPicture('/previews/autumn/elsewhere.jpg')).bytes.equals(show.bytes)).toBe(true)
})
