// How the shopper's page stands on small and large screens: boxes measured, scene by scene, in three languages.
import type { Locator, Page } from '@playwright/test'
import { expect, SIZES, test } from './review.ts'

const LANGS = ['en', 'zh-Hans', 'zh-Hant'] as const

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

async function boxOf(locator: Locator): Promise<Box> {
  const box = await locator.boundingBox()
  if (box === null) throw new Error(`${locator} is not on the page`)
  return box
}

const isApart = (a: Box, b: Box) =>
  a.x + a.width <= b.x + 1 || b.x + b.width <= a.x + 1 || a.y + a.height <= b.y + 1 || b.y + b.height <= a.y + 1

/** In sight: its last line lies whole in the window with nothing over it, and it reaches over no edge at the sides. */
const isSeen = (locator: Locator) =>
  locator.evaluate((element) => {
    const { left, right, bottom, height } = element.getBoundingClientRect()
    const found = document.elementFromPoint((left + right) / 2, bottom - Math.min(height / 2, 12))
    const isInside = bottom <= innerHeight && bottom - Math.min(height, 24) >= 0 && left >= 0 && right <= innerWidth
    return isInside && found !== null && (element.contains(found) || found.contains(element))
  })

const SMALL = ['sale', 'held', 'paidsale', 'salewait', 'strip', 'much'] as const

for (const [scene, size, lang] of SMALL.flatMap((scene) =>
  (['small', 'typing'] as const).flatMap((size) => LANGS.map((lang) => [scene, size, lang] as const)),
)) {
  const what = `${scene}, ${size}, ${lang}`
  test(`the newest comment, the card's button and the field are seen together: ${what}`, async ({ look }) => {
    const page = await look({ scene, size, lang })
    const newest = page.getByTestId('comments').getByRole('listitem').last()
    const field = page.getByTestId('comment-input')
    const act = page.locator('.card .buy').first()

    const seen = [await isSeen(field), await isSeen(newest), await isSeen(act)]
    expect(seen, 'field, newest comment, button').toEqual([true, true, true])
    expect(isApart(await boxOf(page.locator('.talk')), await boxOf(page.locator('.top-row')))).toBe(true)
  })
}

test('the second and the third pin are shown on a wide screen, apart from each other and the card', async ({
  look,
}) => {
  for (const [scene, lang] of [
    ['sale', 'en'],
    ['much', 'zh-Hans'],
  ] as const) {
    const page = await look({ scene, size: 'desk', lang })
    const minis = page.getByTestId('mini')
    await expect(minis).toHaveCount(2)
    const card = await boxOf(page.getByTestId('card'))
    const [second, third] = [await boxOf(minis.nth(0)), await boxOf(minis.nth(1))]

    expect([await isSeen(minis.nth(0)), await isSeen(minis.nth(1))]).toEqual([true, true])
    expect([isApart(second, third), isApart(second, card), isApart(third, card)]).toEqual([true, true, true])
    await expect(minis.nth(0)).toContainText(lang === 'en' ? 'Bamboo basket' : '手编竹篮')
    await expect(minis.nth(0)).toContainText('59')
  }
})

/** The boxes of the lanterns that lie under the words, if there are words. */
async function lanternsBehind(page: Page): Promise<Box[]> {
  const words = page.locator('.poster-title, .stand-in-words b').first()
  if ((await words.count()) === 0) return []
  const said = await boxOf(words)
  const lanterns = await Promise.all((await page.locator('.scene-lantern ellipse').all()).map(boxOf))
  return lanterns.filter((lantern) => !isApart(lantern, said))
}

for (const scene of ['before', 'ended', 'cameraOff', 'joining'] as const) {
  test(`the poster is one picture on every screen, and no lantern hangs behind the words: ${scene}`, async ({
    look,
  }) => {
    for (const size of ['phone', 'tablet', 'desk'] as const) {
      const page = await look({ scene, size })
      const street = page.getByTestId('scene')
      const drawings = street.locator('svg').filter({ visible: true })
      await expect(drawings, size).toHaveCount(1)
      const [whole, drawing] = [await boxOf(street), await boxOf(drawings)]

      expect([drawing.width, drawing.height], size).toEqual([whole.width, whole.height])
      expect(await lanternsBehind(page), size).toEqual([])
    }
  })
}

const PICTURED = [
  ['sale', 'card', 'desk'],
  ['sale', 'mini', 'phone'],
  ['before', 'product-row', 'phone'],
  ['ended', 'ended', 'phone'],
] as const

for (const pictures of ['none', 'broken']) {
  test(`a product whose picture is ${pictures} has a drawn one, as large, in its own tint`, async ({
    look,
    lookBeside,
  }) => {
    for (const [scene, place, size] of PICTURED) {
      const page = await look({ scene, size, more: { pictures }, lang: 'zh-Hans' })
      const with_ = await lookBeside({ scene, size })
      const drawn = page.getByTestId(place).getByTestId('drawn-picture').first()
      const real = with_.getByTestId(place).locator('img').first()
      const [ours, theirs] = [await boxOf(drawn), await boxOf(real)]

      expect([ours.width, ours.height], place).toEqual([theirs.width, theirs.height])
      await expect(page.locator('img')).toHaveCount(0)
      await expect(page.locator('[data-testid=drawn-picture]:visible text').first()).toHaveText(/\S/)
    }
  })
}

test('the sheet of a product without a picture shows the drawn one, and the lists the same', async ({ look }) => {
  const page = await look({ scene: 'before', size: 'phone', more: { pictures: 'none', product: 'wool-throw' } })
  const drawn = page.getByTestId('product-sheet').getByTestId('drawn-picture')
  await expect(drawn).toHaveText('W')
  const tint = await drawn.getAttribute('data-tint')

  const rows = page.getByTestId('product-row').filter({ hasText: 'Wool throw' })
  await expect(rows.getByTestId('drawn-picture')).toHaveAttribute('data-tint', tint ?? 'none')
})

const says = (page: Page, text: string) => page.evaluate((said) => postMessage({ says: said }), text)

for (const size of ['small', 'phone', 'desk'] as const) {
  test(`comments open at the newest, and stay there until the reader scrolls up: ${size}`, async ({ look }) => {
    const page = await look({ scene: 'much', size })
    const list = page.getByTestId('comments')
    const newest = list.getByRole('listitem').last()
    expect(await isSeen(newest), 'on opening').toBe(true)
    await says(page, 'just now')
    await expect(newest).toContainText('just now')
    expect(await isSeen(newest), 'a new one').toBe(true)
    // The card opens its sizes, or the keyboard comes up: less height for the comments.
    await page.setViewportSize({ width: SIZES[size].width, height: SIZES[size].height - 120 })
    await expect.poll(() => isSeen(newest), { message: 'less height' }).toBe(true)

    await list.evaluate((box) => box.scrollTo({ top: 0 }))
    await expect(page.getByTestId('newest')).toBeVisible()
    await says(page, 'one more')
    await says(page, 'and another')
    await expect(page.getByTestId('newest')).toHaveText('2 new')
    expect(await list.evaluate((box) => box.scrollTop), 'where the reader is').toBe(0)

    await page.getByTestId('newest').click()
    await expect.poll(() => isSeen(newest)).toBe(true)
    await expect(page.getByTestId('newest')).toHaveCount(0)
  })
}

test('the sizes that a tap opens are seen on a small phone, with the newest comment', async ({ look }) => {
  for (const scene of ['sale', 'much'] as const) {
    const page = await look({ scene, size: 'small' })
    await page.locator('.card .buy').click()
    const sizes = page.getByTestId('size-option')
    const newest = page.getByTestId('comments').getByRole('listitem').last()

    await expect.poll(() => isSeen(sizes.last()), { message: scene }).toBe(true)
    expect(await isSeen(newest), scene).toBe(true)
  }
})

for (const lang of LANGS) {
  test(`the crowd notice is read whole on a small phone, with card and field in sight: ${lang}`, async ({ look }) => {
    const page = await look({ scene: 'single', size: 'small', lang, more: { refusal: 'CROWDED_ADDRESS' } })
    await page.locator('.card .buy').click()
    const notice = page.getByTestId('notice')
    await expect(notice).toBeVisible()

    expect(await isSeen(page.locator('.card .buy'))).toBe(true)
    for (const size of ['small', 'typing'] as const) {
      await page.setViewportSize(SIZES[size])
      await expect.poll(() => isSeen(notice), { message: size }).toBe(true)
      expect(isApart(await boxOf(notice), await boxOf(page.locator('.top-row'))), size).toBe(true)
      expect(await notice.evaluate((line) => line.scrollWidth - line.clientWidth), size).toBe(0)
      expect(await isSeen(page.getByTestId('comment-input')), size).toBe(true)
    }
  })
}

/** The first characters of the lines that a text takes, its longest piece. */
const lineStarts = (locator: Locator) =>
  locator.evaluate((element) => {
    const pieces = [element, ...element.querySelectorAll('*')].flatMap(({ childNodes }) => [...childNodes])
    const texts = pieces.filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
    const [longest] = texts.sort((a, b) => (b.nodeValue?.length ?? 0) - (a.nodeValue?.length ?? 0))
    if (longest === undefined) return []
    const tops = [...(longest.nodeValue ?? '')].map((character, at) => {
      const range = document.createRange()
      range.setStart(longest, at)
      range.setEnd(longest, at + 1)
      return { character, top: range.getBoundingClientRect().top }
    })
    return tops
      .filter(({ top }, at) => at > 0 && top > (tops[at - 1]?.top ?? top) + 8)
      .map(({ character }) => character)
  })

for (const [lang, font] of [
  ['zh-Hans', /PingFang SC/],
  ['zh-Hant', /PingFang TC/],
] as const) {
  test(`Chinese is shown as typed, in its own letter forms, and no line begins with a stop: ${lang}`, async ({
    look,
  }) => {
    const page = await look({ scene: 'sale', size: 'small', lang })
    const typed = '「桂花茶」還有嗎？我要兩件，謝謝！「亞麻襯衫」（沙色）會不會縮水呢？洗了兩次，還好。'
    await says(page, typed)
    const said = page.getByTestId('comments').getByRole('listitem').last()

    await expect(said).toContainText(typed)
    await expect(page.locator('html')).toHaveAttribute('lang', lang)
    expect(await said.evaluate((bubble) => getComputedStyle(bubble).fontFamily)).toMatch(font)
    const starts = await lineStarts(said)
    expect(starts.length).toBeGreaterThan(1)
    expect(starts.filter((one) => /[，。！？」）、：]/.test(one))).toEqual([])
  })
}
