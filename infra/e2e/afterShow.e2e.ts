// When the show is over: what is held is still paid, products lead to the shop, and the shop's next show is one tap away.
import type { Page } from '@playwright/test'
import { createBuyer } from './buyer.ts'
import { findings } from './findings.ts'
import { DESK, goLiveCameraOff } from './people.ts'
import { expect, test } from './test.ts'

test.use({ worldOf: 'afterShow' })
test.describe.configure({ mode: 'serial' })

const HOUR_MS = 3_600_000
const MUG_PAGE = 'https://shop.test/products/stoneware-mug'
const LOOKS = {
  small: { width: 320, height: 568 },
  phone: { width: 390, height: 844 },
  tablet: { width: 820, height: 1180 },
  desk: DESK,
}
const PRODUCTS = [
  'product,title,variant,sku,price,stock,url',
  `stoneware-mug,Stoneware mug,,MUG-TERRACOTTA,58,40,${MUG_PAGE}`,
  'bamboo-basket,Bamboo basket,,BAMBOO-BASKET,89,16,javascript:alert(1)',
]

/** As the studio's own pages do. */
async function post(page: Page, path: string, { data, type }: { data: unknown; type: string }): Promise<void> {
  const headers = { origin: new URL(page.url()).origin, 'content-type': type }
  const answer = await page.request.post(path, { headers, data })
  expect(answer.ok()).toBe(true)
}

test('the show ends: no dead button, what is held goes on to the checkout, and the order is listed', async ({
  people,
  world,
}) => {
  const studio = await people.staff()
  await goLiveCameraOff(studio)
  await studio.getByTestId('pin-stoneware-mug').click()
  const file = `${world.url}/api/shop/csv/import?currency=CNY`
  await post(studio, file, { data: Buffer.from(PRODUCTS.join('\n')), type: 'text/csv' })
  const show = { title: { en: 'Winter table', 'zh-Hans': '冬日餐桌' }, startsAt: Date.now() + 5 * HOUR_MS }
  await post(studio, `${world.url}/api/shows`, { data: show, type: 'application/json' })
  const buyer = await createBuyer(people)
  const { page, tap } = buyer
  await page.goto(`${world.url}/s/autumn`)
  await tap(page.getByTestId('card').getByTestId('hold-button'))
  await page.getByTestId('checkout-link').waitFor()

  await studio.getByTestId('end-show').click()
  await studio.getByTestId('confirm').click()

  await expect(page.getByTestId('ended')).toBeVisible()
  await expect(page.locator('button:disabled, [aria-disabled=true]')).toHaveCount(0)
  await expect(page.getByTestId('held-strip')).toContainText(/mug/i)
  await tap(page.getByTestId('held-strip').getByTestId('checkout-link'))
  await page.waitForURL((url) => url.port === new URL(world.shopUrl).port)
  await tap(page.getByRole('button', { name: /^pay/i }))
  await tap(page.getByRole('link', { name: /back to the show/i }))
  await expect(page.getByTestId('ended').getByTestId('paid')).toContainText(/mug/i)
  await page.reload()
  await expect(page.getByTestId('ended').getByTestId('paid')).toContainText(/mug/i)
  expect(await findings(page)).toEqual([])
})

test('who comes by the link later finds the shop’s pages, and of a hostile address nothing', async ({ people }) => {
  for (const [name, viewport] of Object.entries(LOOKS))
    for (const lang of ['en', 'zh-Hans']) {
      const page = await people.viewer({ path: `/s/autumn?lang=${lang}`, options: { viewport } })
      const row = page.getByTestId('shop-row')
      await expect(row).toHaveCount(1)
      await expect(row).toHaveAttribute('href', MUG_PAGE)
      await expect(row).toContainText(lang === 'en' ? 'at the shop' : '去店铺')
      await expect(page.getByTestId('next-show')).toContainText(lang === 'en' ? 'Winter table' : '冬日餐桌')
      await expect(page.getByTestId('next-countdown')).toHaveText(/^[34]:\d\d:\d\d$/)
      await expect(page.locator('a[href^="javascript:"]')).toHaveCount(0)
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
      expect(await findings(page)).toEqual([])
      await page.screenshot({ path: `test-results/after/${name}-${lang}.png` })
      await page.getByTestId('shop-row').scrollIntoViewIfNeeded()
      await page.screenshot({ path: `test-results/after/${name}-${lang}-below.png` })
    }
  const phone = await people.viewer()
  await phone.getByTestId('product-row').first().click()
  await expect(phone.getByTestId('product-sheet')).toContainText('The show is over')
  await expect(phone.locator('button:disabled, [aria-disabled=true]')).toHaveCount(0)
})

test('when the next show begins it is one tap away', async ({ people }) => {
  const page = await people.viewer({ path: '/s/autumn?lang=en' })
  const words = page.getByTestId('next-show').getByRole('link')
  const path = (await words.first().getAttribute('href')) ?? ''
  const studio = await people.staff({ show: path.replace(/^\/s\/|\?.*$/g, '') })
  await goLiveCameraOff(studio)

  await expect(page.getByTestId('watch-next')).toBeVisible()
  await page.screenshot({ path: 'test-results/after/on-now.png' })
  await page.getByTestId('watch-next').click()

  await expect(page.getByTestId('comment-input')).toBeEnabled()
  expect(new URL(page.url()).pathname).toBe(path.replace(/\?.*$/, ''))
})
