// Preview pictures: always a JPEG of one size that messengers fetch, whatever bytes the product's picture has.
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drawPreview, PREVIEW_MOST_BYTES, PREVIEW_SIZE } from './previewPicture.ts'

const SVG = 'xmlns="http://www.w3.org/2000/svg"'

/** As many colours as a photo can have. */
function photo(width: number, height: number): Promise<Buffer> {
  return sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
    .jpeg()
    .toBuffer()
}

async function expectPreview(jpeg: Buffer) {
  expect(jpeg.length).toBeLessThan(PREVIEW_MOST_BYTES)
  expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', ...PREVIEW_SIZE })
}

/** One pixel of a corner and of the middle. */
async function colours(jpeg: Buffer) {
  const pixel = async (left: number, top: number) => [
    ...(await sharp(jpeg).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
  ]
  return { corner: await pixel(5, 5), middle: await pixel(600, 315) }
}

test.each([
  ['portrait', 300, 600],
  ['landscape', 900, 300],
  ['much finer than the preview', 1300, 700],
])('a photo, %s', async (_what, width, height) => {
  await expectPreview(await drawPreview(await photo(width, height)))
})

test('a drawing that can be seen through lies on white, whole and in the middle', async () => {
  const drawing = `<svg ${SVG} width="100" height="300"><circle cx="50" cy="150" r="30" fill="#f00"/></svg>`

  const jpeg = await drawPreview(Buffer.from(drawing))

  await expectPreview(jpeg)
  const { corner, middle } = await colours(jpeg)
  expect(middle[0]).toBeGreaterThan(230)
  expect(middle[1]).toBeLessThan(30)
  expect(Math.min(...corner)).toBeGreaterThan(150)
})

const cut = (await photo(200, 200)).subarray(0, 900)
const bomb = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaaaaaaaaaaaaaaaaaa">${[...'bcdefgh']
  .map((name, i) => `<!ENTITY ${name} "${`&${'abcdefg'.charAt(i)};`.repeat(20)}">`)
  .join('')}]><svg ${SVG} width="10" height="10"><text>&h;</text></svg>`

test.each([
  ['no picture', null],
  ['an empty file', Buffer.alloc(0)],
  ['half a photo', cut],
  ['a page', Buffer.from('<html><script>alert(1)</script></html>')],
  ['words that unfold', Buffer.from(bomb)],
  ['a drawing as large as a town', Buffer.from(`<svg ${SVG} width="900000" height="900000"/>`)],
  ['a drawing of no size', Buffer.from(`<svg ${SVG}/>`)],
])('%s gives the drawn lantern', async (_what, picture) => {
  const jpeg = await drawPreview(picture)

  await expectPreview(jpeg)
  const { middle } = await colours(jpeg)
  expect(middle[0]).toBeGreaterThan(150)
  expect(middle[2]).toBeLessThan(100)
})

test('a drawing cannot show files of the server', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'lantern-preview-'))
  const file = join(dir, 'red.png')
  await sharp({ create: { width: 90, height: 90, channels: 3, background: '#f00' } })
    .png()
    .toFile(file)
  const shown = [file, `file://${file}`].map((href) => `<image href="${href}" width="90" height="90"/>`)
  const drawing = `<svg ${SVG} width="90" height="90"><rect width="90" height="90" fill="#fff"/>${shown.join('')}</svg>`

  const jpeg = await drawPreview(Buffer.from(drawing))

  expect(Math.min(...(await colours(jpeg)).middle)).toBeGreaterThan(240)
  await rm(dir, { recursive: true })
})
