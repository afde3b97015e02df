// What a viewer holds of one evening is paid in one order, where the shop takes it; and looks right on a phone and a desk.
import type { Page } from '@playwright/test'
import { findings } from './findings.ts'
import { DESK, goLiveCameraOff, PHONE } from './people.ts'
import { expect, test } from './test.ts'

test.use({ worldOf: 'together', settings: { SHOP_BASKET: 'several' } })
test.describe.configure({ mode: 'serial' })

const together = (page: Page) => page.getByTestId('checkout-together')
const pay = (page: Page) => page.getByRole('button', { name: /^pay/i }).first()
const isInside = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)

const FIRST = [
  ['stoneware-mug', '¥58'],
  ['bamboo-basket', '¥89'],
] as const
const SECOND = [
  ['osmanthus-tea', '¥98'],
  ['brass-lamp', '¥459'],
] as const

/** One after the other stands in front, and is held. */
async function holdBoth(studio: Page, page: Page, goods: typeof FIRST | typeof SECOND): Promise<void> {
  for (const [product, price] of goods) {
    await studio.getByTestId(`pin-${product}`).click()
    await expect(page.getByTestId('card')).toContainText(price)
    await page.getByTestId('card').getByTestId('hold-button').click()
    await page.getByTestId('card').getByTestId('checkout-link').waitFor()
  }
}

test('two holds, two taps, one order: both are paid, and the desk has an order of each', async ({ people, world }) => {
  const studio = await people.staff()
  await goLiveCameraOff(studio)
  const page = await people.viewer({ path: '/s/autumn?lang=en' })
  await holdBoth(studio, page, FIRST)

  await expect(together(page)).toContainText('2 items, ¥147')
  await expect(together(page)).toContainText(/\d:\d\d/)
  await expect(page.getByTestId('held-strip')).toHaveCount(1)
  expect(await isInside(page)).toBe(true)
  expect(await findings(page)).toEqual([])
  await page.screenshot({ path: 'test-results/together/phone.png' })
  await together(page).click()
  await page.waitForURL((url) => url.port === new URL(world.shopUrl).port)
  await page.screenshot({ path: 'test-results/together/shop.png', fullPage: true })
  await expect(pay(page)).toContainText('¥147')
  await pay(page).click()
  await page.getByRole('link', { name: /back to the show/i }).click()

  await expect(page.getByTestId('notice')).toContainText(/paid/i)
  await expect(together(page)).toHaveCount(0)
  await expect(page.getByTestId('held-strip')).toHaveCount(0)
  await expect(studio.getByTestId('figure-paid')).toContainText('2')
  await studio.getByTestId('tab-orders').click()
  await expect(studio.locator('li[data-testid^="order-"][data-state=paid]')).toHaveCount(2)
  await studio.screenshot({ path: 'test-results/together/studio.png' })
})

test('the second time: left without paying both are still held; one paid by itself, the other goes on alone', async ({
  people,
}) => {
  const studio = await people.staff()
  const page = await people.viewer({ path: '/s/autumn?lang=zh-Hant', options: { viewport: DESK } })
  await holdBoth(studio, page, SECOND)
  await expect(together(page)).toContainText('一起結帳')
  await page.screenshot({ path: 'test-results/together/desk.png' })

  const opened = page.context().waitForEvent('page')
  await together(page).click()
  const shop = await opened
  await shop.getByRole('button', { name: /直播/ }).first().click()
  await expect(together(shop)).toContainText('一起結帳')
  await page.close()
  await shop.setViewportSize(PHONE)
  await shop.reload()
  await expect(together(shop)).toContainText('共 2 件')
  await shop.screenshot({ path: 'test-results/together/again.png' })
  await shop.getByTestId('held-strip').getByTestId('checkout-link').click()
  await shop.locator('form button').first().click()
  await shop.getByRole('link', { name: /直播/ }).click()

  await expect(shop.getByTestId('card').getByTestId('checkout-link')).toBeVisible()
  await expect(together(shop)).toHaveCount(0)
  await expect(shop.getByTestId('held-strip')).toHaveCount(0)
  await expect(studio.getByTestId('figure-paid')).toContainText('3')
})
