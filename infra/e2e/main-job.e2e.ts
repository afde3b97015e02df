// The main job in real Chromium: from go-live to a paid order, with the last unit sold exactly once.
import type { Locator, Page } from '@playwright/test'
import { checkLedger, readPools } from './records.ts'
import { goLive, waitForFrames } from './people.ts'
import { expect, test } from './test.ts'

const NOTEBOOK = 'paper-notebook'
const pictures = 'infra/docs/pictures'

test.use({ worldOf: 'main-job' })
test.describe.configure({ mode: 'serial' })

/** Taps at the same instant on every page, however long each message to a page takes. */
async function tapAt(button: Locator, at: number): Promise<void> {
  await button.evaluate((element, then) => {
    // Nothing that the other phone does is shown here before this one has tapped, however slow the machine is.
    while (Date.now() < then);
    if (element instanceof HTMLElement) element.click()
  }, at)
}

async function startSale(studio: Page, sale: { units: string; limit: string; countdown: string }): Promise<void> {
  await studio.getByTestId('sale-product').selectOption(NOTEBOOK)
  await studio.getByTestId('sale-price').fill('19')
  await studio.getByTestId('sale-units').fill(sale.units)
  await studio.getByTestId('sale-limit').fill(sale.limit)
  await studio.getByTestId('sale-countdown').fill(sale.countdown)
  await studio.getByTestId('sale-length').fill('180')
  await studio.getByTestId('sale-start').click()
}

test('staff go live, two phones watch, a flash sale sells the last unit once, the winner pays in the shop and all agree', async ({
  people,
  world,
}) => {
  const studio = await people.staff()
  await goLive(studio)
  const panda = await people.viewer({ path: '/s/autumn?via=panda-link' })
  const kiki = await people.viewer()
  const phones = [panda, kiki]

  await test.step('real frames reach both phones', async () => {
    for (const phone of phones) await waitForFrames(phone.getByTestId('video'), 20)
    await expect(studio.getByTestId('figure-watching')).toContainText('2')
  })
  await test.step('a pin slides in on both', async () => {
    await studio.getByTestId(`pin-${NOTEBOOK}`).click()
    for (const phone of phones) await expect(phone.getByTestId('card')).toContainText(/notebook/i)
  })
  await test.step('comments go both ways', async () => {
    await panda.getByTestId('comment-input').fill('is the paper thick?')
    await panda.getByTestId('comment-input').press('Enter')
    await expect(kiki.getByTestId('comments')).toContainText('is the paper thick?')
    await expect(studio.getByTestId('desk-comments')).toContainText('is the paper thick?')
    await studio.getByTestId('reply-input').fill('120 g, and it lies flat')
    await studio.getByTestId('reply-input').press('Enter')
    for (const phone of phones) await expect(phone.getByTestId('comments')).toContainText('it lies flat')
  })
  await test.step('a flash sale of one unit counts down on the server clock and opens', async () => {
    await startSale(studio, { units: '1', limit: '1', countdown: '10' })
    for (const phone of phones) await expect(phone.getByTestId('countdown')).toBeVisible()
    for (const phone of phones) await expect(phone.getByTestId('hold-button').first()).toBeEnabled()
    await expect(panda.getByTestId('price')).toContainText('19')
    await expect(panda.getByTestId('stock')).toContainText('1')
    await panda.screenshot({ path: `${pictures}/viewer.png` })
    await studio.screenshot({ path: `${pictures}/studio.png` })
  })

  const winner =
    await test.step('both tap the last unit at once: one hold; the other reads that the sale units are gone and what is left', async () => {
      const at = Date.now() + 4000
      await Promise.all(phones.map((phone) => tapAt(phone.getByTestId('hold-button').first(), at)))
      const links = phones.map((phone) => phone.getByTestId('checkout-link').first())
      await expect
        .poll(async () => (await Promise.all(links.map((link) => link.isVisible()))).filter(Boolean).length)
        .toBe(1)
      const won = (await links[0]?.isVisible()) === true ? panda : kiki
      const lost = won === panda ? kiki : panda
      await expect(lost.getByTestId('card')).toContainText(/all 1 at ¥19 are taken/i)
      await expect(lost.getByTestId('card')).toContainText(/89 left at ¥45/i)
      await expect(lost.getByTestId('hold-button').first()).toBeEnabled()
      await expect(won.getByTestId('card')).toContainText(/held/i)
      await won.screenshot({ path: `${pictures}/held.png` })
      return won
    })
  await test.step('the winner pays in the demo shop', async () => {
    await winner.getByTestId('checkout-link').first().click()
    await winner.waitForURL((url) => url.origin === new URL(world.shopUrl).origin)
    await expect(winner.locator('body')).toContainText('19')
    await winner.screenshot({ path: `${pictures}/checkout.png` })
    await winner.getByRole('button', { name: /^pay/i }).first().click()
    await winner.getByRole('link', { name: /back to the show/i }).click()
    await winner.waitForURL(/\/s\/autumn/)
    await expect(winner.getByTestId('paid').first()).toBeVisible()
  })
  await test.step('the studio shows it paid and every pool adds up', async () => {
    await expect(studio.getByTestId('figure-paid')).toContainText('1')
    expect(await checkLedger(world.dataDir)).toBe('')
    for (const pool of readPools(world.dataDir)) expect(pool.free + pool.taken).toBe(pool.allotted)
  })
})

test('ending the show asks once with the consequence, and phones read thank you', async ({ people }) => {
  const studio = await people.staff()
  const phone = await people.viewer()
  await studio.getByTestId('end-show').click()
  await studio.getByTestId('confirm').click()

  await expect(phone.getByTestId('ended')).toBeVisible()
})
