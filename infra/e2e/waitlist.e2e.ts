// Sold out, and what follows: a place in line, the turn with its short deadline, another quantity, and staff who change the stock.
import type { Page } from '@playwright/test'
import { goLiveCameraOff } from './people.ts'
import { checkLedger } from './records.ts'
import { expect, test } from './test.ts'

const LAMP = 'brass-lamp'
const OFFERS = `offers-${LAMP}`

test.use({ worldOf: 'waitlist' })
test.describe.configure({ mode: 'serial' })

/** Types a number of the lamp's offer and leaves the field. */
async function setOffer(studio: Page, field: 'allotted' | 'each', value: number): Promise<void> {
  const input = studio.getByTestId(OFFERS).locator(`input[data-testid^='${field}-']`)
  await input.fill(String(value))
  await input.press('Enter')
}

const saved = (studio: Page, field: 'allotted' | 'perViewer') =>
  expect(studio.getByTestId(OFFERS).getByTestId(`saved-${field}`)).toHaveAttribute('data-phase', 'saved')

async function leftOnTurn(phone: Page): Promise<number> {
  const [minutes = '99', seconds = '0'] = (await phone.getByTestId('countdown').first().innerText()).split(':')
  return Number(minutes) * 60 + Number(seconds)
}

test('the last unit goes to whoever stands first in line, staff cannot lower the stock below what is taken, and a hold may grow', async ({
  people,
  world,
}) => {
  const studio = await people.staff()
  await goLiveCameraOff(studio)
  await studio.getByTestId(`pin-${LAMP}`).click()
  const [panda, kiki, tofu] = [await people.viewer(), await people.viewer(), await people.viewer()]
  for (const phone of [panda, kiki, tofu]) await expect(phone.getByTestId('card')).toContainText(/lamp/i)

  await test.step('staff leave one unit on sale, up to three each', async () => {
    await studio.getByTestId(`offers-of-${LAMP}`).click()
    await setOffer(studio, 'each', 3)
    await saved(studio, 'perViewer')
    await setOffer(studio, 'allotted', 1)
    await saved(studio, 'allotted')
    await expect(panda.getByTestId('stock')).toHaveAttribute('data-left', '1')
  })
  await test.step('panda holds it, kiki and tofu stand in line and see their places', async () => {
    await panda.getByTestId('hold-button').click()
    await expect(panda.getByTestId('checkout-link')).toBeVisible()
    await kiki.getByTestId('join-line').click()
    await expect(kiki.getByTestId('wait')).toContainText('You’re next')
    await tofu.getByTestId('join-line').click()
    await expect(tofu.getByTestId('wait')).toContainText('1 before you')
    await expect(studio.getByTestId(OFFERS)).toContainText('2 in line')
  })
  await test.step('panda lets it go: it is kiki’s turn, with a short deadline, and tofu moves up', async () => {
    await panda.getByTestId('let-go').click()
    await expect(kiki.getByTestId('your-turn')).toContainText('Your turn')
    await expect(kiki.getByTestId('notice')).toContainText('Your turn')
    expect(await leftOnTurn(kiki)).toBeLessThanOrEqual(5 * 60)
    await expect(tofu.getByTestId('wait')).toContainText('You’re next')
  })
  await test.step('tofu leaves the line', async () => {
    await tofu.getByTestId('leave-line').click()
    await expect(tofu.getByTestId('wait')).toHaveCount(0)
    await expect(tofu.getByTestId('join-line')).toBeVisible()
  })
  await test.step('kiki goes to the checkout', async () => {
    await kiki.getByTestId('checkout-link').click()
    await kiki.waitForURL((url) => url.origin === new URL(world.shopUrl).origin)
  })
  await test.step('staff add a unit, panda holds it, and the stock cannot be lowered below the two taken', async () => {
    await setOffer(studio, 'allotted', 2)
    await saved(studio, 'allotted')
    await panda.getByTestId('hold-button').click()
    await expect(panda.getByTestId('checkout-link')).toBeVisible()
    await setOffer(studio, 'allotted', 1)
    await expect(studio.getByTestId('offer-problem')).toContainText('2 are held or paid')
  })
  await test.step('with more stock panda takes one more, at twice the price', async () => {
    await expect(panda.getByTestId('one-more')).toBeDisabled()
    const price = await panda.getByTestId('price').innerText()
    await setOffer(studio, 'allotted', 4)
    await panda.getByTestId('one-more').click()
    await expect(panda.getByTestId('quantity')).toHaveText('2')
    await expect(panda.getByTestId('price')).not.toHaveText(price)
    await panda.getByTestId('one-less').click()
    await expect(panda.getByTestId('price')).toHaveText(price)
  })
  expect(await checkLedger(world.dataDir)).toBe('')
})

test('under first to pay the card promises nothing that it does not keep', async ({ people }) => {
  const studio = await people.staff()
  await studio.getByTestId('pin-osmanthus-tea').click()
  await studio.getByTestId('offers-of-osmanthus-tea').click()
  await studio
    .getByTestId('offers-osmanthus-tea')
    .getByTestId(/^first_paid-/)
    .click()
  const phone = await people.viewer()

  await expect(phone.getByTestId('first-paid')).toContainText('first to pay gets it')
  await phone.getByTestId('hold-button').click()

  await expect(phone.getByTestId('not-reserved')).toContainText('Not reserved')
  await expect(phone.getByTestId('checkout-link').first()).toBeVisible()
  await expect(phone.getByTestId('countdown')).toHaveCount(0)
})
