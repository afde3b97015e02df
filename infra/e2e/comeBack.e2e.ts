// A buyer who leaves the shop's checkout is back at the same show, by the same share link, with the hold still running.
import type { Page } from '@playwright/test'
import { type Buyer, createBuyer } from './buyer.ts'
import { goLiveCameraOff, PHONE } from './people.ts'
import { expect, test } from './test.ts'

test.use({ worldOf: 'comeBack' })
test.describe.configure({ mode: 'serial' })

const shot = (page: Page, name: string) => page.screenshot({ path: `test-results/buyers-path/${name}.png` })
const cardOf = (page: Page) => page.getByTestId('card')

/** What is left on the card's countdown, in seconds. */
async function secondsLeft(page: Page): Promise<number> {
  const text = await cardOf(page).getByTestId('countdown').innerText()
  const [minutes = 0, seconds = 0] = text.split(':').map(Number)
  return minutes * 60 + seconds
}

async function toCheckout(buyer: Buyer, shopUrl: string): Promise<void> {
  const { page, tap } = buyer
  await tap(page.getByTestId('checkout-link').first())
  await page.waitForURL((url) => url.port === new URL(shopUrl).port)
  await page.getByTestId('card').waitFor({ state: 'detached' })
}

async function expectSameLink(page: Page, tap: Buyer['tap']): Promise<void> {
  await tap(page.getByTestId('share'))
  await expect(page.locator('.share-link')).toHaveText(/\/s\/autumn\?via=friend$/)
  await page.keyboard.press('Escape')
  await expect(page.locator('.share-link')).toBeHidden()
}

test('the shop’s way back leads to the same show, link and hold, and to the checkout again', async ({
  people,
  world,
}) => {
  const studio = await people.staff()
  await goLiveCameraOff(studio)
  await studio.getByTestId('pin-stoneware-mug').click()
  const buyer = await createBuyer(people)
  const { page, tap } = buyer
  await page.goto(`${world.url}/s/autumn?via=friend`)
  await tap(cardOf(page).getByTestId('hold-button'))
  await cardOf(page).getByTestId('checkout-link').waitFor()
  await toCheckout(buyer, world.shopUrl)
  await shot(page, 'checkout')

  await buyer.part('back to the show -> card shown', async () => {
    await tap(page.getByRole('button', { name: /back to the show/i }))
    await expect(cardOf(page)).toContainText(/held for you/i)
  })

  await shot(page, 'came-back')
  expect(new URL(page.url()).pathname).toBe('/s/autumn')
  expect(new URL(page.url()).searchParams.get('via')).toBe('friend')
  expect(new URL(page.url()).searchParams.get('back')).toBeNull()
  await expect(page.getByTestId('notice')).toContainText(/still held/i)
  const left = await secondsLeft(page)
  await expect.poll(() => secondsLeft(page)).toBeLessThan(left)
  await expectSameLink(page, tap)
  await toCheckout(buyer, world.shopUrl)
  await expect(page.getByRole('button', { name: /^pay/i })).toBeVisible()
})

test('the browser’s back button does the same; what was held stays in sight when another thing is pinned', async ({
  people,
  world,
}) => {
  const studio = await people.staff()
  const buyer = await createBuyer(people, 'zh-TW')
  const { page, tap } = buyer
  await page.goto(`${world.url}/s/autumn?via=friend&lang=en`)
  await tap(cardOf(page).getByTestId('hold-button'))
  await cardOf(page).getByTestId('checkout-link').waitFor()
  await toCheckout(buyer, world.shopUrl)
  await expect(page.getByRole('heading', { name: 'Checkout' })).toBeVisible()

  await page.goBack()
  await expect(cardOf(page)).toContainText(/your checkout is open/i)
  await shot(page, 'went-back')
  const left = await secondsLeft(page)
  await expect.poll(() => secondsLeft(page)).toBeLessThan(left)
  await expectSameLink(page, tap)
  await studio.getByTestId('pin-linen-shirt').click()

  await expect(cardOf(page)).toContainText(/linen/i)
  await expect(page.getByTestId('held-strip')).toContainText(/mug/i)
  const way = await page.getByTestId('held-strip').getByTestId('checkout-link').boundingBox()
  expect((way?.x ?? 0) + (way?.width ?? 0)).toBeLessThanOrEqual(PHONE.width)
  await shot(page, 'strip')
  await toCheckout(buyer, world.shopUrl)
  await tap(page.getByRole('button', { name: /^pay/i }))
  await tap(page.getByRole('link', { name: /back to the show/i }))
  // Said once the room is there, a whole page later.
  await expect(page.getByTestId('notice')).toContainText(/paid|still held/i)
  await expect(studio.getByTestId('figure-paid')).toContainText('1')
})
