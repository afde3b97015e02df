// On PostgreSQL, in Chinese, on a phone: a shop is connected by the keyboard, in two tabs, through a reload, and left again.
import { field, hear, step, test } from './connectWorld.ts'
import { findings } from './findings.ts'
import { PHONE } from './people.ts'
import { expect } from './test.ts'

test.use({ database: 'postgres' })

test('connected by the keyboard, tested in two tabs and through a reload, and left for the other again', async ({
  people,
  evening: { shop, world },
}) => {
  const options = { viewport: PHONE, locale: 'zh-TW', permissions: ['clipboard-read', 'clipboard-write'] }
  const page = await people.staff({ path: '/studio/shop', options })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('商店')
  const tab = await page.context().newPage()

  await test.step('by the keyboard alone, and a reload in the middle of the test shows that it runs still', async () => {
    shop.setOpen(true)
    const slow = shop.hold()
    await page.getByTestId('shop-kind-ucp').press('Enter')
    await field(page, 'SHOP_URL').fill(shop.url)
    // The keys are kept by then, and the test has begun.
    const begun = page.waitForRequest('**/api/shop/trip')
    await page.keyboard.press('Enter')
    await begun
    await expect(page.getByTestId('shop-test')).toBeDisabled()
    await page.reload()
    await tab.goto(page.url())
    for (const one of [page, tab]) {
      await expect(one.getByTestId('shop-kind-ucp')).toHaveAttribute('aria-pressed', 'true')
      await expect(one.getByTestId('shop-test')).toBeDisabled()
    }
    await page.screenshot({ path: 'test-results/connect-shop/hant-running.png', fullPage: true })
    slow.letGo()
    for (const one of [page, tab]) await expect(step(one, 'told_of_order')).toHaveAttribute('data-state', 'waiting')
    expect(await findings(page)).toEqual([])
    await page.screenshot({ path: 'test-results/connect-shop/hant-waiting.png', fullPage: true })
  })
  await hear(page, world)

  await test.step('pressed in both tabs at once it is used once', async () => {
    for (const one of [page, tab]) {
      await expect(step(one, 'told_of_order')).toHaveAttribute('data-state', 'passed')
      await one.getByTestId('use-below').click()
    }
    // The later one's button goes away once it has heard of the other: both are pressed while they are there.
    await Promise.all(
      [page, tab].map((one) => one.getByTestId('use-shop-yes').evaluate((yes: HTMLElement) => yes.click())),
    )
    for (const one of [page, tab]) await expect(one.getByTestId('shop-kind-ucp')).toContainText('使用中')
    await expect(page.getByTestId('changes')).toContainText('商品用檔案匯入')
  })

  await test.step('the other way round: the former is tested and used again', async () => {
    await page.getByTestId('shop-kind-generic').click()
    await page.getByTestId('shop-test').click()
    await expect(step(page, 'opens_checkout')).toHaveAttribute('data-state', 'passed')
    await page.screenshot({ path: 'test-results/connect-shop/hant-generic.png', fullPage: true })
  })
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wider).toBeLessThanOrEqual(0)
})
