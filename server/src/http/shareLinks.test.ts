// Share links over HTTP: where they lead, whom they count, and the code and the poster that are drawn of them.
import { ProductId, ShowId, StaffId } from '@lantern/shared/contract/ids.ts'
import { LinkId } from '@lantern/shared/features/links/contract.ts'
import decodeQr from 'qr/decode.js'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { countLinks, makeLink, voidLink } from '../features/links/jobs.ts'
import { makeCode } from '../features/links/code.ts'
import { startTestHttp, type TestHttp } from '../testing/testHttp.ts'

const SHOW = ShowId.parse('linked')
const STAFF = StaffId.parse('staff')
const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1'

let http: TestHttp
let links = 0

beforeAll(async () => {
  http = await startTestHttp()
  const { store, clock } = http
  const variants = [{ sku: 'CUP', title: null, priceMinor: 12900, stock: 5 }]
  await store.saveCatalogue('CNY', [
    { id: ProductId.parse('cup'), title: { en: 'Cup', 'zh-Hans': '杯子' }, picture: '/pictures/cup.svg', variants },
  ])
  await store.createShow({ id: SHOW, title: { en: 'Autumn' }, startsAt: clock.now() + 3_600_000 })
})
afterAll(() => http.close())
beforeEach(() => {
  links += 1
})

const id = () => LinkId.parse(`link-number-${links}`)

async function make() {
  const code = await http.links.make()
  const made = await http.store.change(makeLink, {
    showId: SHOW,
    id: id(),
    code,
    name: 'Elm Street',
    groupId: null,
    staffId: STAFF,
  })
  if (!made.ok) throw new Error(made.code)
  return code
}

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(http.url + path, { method, redirect: 'manual', headers: { 'user-agent': PHONE, ...headers } })

const numbersOf = async (wanted: LinkId) =>
  (await http.store.run(countLinks, { showId: SHOW })).find((one) => one.id === wanted)

/** Once another that was opened after it is stored: opens are stored in their order. */
async function numbers() {
  const before = id()
  links += 1
  const code = await make()
  await ask(`/s/${SHOW}?via=${code}`)
  await expect.poll(async () => (await numbersOf(id()))?.opens).toBe(1)
  return numbersOf(before)
}

test('a link leads to its show with itself in the address, and takes along what it was given', async () => {
  const code = await make()

  const answer = await ask(`/l/${code}?locale=zh-Hans&utm_source=wa&via=another`)

  expect(answer.status).toBe(302)
  expect(answer.headers.get('location')).toBe(`/s/${SHOW}?locale=zh-Hans&utm_source=wa&via=${code}`)
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test('once voided it leads to the show, and brings nobody', async () => {
  const code = await make()
  await http.store.change(voidLink, { showId: SHOW, id: id(), staffId: STAFF })
  http.clock.advance(5000)

  expect((await ask(`/l/${code}`)).headers.get('location')).toBe(`/s/${SHOW}`)
})

test.each(['/l/nothing', '/l/AAAAAAAAAAAA', `/l/${makeCode('another shop')}`, '/l/%00', `/l/${'a'.repeat(5000)}`])(
  '%s leads nowhere, in the viewer’s words',
  async (path) => {
    const answer = await ask(path)

    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(await answer.text()).toContain('<')
  },
)

test('a page that is opened by it counts once for each person, machines and staff apart', async () => {
  const code = await make()
  const first = await ask(`/s/${SHOW}?via=${code}`)
  const cookie = first.headers.get('set-cookie')?.split(';')[0] ?? ''

  await ask(`/s/${SHOW}?via=${code}`, { cookie })
  await ask(`/s/${SHOW}/p/cup?via=${code}`)
  await ask(`/s/${SHOW}?via=${code}`, { 'user-agent': 'WhatsApp/2.24' })
  await ask(`/s/${SHOW}?via=${code}`, { 'sec-purpose': 'prefetch' })
  await ask(`/s/${SHOW}?via=${code}`, { cookie: 'lantern_staff=x' })
  await ask(`/s/${SHOW}?via=${code}`, {}, 'HEAD')
  await ask(`/s/${SHOW}?via=${makeCode('another shop')}`)

  expect(await numbers()).toMatchObject({ opens: 3, people: 2, previews: 2 })
})

async function pixelsOf(picture: Buffer) {
  const { data, info } = await sharp(picture)
    .flatten({ background: '#fff' })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: new Uint8Array(data) }
}

test.each(['qr.svg', 'qr.png', 'poster.jpg', 'poster.jpg?locale=zh-Hans&tz=Asia/Shanghai', 'poster.jpg?tz=nowhere'])(
  'the code of %s is read by a phone, and leads to the link',
  async (file) => {
    const code = await make()
    const answer = await ask(`/l/${code}/${file}`)
    const picture = Buffer.from(await answer.arrayBuffer())
    const large = file.endsWith('svg') ? await sharp(picture, { density: 600 }).png().toBuffer() : picture

    expect(answer.status).toBe(200)
    const read = decodeQr(await pixelsOf(large), { effort: Infinity, timeLimit: Infinity })
    expect(new URL(read).pathname).toBe(`/l/${code}`)
  },
)

test.each(['qr.svg', 'qr.png', 'poster.jpg'])('%s of a made-up link is not drawn', async (file) => {
  expect((await ask(`/l/AAAAAAAAAAAA/${file}`)).status).toBe(404)
})
