// The counter as people use it: a coupon and an order shown on a phone are redeemed in the shop, each once.
import { goLiveCameraOff, PHONE_AGENT } from '../people.ts'
import { expect, test } from '../test.ts'

test.use({ worldOf: 'counter' })

const PHONE = { userAgent: PHONE_AGENT, hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } }
const SMALL = { width: 320, height: 640 }

test('a coupon and an order are shown at the counter, redeemed once, and told so on the buyer’s page', async ({
  people,
  world,
}) => {
  const studio = await people.staff()
  await goLiveCameraOff(studio)
  await studio.getByTestId('pin-brass-lamp').click()
  const buyer = await people.viewer({ options: PHONE })

  await test.step('a lamp is bought, and a coupon claimed after it', async () => {
    await buyer.getByTestId('hold-button').first().tap()
    await buyer.getByTestId('checkout-link').first().tap()
    await buyer.getByRole('button', { name: /^pay/i }).tap()
    await buyer.waitForURL(/\/orders\//)
    await buyer.goto(`${world.url}/s/autumn`)
    await studio.getByTestId('tab-plays').click()
    await studio.getByTestId('play-next').or(studio.getByTestId('play-kind-coupon')).first().click()
    await studio.getByTestId('play-kind-coupon').click()
    await studio.getByTestId('coupon-off').fill('12')
    await studio.getByTestId('coupon-count').fill('3')
    await studio.getByTestId('coupon-good-week').click()
    await studio.getByTestId('coupon-open').click()
    await buyer.getByTestId('coupon-claim').first().tap()
    await expect(buyer.getByTestId('wallet')).toBeVisible()
    await expect(buyer.getByTestId('counter')).toHaveCount(0)
  })
  const phone = await people.staff()
  await test.step('staff say what the counter takes', async () => {
    await phone.setViewportSize(SMALL)
    await phone.goto(`${world.url}/studio/counter`)
    for (const one of ['takes-coupons', 'takes-orders']) {
      await phone.getByTestId(one).click()
      await expect(phone.getByTestId(one)).toBeChecked()
    }
    await expect(phone.getByTestId('counter-today')).toBeEmpty()
    await phone.getByTestId('counter-typed').fill('AAAA-BBBB-CCCC')
    await phone.getByTestId('counter-look').click()
    await expect(phone.getByTestId('problem')).toContainText('has not made this code')
  })

  await test.step('the buyer shows the order, staff see what it is and hand it out', async () => {
    await expect(async () => {
      await buyer.goto(`${world.url}/s/autumn`)
      await buyer.getByTestId('counter').tap({ timeout: 5000 })
    }).toPass()
    await expect(buyer.getByTestId('counter-thing')).toHaveCount(2)
    await buyer.getByTestId('counter-show').first().tap()
    const code = (await buyer.getByTestId('counter-code').textContent()) ?? ''
    await expect(buyer.getByRole('img', { name: `Code ${code}` })).toBeVisible()
    await phone.getByTestId('counter-typed').fill(code.toLowerCase())
    await phone.getByTestId('counter-look').click()
    await expect(phone.getByTestId('counter-found')).toContainText('Brass table lamp')
    await expect(phone.getByTestId('counter-redeem')).toBeDisabled()
    await phone.getByTestId('counter-place').fill('Main Street')
    await phone.getByTestId('counter-redeem').click()
    await expect(phone.getByTestId('counter-done')).toBeVisible()
    await expect(buyer.getByTestId('counter-redeemed')).toContainText('Main Street')
    await phone.getByTestId('counter-next').click()
    await phone.getByTestId('counter-typed').fill(code)
    await phone.getByTestId('counter-look').click()
    await expect(phone.getByTestId('counter-found')).toContainText('redeemed at the counter already')
    await expect(phone.getByTestId('counter-before').first()).toContainText('Main Street')
    await expect(phone.getByTestId('counter-redeem')).toHaveCount(0)
    await phone.getByTestId('counter-next').click()
  })

  await test.step('the coupon is redeemed, and the wallet says so', async () => {
    await buyer.getByTestId('counter-show').last().tap()
    const code = (await buyer.getByTestId('counter-code').textContent()) ?? ''
    await phone.getByTestId('counter-typed').fill(code)
    await phone.getByTestId('counter-look').click()
    await expect(phone.getByTestId('counter-found')).toContainText('12')
    await phone.getByTestId('counter-redeem').click()
    await expect(buyer.getByTestId('counter-redeemed')).toContainText('Main Street')
    await buyer.keyboard.press('Escape')
    await buyer.getByTestId('wallet').tap()
    await expect(buyer.getByTestId('wallet-past')).toContainText('1')
    await buyer.getByTestId('wallet-past').locator('summary').tap()
    await expect(buyer.getByTestId('wallet-past')).toContainText('redeemed at the counter')
  })

  await test.step('the day is listed, and saved as a file', async () => {
    await expect(phone.getByTestId('counter-today').locator('li')).toHaveCount(2)
    const [file] = await Promise.all([phone.waitForEvent('download'), phone.getByTestId('counter-csv').click()])
    expect(file.suggestedFilename()).toBe('redemptions.csv')
  })
})
