// Posters: of one size, with a code that a phone reads, and Chinese drawn without any font of the machine.
import decodeQr from 'qr/decode.js'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drawPoster, type Poster, POSTER_SIZE } from './drawPoster.ts'
import { openTypesetter } from './type.ts'

const URL = 'https://market.example/l/AbCdEfG12345'
const poster = (more: Partial<Poster> = {}): Poster => ({
  locale: 'zh-Hans',
  picture: null,
  title: '秋日市集',
  shop: '灯笼小店',
  product: '水洗亚麻衬衫',
  price: '¥129',
  when: '直播中',
  isLive: true,
  scan: '扫码看直播',
  url: URL,
  ...more,
})

async function pixelsOf(jpeg: Buffer) {
  const { data, info } = await sharp(jpeg).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, data: new Uint8Array(data) }
}

test('it is a JPEG for a phone’s screen, and its code leads where it should', async () => {
  const jpeg = await drawPoster(poster())

  expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', ...POSTER_SIZE })
  expect(jpeg.length).toBeLessThan(400_000)
  expect(decodeQr(await pixelsOf(jpeg), { effort: Infinity, timeLimit: Infinity })).toBe(URL)
})

test.each([
  ['zh-Hans', '灯笼小店水洗亚麻衬衫扫码看直播起¥'],
  ['zh-Hant', '燈籠小店水洗亞麻襯衫掃碼看直播起NT$'],
  ['en', 'Lantern Demo Shop, from $1,029.00 Zürich'],
] as const)('every sign of %s has an outline', async (locale, text) => {
  const type = await openTypesetter(locale, text)
  const style = { size: 40, weight: 600 }

  const empty = [...text].filter((sign) => sign !== ' ' && !type.pathOf(sign, style).includes('<path'))
  expect(empty).toEqual([])
})

test('heavier is wider, and twice the size twice as wide', async () => {
  const type = await openTypesetter('en', 'Autumn')
  const thin = type.widthOf('Autumn', { size: 40, weight: 300 })

  expect(type.widthOf('Autumn', { size: 40, weight: 800 })).toBeGreaterThan(thin)
  expect(type.widthOf('Autumn', { size: 80, weight: 300 })).toBeCloseTo(2 * thin)
})

test('a picture that cannot be read, no product, no price and very long words are still a poster', async () => {
  const long = '特'.repeat(300)
  const odd = {
    picture: Buffer.from('no picture'),
    product: null,
    price: null,
    title: `🎉${long}`,
    shop: long,
    when: long,
  }

  expect(await sharp(await drawPoster(poster(odd))).metadata()).toMatchObject(POSTER_SIZE)
})

test('a picture of the product fills its place', async () => {
  const red = await sharp({ create: { width: 300, height: 900, channels: 3, background: '#ff0000' } })
    .png()
    .toBuffer()
  const { data, width } = await pixelsOf(await drawPoster(poster({ picture: red })))
  const at = (x: number, y: number) => [...data.slice((y * width + x) * 4, (y * width + x) * 4 + 3)]

  expect(at(540, 400)[0]).toBeGreaterThan(240)
  expect(at(540, 400)[1]).toBeLessThan(20)
  // Its corners are round.
  expect(at(66, 66).every((part) => part > 200)).toBe(true)
})
