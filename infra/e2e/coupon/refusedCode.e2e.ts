// A shop that refuses the code of a coupon: the buyer reads it, goes on without it at the price before, and still has it.
import { expect } from '../test.ts'
import { DESK } from '../people.ts'
import { openShow, shopTest } from '../shopEvening.ts'
import { standStill } from '../standStill.ts'

const test = shopTest('admin')

const WORDS = {
  en: 'Try without the coupon: $15. It stays yours.',
  'zh-Hans': '不用券，按 $15 买，券给您留着',
  'zh-Hant': '不用券，以 US$15 購買，券還是您的',
}

test('whoever came with it is not stuck: the hold goes on without it, and the next one has it', async ({
  people,
  evening: { shop, world },
}) => {
  const studio = await people.page({ path: world.welcome, options: { viewport: DESK } })
  const show = await openShow(studio)
  await studio.locator('[data-testid^="pin-"]').first().click()
  await studio.getByTestId('tab-plays').click()
  await studio.getByTestId('play-kind-coupon').click()
  await studio.getByTestId('coupon-off').fill('2')
  await studio.getByTestId('coupon-open').click()
  const phone = await people.page({ path: `/s/${show}` })
  const card = phone.getByTestId('card')
  const row = studio.locator('.coupon-row')
  await phone.getByTestId('coupon-claim').click()
  await expect(phone.getByTestId('ticket-onCard')).toBeVisible()
  await card.getByTestId('hold-button').click()
  await card.getByTestId('size-option').first().click()
  await expect(card.getByTestId('price')).toHaveText('$13')

  await test.step('refused: the hold and its coupon stay, and the desk has the shop’s own words', async () => {
    shop.refuseCodesWith('The promotion code is invalid')
    await card.getByTestId('checkout-link').click()
    await expect(phone.getByTestId('notice')).toContainText('The shop could not open its checkout.')
    await expect(card.getByTestId('coupon-line')).toBeVisible()
    await expect(card.getByTestId('leave-coupon')).toHaveText(WORDS.en)
    await expect(studio.getByTestId('handoff-failed')).toContainText('The promotion code is invalid')
  })
  await test.step('the way on is said in every language, and lies on nothing', async () => {
    for (const [lang, words] of Object.entries(WORDS)) {
      await phone.goto(`${world.url}/s/${show}?notice=SHOP_REFUSED&lang=${lang}`)
      await expect(card.getByTestId('leave-coupon')).toHaveText(words)
      await standStill(phone)
      await phone.screenshot({ path: `test-results/coupon/refused-${lang}.png` })
    }
    const box = await card.getByTestId('leave-coupon').boundingBox()
    expect(box?.height).toBeGreaterThanOrEqual(44)
  })
  await test.step('without it the hold is at the price before, also once its quantity is changed', async () => {
    await phone.goto(`${world.url}/s/${show}?notice=SHOP_REFUSED&lang=en`)
    await studio.getByTestId('tab-plays').click()
    await expect(row).toContainText('1 kept for a hold right now: $2')
    await card.getByTestId('leave-coupon').click()
    await expect(card.getByTestId('price')).toHaveText('$15')
    await expect(card.getByTestId('leave-coupon')).toBeHidden()
    await expect(row).not.toContainText('kept for a hold')
    await card.getByTestId('one-more').click()
    await expect(card.getByTestId('price')).toHaveText('$30')
    await card.getByTestId('one-less').click()
    await expect(card.getByTestId('price')).toHaveText('$15')
    await expect(row).not.toContainText('kept for a hold')
  })
  await test.step('its checkout opens, and the next hold has the coupon', async () => {
    const product = (await card.getAttribute('data-product')) ?? ''
    await card.getByTestId('checkout-link').click()
    await phone.waitForURL(/cart_id=cart_open/)
    await expect(studio.getByTestId('handoff-failed')).toBeHidden()
    await phone.goto(`${world.url}/s/${show}/p/${product}?notice=SHOP_REFUSED&lang=en`)
    const sheet = phone.getByTestId('product-sheet')
    await sheet.getByTestId('size-option').last().click()
    await expect(sheet.getByTestId('price')).toHaveText('$13.50')
    await expect(sheet.getByTestId('coupon-line')).toBeVisible()
    // It was held after the refusal that this page tells of.
    await expect(sheet.getByTestId('leave-coupon')).toHaveCount(0)
    await studio.getByTestId('tab-plays').click()
    await expect(row).toContainText('1 kept for a hold right now: $2')
    await expect(row).not.toContainText('1 used')
  })
})
