// One address meets its share in real browsers: the viewer reads the true reason, staff let them in with one tap, the viewer buys.
import { ShowId } from '@lantern/shared/contract/ids.ts'
import { createBuyer } from './buyer.ts'
import { goLiveCameraOff } from './people.ts'
import { checkLedger } from './records.ts'
import { holdOf, join } from './storm/visitors.ts'
import { expect, test } from './test.ts'

// Everybody in a world comes from one address: five units of a product are its share then.
test.use({ worldOf: 'crowd', settings: { ADDRESS_SHARE: '1' } })

const HERE = '127.0.0.1'
const SHOW = ShowId.parse('autumn')

test('a viewer is refused for the address alone, staff lift it with one tap, and the viewer buys', async ({
  people,
  world,
}) => {
  const studio = await people.staff()
  await goLiveCameraOff(studio)
  await studio.getByTestId('pin-stoneware-mug').click()
  const { page, tap } = await createBuyer(people)
  await page.goto(`${world.url}/s/autumn`)
  await expect(page.getByTestId('card')).toContainText(/mug/i)
  const neighbour = await join(world, { showId: SHOW, from: HERE })

  await test.step('somebody else behind the address holds all of its share', async () => {
    const offerId = neighbour.offers.find(({ productId }) => productId === 'stoneware-mug')?.id
    if (offerId === undefined) throw new Error('the mug has no offer')
    const held = await neighbour.send('hold:place', holdOf(offerId, 5))
    expect(held).toMatchObject({ ok: true })
  })
  await test.step('the viewer reads why, and that it is not sold out', async () => {
    await tap(page.getByTestId('hold-button'))
    await expect(page.getByTestId('notice')).toContainText(/many new viewers of your network hold this right now/i)
    await expect(page.getByTestId('hold-button')).toBeEnabled()
    await expect(page.getByTestId('card')).not.toContainText(/sold out/i)
    await page.screenshot({ path: 'test-results/crowd/refused.png' })
  })
  await test.step('staff read what happened and lift it', async () => {
    await expect(studio.getByTestId('crowd-met')).toContainText(/new viewers of one address had their share/i)
    await studio.screenshot({ path: 'test-results/crowd/met.png' })
    await studio.getByTestId('crowd-lift').click()
    await expect(studio.getByTestId('crowd-met')).toHaveCount(0)
  })
  await test.step('the viewer holds, pays, and is thanked', async () => {
    await tap(page.getByTestId('hold-button'))
    await tap(page.getByTestId('card').getByTestId('checkout-link'))
    await tap(page.getByRole('button', { name: /^pay/i }).first())
    await expect(page.getByText(/thank/i).first()).toBeVisible()
  })
  neighbour.close()
  expect(await checkLedger(world.dataDir)).toBe('')
})
