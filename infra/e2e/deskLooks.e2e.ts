// The desk and the pages around it at the sizes of a phone, a tablet and a desk: whole words, whole rows, equal numbers.
import type { Locator, Page } from '@playwright/test'
import { createBuyer } from './buyer.ts'
import { DESK, goLiveCameraOff, logIn, PHONE } from './people.ts'
import { expect, test } from './test.ts'

test.use({ worldOf: 'deskLooks' })

const TABLET = { width: 820, height: 1180 }
const LONG = 'The very long evening of linen, stoneware and wool, with everything that did not fit into autumn'

const picture = (page: Page, name: string) => page.screenshot({ path: `test-results/desk-looks/${name}.png` })

/** Nothing is wider than the page. */
async function expectNoSideways(page: Page): Promise<void> {
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wider, page.url()).toBeLessThanOrEqual(0)
}

/** All of it lies within the window's width. */
async function expectWithin(page: Page, part: Locator): Promise<void> {
  const box = await part.boundingBox()
  expect(box?.x).toBeGreaterThanOrEqual(0)
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0)
}

/** No text of it is cut off or hidden behind an edge. */
const isWhole = (part: Locator) =>
  part.evaluate((element) => {
    const within = element.closest('.sale')?.getBoundingClientRect()
    const box = element.getBoundingClientRect()
    const isCut = element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1
    return !isCut && box.height > 0 && (!within || (box.left >= within.left - 1 && box.right <= within.right + 1))
  })

for (const [name, viewport] of Object.entries({ phone: PHONE, tablet: TABLET, desk: DESK }))
  test(`pages around the desk fit a ${name}, and every button is in reach`, async ({ people }) => {
    const page = await people.page({ path: '/studio/', options: { viewport } })
    await logIn(page, 'owner')
    await page.getByTestId('new-show').click()
    await page.getByTestId('new-show-title').fill(LONG)
    await expect(page.getByTestId('new-show-units')).toContainText(/nothing to sell.*Autumn.*keeps \d+ units/)

    for (const id of ['new-show-create', 'open-shop', 'open-webhooks', 'account']) {
      await expectWithin(page, page.getByTestId(id))
    }
    await expectNoSideways(page)
    await picture(page, `shows-${name}`)

    await page.getByTestId('open-shop').click()
    await expect(page.getByTestId('doctor').locator('[data-check]').first()).toBeVisible()
    await expect(page.getByTestId('shop-test')).toBeVisible()
    await expectNoSideways(page)
    await picture(page, `shop-${name}`)
  })

test('a start in the past is refused in the form, in the time of the device', async ({ people }) => {
  const page = await people.page({ path: '/studio/', options: { viewport: PHONE, timezoneId: 'Asia/Shanghai' } })
  await logIn(page, 'owner')
  await page.getByTestId('new-show').click()
  await page.getByTestId('new-show-title').fill(LONG)
  const create = page.getByTestId('new-show-create')
  await expect(create).toBeEnabled()
  const localNow = (awayMs: number) =>
    page.evaluate((ms) => {
      const at = Date.now() + ms
      return new Date(at - new Date(at).getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
    }, awayMs)

  await page.getByTestId('new-show-start').fill(await localNow(-3_600_000))
  await expect(page.getByTestId('new-show-past')).toContainText('has passed')
  await expect(create).toBeDisabled()
  await picture(page, 'past')

  await page.getByTestId('new-show-start').fill(await localNow(60_000))
  await expect(page.getByTestId('new-show-past')).toBeEmpty()
  await create.click()
  await expect(page.getByTestId('phone-tabs').or(page.locator('.phone-tabs'))).toBeVisible()
  await page.setViewportSize(DESK)
  await expect(page.getByTestId('no-units')).toContainText(/no units to sell.*keeps \d+ units/)
  await picture(page, 'no-units')
})

test('to hold for an author staff choose what and how many, in a row that keeps its shape', async ({ people }) => {
  const studio = await people.staff()
  await goLiveCameraOff(studio)
  await studio.getByTestId('buying-open').click()
  await studio.getByTestId('buying-switch').click()
  await expect(studio.getByTestId('buying-switch')).toHaveText('Switch it off')
  await studio.getByTestId('buying-close').click()
  const phone = await people.viewer()
  for (const text of ['two of those please, the ones you had in your left hand a minute ago', 'and hello']) {
    await phone.getByTestId('comment-input').fill(text)
    await phone.getByTestId('comment-input').press('Enter')
    await expect(studio.getByTestId('desk-comments')).toContainText(text)
  }
  const row = studio.getByRole('article').filter({ hasText: 'two of those' })
  const button = row.getByRole('button', { name: /Hold it for/ })

  for (const viewport of [DESK, PHONE]) {
    await studio.setViewportSize(viewport)
    if (viewport === PHONE) await studio.locator('.phone-tabs button').nth(3).click()
    await row.hover()
    const before = await row.boundingBox()
    await button.click()
    await expect(row.getByTestId('take-row')).toBeVisible()
    const after = await row.boundingBox()
    expect(after?.height).toBeCloseTo(before?.height ?? 0, 0)
    await expectWithin(studio, row.getByTestId('take-hold'))
    await picture(studio, `hold-for-${viewport.width}`)
    if (viewport === DESK) await row.getByRole('button', { name: 'Cancel' }).click()
  }

  await row.getByTestId('take-choice').selectOption({ index: 1 })
  await row.getByTestId('take-units').fill('0')
  await expect(row.getByTestId('take-hold')).toBeDisabled()
  await row.getByTestId('take-units').fill('2')
  await row.getByTestId('take-hold').click()
  await expect(row).toContainText('2 held')
  await expect(phone.getByTestId('checkout-link').first()).toBeVisible()
  await studio.setViewportSize(DESK)
  await expect(studio.getByTestId('figure-held')).toHaveText('2')
  await expect(studio.getByTestId('tab-holds-count')).toHaveText('1')
})

for (const [locale, viewport] of [
  ['en-US', DESK],
  ['en-US', PHONE],
  ['zh-CN', DESK],
  ['zh-CN', PHONE],
] as const)
  test(`every refusal of the sale form is read whole (${locale}, ${viewport.width})`, async ({ people }) => {
    const studio = await people.staff({ options: { viewport, locale } })
    await goLiveCameraOff(studio)
    if (viewport === PHONE) await studio.locator('.phone-tabs button').nth(2).click()
    const wrong = { 'sale-price': ['x', '99999'], 'sale-units': ['0', '99999'], 'sale-limit': ['0', '999999'] }
    const times = { 'sale-countdown': ['x'], 'sale-length': ['1'] }
    for (let nth = 0; nth < 2; nth += 1) {
      for (const [id, values] of Object.entries({ ...wrong, ...times }))
        await studio.getByTestId(id).fill(values[nth] ?? values[0] ?? '')
      const notes = studio.locator('.sale-form [data-wrong=true] small')
      await expect(notes).toHaveCount(5)
      for (const note of await notes.all()) expect(await isWhole(note), await note.innerText()).toBe(true)
    }
    await expectNoSideways(studio)
    await picture(studio, `sale-errors-${locale}-${viewport.width}`)
    const box = await studio.locator('.sale-front').boundingBox()
    if (viewport === PHONE) expect(box?.height).toBeGreaterThanOrEqual(44)
  })

test('the numbers are named and the same in the head, the tabs, the rundown and a running sale', async ({
  people,
  world,
}) => {
  const studio = await people.staff()
  await goLiveCameraOff(studio)
  const heldBefore = Number(await studio.getByTestId('figure-held').innerText())
  await studio.getByTestId('sale-product').selectOption({ label: '6 · Osmanthus oolong tea, 120 g' })
  await studio.getByTestId('sale-countdown').fill('0')
  await studio.getByTestId('sale-units').fill('5')
  await studio.getByTestId('sale-limit').fill('2')
  await studio.getByTestId('sale-start').click()
  await expect(studio.getByTestId('sale-left')).toHaveText('5 left')
  const { page, tap } = await createBuyer(people)
  await page.goto(`${world.url}/s/autumn`)
  await tap(page.getByTestId('hold-button').first())
  await tap(page.getByTestId('one-more').first())

  await expect(studio.getByTestId('sale-held')).toHaveText('2 held')
  await expect(studio.getByTestId('sale-left')).toHaveText('3 left')
  await expect(studio.getByTestId('sale-paid')).toHaveText('0 paid')
  const held = heldBefore + 2
  await expect(studio.getByTestId('figure-held')).toHaveText(String(held))
  await expect(studio.locator('.figure.held dt')).toHaveText('units held')
  await expect(studio.locator('.figure.paid dt')).toHaveText('units paid')
  const holds = await studio.getByTestId('tab-holds-count').innerText()
  await studio.getByTestId('tab-holds').click()
  await expect(studio.getByTestId('sums-holds')).toHaveText(new RegExp(`^${holds} holds? · ${held} units held$`))
  await expect(studio.locator('#side-body li[data-state=held]')).toHaveCount(Number(holds))
  await expect(studio.locator('.product[data-pin=front] .stock')).toHaveText('46/48 left')
  await picture(studio, 'sale-running')
})

test('names in the rundown are whole, and on a phone what is new leaves an open part free', async ({ people }) => {
  const studio = await people.staff()
  for (const width of [1440, 1024]) {
    await studio.setViewportSize({ width, height: 900 })
    await expect(studio.locator('.product h3')).toHaveCount(12)
    for (const name of await studio.locator('.product h3').all())
      expect(await isWhole(name), `${width}: ${await name.innerText()}`).toBe(true)
  }

  const phone = await people.staff({ options: { viewport: PHONE } })
  await phone.getByTestId('pane-comments').click()
  await phone.context().setOffline(true)
  const notice = phone.getByTestId('connection-lost')
  await expect(notice).toBeVisible()
  await picture(phone, 'notice-phone')
  const [box, part] = [await notice.boundingBox(), await phone.locator('.side').last().boundingBox()]
  expect((box?.y ?? 0) + (box?.height ?? Number.NaN)).toBeLessThanOrEqual(part?.y ?? 0)
  await phone.context().setOffline(false)
})
