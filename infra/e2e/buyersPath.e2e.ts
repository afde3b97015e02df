// The buyer's path on a phone: from the link to the picture, from the pin to the checkout in two taps (three with a size), to paid.
import type { Page } from '@playwright/test'
import { type Buyer, createBuyer } from './buyer.ts'
import { framesOf, goLive } from './people.ts'
import { expect, test } from './test.ts'

// As a shop has it: the page waits for its own token.
test.use({ worldOf: 'buyersPath', settings: { MIN_TOKEN_AGE_MS: '2000' } })
test.describe.configure({ mode: 'serial' })

/** What is looked at by eye goes with the other leftovers of a run. */
const shot = (page: Page, name: string) => page.screenshot({ path: `test-results/buyers-path/${name}.png` })

async function watch({ page, part }: Buyer, url: string): Promise<void> {
  await part('link -> first frame', async () => {
    await page.goto(url, { waitUntil: 'commit' })
    await expect.poll(() => framesOf(page.getByTestId('video')).catch(() => 0), { intervals: [20] }).toBeGreaterThan(0)
  })
}

async function reachCheckout({ page, part, tap }: Buyer, shopUrl: string): Promise<void> {
  await part('tap -> checkout shown', async () => {
    await tap(page.getByTestId('card').getByTestId('checkout-link'))
    await page.waitForURL((url) => url.port === new URL(shopUrl).port)
    await page.getByRole('button', { name: /^pay/i }).waitFor()
  })
}

/** Paid in the shop; the show learns of it from the shop's server, not from the buyer's way back. */
async function payAndReturn(buyer: Buyer): Promise<void> {
  const { page, part, tap } = buyer
  await part('paid -> viewer says paid', async () => {
    await tap(page.getByRole('button', { name: /^pay/i }))
    await page.getByRole('link', { name: /back to the show/i }).waitFor()
    await shot(page, 'thanks')
    await tap(page.getByRole('link', { name: /back to the show/i }))
    await expect(page.getByTestId('paid').first()).toBeVisible()
  })
}

test('from the pin it is two taps to the checkout, and paid is said in the show', async ({ people, world }) => {
  const studio = await people.staff()
  await goLive(studio)
  await studio.getByTestId('pin-stoneware-mug').click()
  const buyer = await createBuyer(people)
  const { page } = buyer

  await watch(buyer, `${world.url}/s/autumn?via=friend`)
  await expect(page.getByTestId('card')).toContainText(/mug/i)
  await shot(page, 'pinned')
  await buyer.part('tap -> held', async () => {
    await buyer.tap(page.getByTestId('hold-button'))
    await page.getByTestId('card').getByTestId('checkout-link').waitFor()
  })
  await shot(page, 'held')
  await reachCheckout(buyer, world.shopUrl)
  await shot(page, 'checkout')

  expect(buyer.taps()).toBe(2)
  await payAndReturn(buyer)
  await shot(page, 'paid')
  await expect(studio.getByTestId('figure-paid')).toContainText('1')
})

test('with a size it is three taps', async ({ people, world }) => {
  const studio = await people.staff()
  await goLive(studio)
  await studio.getByTestId('pin-linen-shirt').click()
  const buyer = await createBuyer(people)
  const { page } = buyer

  await watch(buyer, `${world.url}/s/autumn`)
  await expect(page.getByTestId('card')).toContainText(/linen/i)
  await buyer.tap(page.getByTestId('hold-button'))
  await page.getByTestId('size-option').first().waitFor()
  await shot(page, 'sizes')
  await buyer.part('tap on a size -> held', async () => {
    await buyer.tap(page.getByTestId('size-option').first())
    await page.getByTestId('card').getByTestId('checkout-link').waitFor()
  })
  await shot(page, 'size-held')
  await reachCheckout(buyer, world.shopUrl)

  expect(buyer.taps()).toBe(3)
  await payAndReturn(buyer)
  await expect(studio.getByTestId('figure-paid')).toContainText('2')
})
