// Money that staff give back, as the desk shows it: asked once, units for sale again, and a shop that takes no refunds from others.
import { goLiveCameraOff } from './people.ts'
import { expect, test } from './test.ts'

const LAMP = 'brass-lamp'

test.use({ worldOf: 'refunds' })

test('staff give a paid order back: the row says that the shop’s money is theirs to move, the unit is for sale', async ({
  people,
  world,
}, testInfo) => {
  const studio = await people.staff()
  await goLiveCameraOff(studio)
  await studio.getByTestId(`pin-${LAMP}`).click()
  const phone = await people.viewer()

  await test.step('a viewer holds and pays', async () => {
    await expect(phone.getByTestId('card')).toContainText(/lamp/i)
    await phone.getByTestId('hold-button').first().click()
    await phone.getByTestId('checkout-link').first().click()
    await phone.getByRole('button', { name: /^pay/i }).first().click()
    await phone.getByRole('link', { name: /back to the show/i }).click()
    await expect(phone.getByTestId('paid').first()).toBeVisible()
    await expect(studio.getByTestId('figure-paid')).toContainText('1')
  })

  await test.step('a part goes back: the order stays paid, and the row says what is left to do', async () => {
    await studio.getByTestId('tab-orders').click()
    await studio.locator('[data-testid^="more-"]').click()
    await studio.getByTestId('settle-refund_part').click()
    await studio.getByTestId('part-amount').fill('100000')
    await expect(studio.getByTestId('part-give')).toBeDisabled()
    await studio.getByTestId('part-amount').fill('1.50')
    await studio.screenshot({ path: testInfo.outputPath('part.png') })
    await studio.getByTestId('part-give').click()
    const row = studio.locator('li[data-testid^="order-"]')
    await expect(row.locator('[data-testid^="refund-"]')).toHaveText(
      /^Refund it in the shop\. In all .*1\.50 of it goes back\.$/,
    )
    await expect(row).toHaveAttribute('data-state', 'paid')
    await expect(studio.getByTestId('figure-paid')).toContainText('1')
    await studio.locator('[data-testid^="more-"]').click()
  })

  await test.step('staff are asked once, and read what is left to do', async () => {
    await studio.locator('[data-testid^="more-"]').click()
    await studio.getByTestId('settle-refund_back').click()
    await expect(studio.getByRole('alertdialog')).toContainText('everything back')
    await studio.getByTestId('confirm').click()
    const row = studio.locator('li[data-testid^="order-"]')
    await expect(row).toHaveAttribute('data-state', 'refunded')
    await expect(row.locator('[data-testid^="refund-"]')).toHaveText('Refund it in the shop.')
    await expect(row.locator('.chip')).toHaveText('to refund in the shop')
    await studio.screenshot({ path: testInfo.outputPath('refunded.png') })
  })

  await test.step('the shopkeeper gives the money back there, and the row knows', async () => {
    const shopkeeper = await people.page({ origin: world.shopUrl, path: '/desk' })
    await shopkeeper.getByRole('button', { name: 'Refund' }).click()
    await expect(studio.locator('[data-testid^="refund-"]')).toHaveText('The shop has given it back.')
    await expect(studio.locator('li[data-testid^="order-"] .chip')).toHaveText('refunded')
  })

  await test.step('the unit is for sale again, and the buyer knows', async () => {
    await expect(studio.getByTestId('figure-paid')).toContainText('0')
    await expect(phone.locator('body')).toContainText('The shop pays you back.')
  })
})
