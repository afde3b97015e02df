// A coupon as people do it: staff make one, a thumb claims it, the card and the shop's checkout cost less, and it is used once.
import type { Page } from '@playwright/test'
import { findings } from '../findings.ts'
import { DESK, goLiveCameraOff } from '../people.ts'
import { standStill } from '../standStill.ts'
import { expect, test } from '../test.ts'

const LAMP = 'brass-lamp'
const WIDE = { width: 1920, height: 1080 }
const SMALL = { width: 320, height: 568 }

test.use({ worldOf: 'coupon' })
test.describe.configure({ mode: 'serial' })

async function picture(page: Page, name: string): Promise<void> {
  await standStill(page)
  await page.screenshot({ path: `test-results/coupon/${name}.png` })
}

async function openForm(studio: Page): Promise<void> {
  await studio.getByTestId('tab-plays').click()
  await studio.getByTestId('play-next').or(studio.getByTestId('play-kind-coupon')).first().click()
  await studio.getByTestId('play-kind-coupon').click()
}

const card = (page: Page) => page.getByTestId('card')

async function overlayOf(studio: Page): Promise<string> {
  await studio.getByTestId('overlay').click()
  await studio.getByTestId('overlay-make').click()
  const address = (await studio.getByTestId('overlay-link').getAttribute('href')) ?? ''
  await studio.keyboard.press('Escape')
  return address
}

async function payAndReturn(page: Page, total: string): Promise<void> {
  await card(page).getByTestId('checkout-link').click()
  const pay = page.getByRole('button', { name: /^(pay|支付|付款)/i }).first()
  await expect(pay).toContainText(total)
  await pay.click()
  await page.getByRole('link', { name: /back to the show|返回直播|回到直播/i }).click()
  await expect(page.getByTestId('paid').first()).toBeVisible()
}

test('claimed with a tap it comes off the card, the hold and the shop’s checkout, and is used with the payment', async ({
  people,
}) => {
  const studio = await people.staff()
  await goLiveCameraOff(studio)
  await studio.getByTestId(`pin-${LAMP}`).click()
  const overlay = await people.page({ options: { viewport: WIDE } })
  await overlay.goto(await overlayOf(studio))
  const first = await people.viewer()
  const wide = await people.viewer({ options: { viewport: DESK } })
  const chinese = await people.viewer({ path: '/s/autumn?lang=zh-Hans', options: { viewport: SMALL } })
  await expect(card(first).getByTestId('price')).toHaveText('¥459')

  await test.step('two figures and a tap make it', async () => {
    await openForm(studio)
    await expect(studio.getByTestId('coupon-open')).toBeDisabled()
    await studio.getByTestId('coupon-off').fill('12')
    await studio.getByTestId('coupon-from').fill('99')
    await studio.getByTestId('coupon-count').fill('3')
    await studio.getByTestId('coupon-good-week').click()
    await expect(studio.getByTestId('coupon-costs')).toContainText('¥36')
    await picture(studio, 'form')
    await studio.getByTestId('coupon-open').click()
    await expect(studio.locator('.play-row[data-state=open]')).toContainText('0 of 3 given')
  })

  await test.step('everyone sees it, and whoever claims it has it on the card', async () => {
    await expect(first.getByTestId('coupon-note')).toHaveText('3 of 3 left')
    await expect(chinese.getByTestId('coupon-claim')).toContainText('领取')
    await picture(first, 'offered')
    await picture(chinese, 'offered-chinese')
    await picture(wide, 'offered-wide')
    expect(await findings(first)).toEqual([])
    await first.getByTestId('coupon-claim').click()
    await expect(first.getByTestId('ticket-onCard')).toBeVisible()
    await expect(card(first).getByTestId('price')).toHaveText('¥447')
    await expect(card(first).getByTestId('coupon-line')).toContainText('− ¥12')
    await expect(wide.getByTestId('coupon-note')).toHaveText('2 of 3 left')
    await expect(studio.locator('.play-row[data-state=open]')).toContainText('1 of 3 given')
    await expect(overlay.getByTestId('coupon-ticket').or(overlay.locator('.overlay-ticket'))).toContainText('¥12')
    await picture(first, 'claimed')
    await picture(overlay, 'overlay')
    await picture(studio, 'desk')
    expect(await findings(first)).toEqual([])
  })

  await test.step('a keyboard claims it, too', async () => {
    await wide.getByTestId('coupon-claim').focus()
    await wide.keyboard.press('Enter')
    await expect(wide.getByTestId('announcer')).toContainText('¥12')
    await expect(card(wide).getByTestId('coupon-line')).toBeVisible()
    await picture(wide, 'claimed-wide')
  })

  await test.step('held, it is kept for the hold, and comes back when that is let go', async () => {
    await wide.getByTestId('hold-button').first().click()
    await expect(card(wide).getByTestId('price')).toHaveText('¥447')
    await expect(card(wide).getByTestId('coupon-line')).toContainText('¥459')
    await picture(wide, 'held-wide')
    await card(wide).getByTestId('let-go').click()
    await expect(wide.getByTestId('hold-button').first()).toBeVisible()
    await expect(card(wide).getByTestId('price')).toHaveText('¥447')
  })

  await test.step('the shop takes the lower price, and the coupon is used', async () => {
    await first.getByTestId('hold-button').first().click()
    await expect(card(first).getByTestId('checkout-link')).toBeVisible()
    await picture(first, 'held')
    await payAndReturn(first, '447')
    await expect(studio.locator('.play-row[data-state=open]')).toContainText('1 used')
    await first.getByTestId('wallet').click()
    await first.getByTestId('wallet-past').locator('summary').click()
    await expect(first.getByTestId('wallet-past').locator('li')).toHaveAttribute('data-state', 'used')
    await picture(first, 'wallet-used')
    expect(await findings(first)).toEqual([])
  })

  await test.step('closed, what was given stays good', async () => {
    await studio.getByTestId('coupon-close').click()
    await expect(studio.getByRole('alertdialog')).toContainText('keep it')
    await studio.getByTestId('confirm').click()
    await expect(first.getByTestId('coupon')).toHaveAttribute('data-state', 'settled')
    await expect(card(wide).getByTestId('price')).toHaveText('¥447')
  })
})

test('after a payment the buyer is thanked with a coupon, finds it, and the next hold costs less', async ({
  people,
}) => {
  const studio = await people.staff()
  await openForm(studio)
  await studio.getByTestId('coupon-kind-percent').click()
  await studio.getByTestId('coupon-off').fill('10')
  await studio.getByTestId('coupon-given-paid').click()
  await studio.getByTestId('coupon-open').click()
  await expect(studio.locator('.play-row[data-state=open]')).toContainText('0 of 100 given')
  await studio.getByTestId('pin-stoneware-mug').click()
  const buyer = await people.viewer({ path: '/s/autumn?lang=zh-Hans' })
  await expect(card(buyer)).toContainText('58')
  await buyer.getByTestId('hold-button').first().click()

  await payAndReturn(buyer, '58')

  await expect(buyer.getByTestId('thanks')).toContainText('10%')
  await picture(buyer, 'thanks')
  expect(await findings(buyer)).toEqual([])
  await buyer.getByTestId('thanks-wallet').click()
  await expect(buyer.getByTestId('wallet-sheet')).toContainText('10%')
  await buyer.keyboard.press('Escape')
  await buyer.getByTestId('thanks-close').click()
  await expect(buyer.getByTestId('thanks')).toHaveCount(0)
  await studio.getByTestId('pin-bamboo-basket').click()
  await expect(card(buyer).getByTestId('price')).toHaveText('¥80.10')
  await buyer.getByTestId('hold-button').first().click()
  await payAndReturn(buyer, '80.10')
  await expect(studio.locator('.play-row[data-state=open]')).toContainText('1 used')
})
