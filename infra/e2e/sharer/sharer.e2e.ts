// A sharer as people use it: joined in the show, a page of their own in three languages, a link that brings an order, and what staff see.
import type { Page } from '@playwright/test'
import { goLiveCameraOff, PHONE_AGENT } from '../people.ts'
import { standStill } from '../standStill.ts'
import { expect, test } from '../test.ts'

test.use({ worldOf: 'sharer' })

const SMALL = { width: 320, height: 640 }
const PHONE_OPTIONS = { userAgent: PHONE_AGENT, hasTouch: true, isMobile: true }

async function shoot(page: Page, name: string) {
  await standStill(page)
  await page.screenshot({ path: `test-results/sharer-${name}.png`, fullPage: true })
}

const widthLeft = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

test('a sharer’s link brings an order, and their page and the studio say so', async ({ people, world }) => {
  const studio = await people.staff()
  await goLiveCameraOff(studio)
  await studio.getByTestId('pin-brass-lamp').click()
  await test.step('the owner switches it on, with rates and a board', async () => {
    await studio.getByTestId('sharers').click()
    await studio.getByTestId('sharing-isOn').check()
    await studio.getByTestId('sharing-showsBoard').check()
    await studio.getByTestId('sharing-own').fill('8')
    await studio.getByTestId('sharing-upper').fill('2')
    await studio.getByTestId('add-product').selectOption({ index: 1 })
    await expect(studio.getByTestId('sharing-save')).toBeDisabled()
    await studio.getByTestId('special-own').fill('10')
    await studio.getByTestId('special-upper').fill('1')
    await studio.getByTestId('sharing-save').click()
    await expect(studio.getByText('Saved. New holds go by it.')).toBeVisible()
    await shoot(studio, 'rules')
  })
  const sharer = await people.viewer({ options: PHONE_OPTIONS })
  const path = await test.step('a viewer joins, and has a page', async () => {
    await sharer.getByTestId('share').tap()
    await sharer.getByTestId('sharer-name').fill('willow')
    await sharer.getByTestId('sharer-consent').check()
    await sharer.getByTestId('sharer-join').tap()
    await expect(sharer.getByTestId('my-page')).toBeVisible()
    return (await sharer.getByTestId('my-page').getAttribute('href')) ?? ''
  })
  await sharer.goto(`${world.url}${path}`)
  const link = await test.step('with a link for one group, its code and its text', async () => {
    await expect(sharer.getByTestId('sharer')).toBeVisible()
    await sharer.getByTestId('new-link').tap()
    await sharer.getByTestId('link-name').fill('Elm Street neighbours')
    await sharer.getByTestId('link-make').tap()
    const row = sharer.getByTestId('sharer-link').filter({ hasText: 'Elm Street neighbours' })
    await row.getByTestId('link-more').tap()
    await expect(row.getByRole('img', { name: 'QR code of Elm Street neighbours' })).toBeVisible()
    await expect(row.getByTestId('sharer-text')).toContainText('*')
    await shoot(sharer, 'link')
    return new URL((await row.getByTestId('sharer-link-url').textContent()) ?? '').pathname
  })
  const order = await test.step('by which somebody buys', async () => {
    const buyer = await people.viewer({ path: link, options: PHONE_OPTIONS })
    await buyer.getByTestId('hold-button').first().tap()
    await buyer.getByTestId('checkout-link').first().tap()
    await buyer.getByRole('button', { name: /^pay/i }).tap()
    await buyer.waitForURL(/\/orders\//)
    return decodeURIComponent(new URL(buyer.url()).pathname.split('/').at(-1) ?? '')
  })
  await test.step('the page shows the row, in three languages and on small phones', async () => {
    await expect(sharer.getByTestId('sharer-rows')).toContainText('Elm Street neighbours')
    await expect(sharer.getByTestId('sharer-board')).toContainText('willow')
    for (const [lang, words] of [
      ['en', 'Your commission'],
      ['zh-Hans', '我的佣金'],
      ['zh-Hant', '我的佣金'],
    ] as const) {
      await sharer.goto(`${world.url}${path}?lang=${lang}`)
      await expect(sharer.getByRole('heading', { name: words })).toBeVisible()
      expect(await widthLeft(sharer)).toBeLessThanOrEqual(0)
      await shoot(sharer, lang)
    }
    await sharer.setViewportSize(SMALL)
    expect(await widthLeft(sharer)).toBeLessThanOrEqual(0)
    await sharer.emulateMedia({ colorScheme: 'dark' })
    await shoot(sharer, 'small')
  })
  await test.step('without a line it opens as it was loaded, and says so', async () => {
    await sharer.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await expect
      .poll(() => sharer.evaluate(async () => (await (await caches.open('lantern/my/')).keys()).length))
      .toBeGreaterThan(3)
    await sharer.context().setOffline(true)
    await sharer.reload()
    await expect(sharer.getByTestId('offline')).toBeVisible()
    await expect(sharer.getByTestId('sharer-rows')).toContainText('Elm Street neighbours')
    await expect(sharer.getByTestId('new-link')).toBeDisabled()
    await sharer.context().setOffline(false)
  })
  await test.step('its month is a file', async () => {
    await sharer.goto(`${world.url}${path}`)
    const waiting = sharer.waitForEvent('download')
    await sharer.getByTestId('statement').tap()
    expect((await waiting).suggestedFilename()).toMatch(/^statement-\d{4}-\d\d\.csv$/)
  })
  await test.step('staff see who brought most and where the order came from, and make the page void', async () => {
    await studio.goto(`${world.url}/studio/sharers`)
    await expect(studio.getByTestId('sharers-board')).toContainText('willow')
    await studio.getByTestId('tree-id').fill(order)
    await studio.getByTestId('tree-look').click()
    await expect(studio.getByTestId('order-tree')).toContainText('Brought by willow')
    await expect(studio.getByTestId('order-tree')).toContainText('Elm Street neighbours')
    await studio.getByTestId('sharer-page').click()
    await expect(studio.getByTestId('sharer-url')).toContainText(path)
    await shoot(studio, 'studio')
    const other = await people.viewer({ path, options: PHONE_OPTIONS })
    await expect(other.getByTestId('bound-pass')).toBeVisible()
    await studio.getByTestId('sharer-void').click()
    await studio.getByTestId('confirm').click()
    await sharer.reload()
    await expect(sharer.getByTestId('bound-plain')).toContainText('not there any more')
  })
})
