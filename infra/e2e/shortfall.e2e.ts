// More is held than the shop has: the desk of the live show says so before anyone pays, and its buttons end it.
import { createBuyer } from './buyer.ts'
import { goLiveCameraOff } from './people.ts'
import { expect, test } from './test.ts'

test.use({ worldOf: 'shortfall' })

const MUG = 'MUG-TERRACOTTA'

test('staff read what is held and gone, lower what is on sale, and the line goes when the hold does', async ({
  people,
  world,
}) => {
  const studio = await people.staff()
  await goLiveCameraOff(studio)
  await studio.getByTestId('pin-stoneware-mug').click()
  const { page, tap } = await createBuyer(people)
  await page.goto(`${world.url}/s/autumn`)
  await tap(page.getByTestId('hold-button'))
  await page.getByTestId('card').getByTestId('checkout-link').waitFor()
  const shop = await people.page({ path: '/desk', origin: world.shopUrl })

  await shop.locator('[name=sku]').fill(MUG)
  await shop.locator('[name=available]').fill('0')
  await shop.getByRole('button', { name: /tell the studio/i }).click()
  const line = studio.getByTestId('short')
  await expect(line).toContainText(/stoneware mug.*1 too many held.*only 0/i)
  await expect(line).toContainText(/nothing more is given out/i)
  await studio.screenshot({ path: 'test-results/buyers-path/short.png' })
  expect(await (await fetch(`${world.url}/metrics`)).text()).toContain('lantern_short_units 1')

  await tap(page.getByTestId('let-go'))
  await expect(line).toContainText(/1 too many on sale/i)
  await studio.getByTestId('short-lower').click()
  await expect(line).toBeHidden()
  await expect(page.getByTestId('card')).toContainText(/waitlist/i)
})
