// A step price as people do it: staff open one, two phones pay and reach a step, a third that holds sees its price fall, and the difference is given back.
import type { Page } from '@playwright/test'
import { DESK, goLiveCameraOff } from '../people.ts'
import { standStill } from '../standStill.ts'
import { expect, test } from '../test.ts'

const LAMP = 'brass-lamp'
const WIDE = { width: 1920, height: 1080 }

test.use({ worldOf: 'stepPrice' })

async function picture(page: Page, name: string): Promise<void> {
  await standStill(page)
  await page.screenshot({ path: `test-results/step-price-${name}.png` })
}

async function hold(phone: Page): Promise<void> {
  await phone.getByTestId('hold-button').first().click()
  await expect(phone.getByTestId('checkout-link').first()).toBeVisible()
}

/** A phone goes to the shop and comes back; beside a wide screen the shop opens in a page of its own. */
async function pay(buyer: Page, { isWide }: { readonly isWide: boolean }): Promise<void> {
  await hold(buyer)
  const opened = isWide ? buyer.context().waitForEvent('page') : Promise.resolve(buyer)
  await buyer.getByTestId('checkout-link').first().click()
  const shop = await opened
  await shop.getByRole('button', { name: /^pay/i }).first().click()
  if (!isWide) await shop.getByRole('link', { name: /back to the show/i }).click()
  await expect(buyer.getByTestId('paid').first()).toBeVisible()
}

test('two who pay reach the step, whoever holds pays less, and who paid more gets the difference back', async ({
  people,
}) => {
  const studio = await people.staff()
  await goLiveCameraOff(studio)
  await studio.getByTestId(`pin-${LAMP}`).click()
  await studio.getByTestId('overlay').click()
  await studio.getByTestId('overlay-make').click()
  const address = (await studio.getByTestId('overlay-link').getAttribute('href')) ?? ''
  await studio.keyboard.press('Escape')
  const overlay = await people.page({ options: { viewport: WIDE } })
  await overlay.goto(address)
  const ann = await people.viewer()
  const bob = await people.viewer({ options: { viewport: DESK } })
  const cid = await people.viewer({ path: '/s/autumn?lang=zh-Hans' })

  await test.step('the form is ready; a price that is too high is said where it was typed', async () => {
    await studio.getByTestId('tab-plays').click()
    await studio.getByTestId('play-kind-stepPrice').click()
    await studio.getByTestId('stepPrice-buyers-0').fill('2')
    await studio.getByTestId('stepPrice-price-1').fill('9999')
    await expect(studio.getByTestId('stepPrice-open')).toBeDisabled()
    await picture(studio, 'form-wrong')
    await studio.getByRole('button', { name: 'Remove step 2' }).click()
    await studio.getByTestId('stepPrice-price-0').fill('20')
    // The demo shop takes no refunds: the form says so before it is opened.
    await expect(studio.getByTestId('stepPrice-givesBack')).toHaveAttribute('data-by', 'hand')
    await expect(studio.getByTestId('stepPrice-refused')).toHaveCount(0)
    await picture(studio, 'form')
    await studio.getByTestId('stepPrice-open').click()
  })

  await test.step('everyone sees how many are missing', async () => {
    await expect(ann.getByTestId('stepPrice')).toContainText(/2 more and everyone pays .*20/)
    await expect(cid.getByTestId('stepPrice')).toContainText(/再有 2 人，全员 .*20/)
    for (const [page, name] of [
      [ann, 'ann'],
      [bob, 'bob'],
      [cid, 'cid'],
      [overlay, 'overlay'],
    ] as const)
      await picture(page, name)
  })

  await test.step('a third phone holds, two pay, and its price falls while it looks on', async () => {
    await hold(cid)
    const before = await cid.getByTestId('price').first().textContent()
    await pay(ann, { isWide: false })
    await expect(cid.getByTestId('stepPrice')).toContainText(/再有 1 人/)
    await pay(bob, { isWide: true })
    await expect(cid.getByTestId('stepPrice')).toContainText(/全员 .*20/)
    await expect(cid.getByTestId('price').first()).not.toHaveText(before ?? '')
    await expect(cid.getByTestId('price').first()).toContainText('20')
    await picture(cid, 'fallen')
    await picture(overlay, 'overlay-reached')
  })

  await test.step('it ends, and staff read what goes back; this shop takes no refunds, so that it is by hand', async () => {
    await studio.getByTestId('stepPrice-close').click()
    await studio.getByTestId('confirm').click()
    await expect(studio.getByTestId('stepPrice-back')).toContainText('2 by hand')
    await picture(studio, 'over')
    await studio.getByTestId('tab-orders').click()
    await expect(studio.locator('[data-testid^="refund-"]')).toHaveCount(2)
    await picture(studio, 'orders')
  })

  await test.step('the hold keeps its price', async () => {
    await expect(cid.getByTestId('price').first()).toContainText('20')
  })
})
