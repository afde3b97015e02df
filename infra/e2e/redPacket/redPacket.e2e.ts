// A red packet as people do it: staff open one in seconds, two phones tap, the third comes too late, and everyone sees who was luckiest.
import type { Page } from '@playwright/test'
import { DESK, goLiveCameraOff } from '../people.ts'
import { standStill } from '../standStill.ts'
import { expect, test } from '../test.ts'

const SMALL = { width: 320, height: 568 }

test.use({ worldOf: 'redPacket' })

async function picture(page: Page, name: string): Promise<void> {
  await standStill(page)
  await page.screenshot({ path: `test-results/red-packet-${name}.png` })
}

test('staff open a red packet, two get a coupon each with one tap, and the third is told that all are gone', async ({
  people,
}) => {
  const studio = await people.staff()
  await goLiveCameraOff(studio)
  const thumb = await people.viewer()
  const keys = await people.viewer({ options: { viewport: DESK } })
  const late = await people.viewer({ path: '/s/autumn?lang=zh-Hans', options: { viewport: SMALL } })

  await test.step('what cannot be split evenly is told with what can be; then it is open', async () => {
    await studio.getByTestId('tab-plays').click()
    await studio.getByTestId('play-kind-redPacket').click()
    await studio.getByTestId('redPacket-places').fill('2')
    const form = studio.getByRole('form', { name: 'Red packet' })
    await form.getByRole('button', { name: 'The same for all' }).click()
    await studio.getByTestId('redPacket-total').fill('20.01')
    await expect(studio.getByTestId('redPacket-problem')).toContainText('cannot be split evenly')
    await expect(studio.getByTestId('redPacket-open')).toBeDisabled()
    await studio.getByTestId('redPacket-problem').getByRole('button').first().click()
    await expect(studio.getByTestId('redPacket-total')).toHaveValue('20')
    await form.getByRole('button', { name: 'By luck' }).click()
    await studio.getByTestId('redPacket-least').fill('2')
    await picture(studio, 'form')
    await studio.getByTestId('redPacket-open').click()
  })
  await test.step('one tap opens it, and the reply says what was in it', async () => {
    await expect(late.getByTestId('redPacket')).toContainText('共 2 份')
    await picture(thumb, 'closed')
    for (const phone of [thumb, late]) {
      await expect(phone.getByTestId('redPacket-hash')).toHaveText(/^[0-9a-f]{4}…[0-9a-f]{4}$/)
    }
    const proof = (await late.getByTestId('redPacket-hash').getAttribute('href')) ?? ''
    expect(proof).toMatch(/^\/v\/.*lang=zh-Hans$/)
    expect((await late.request.get(new URL(proof, late.url()).href)).status()).toBe(200)
    await picture(late, 'zh')
    await thumb.getByTestId('redPacket-open').click()
    await expect(thumb.getByTestId('redPacket-amount')).toHaveText(/\d/)
    await expect(thumb.getByTestId('announcer')).toContainText(/you got/i)
    await picture(thumb, 'open')
  })
  await test.step('so does a key, and the focus goes where the amount is', async () => {
    await keys.getByTestId('redPacket-open').focus()
    await keys.keyboard.press('Enter')
    await expect(keys.getByTestId('redPacket-amount')).toHaveText(/\d/)
    await expect(keys.getByTestId('redPacket').locator(':focus')).toHaveCount(1)
    await picture(keys, 'keys')
  })
  await test.step('both make up the whole, and whoever comes too late is told so', async () => {
    await expect(late.getByTestId('redPacket-gone')).toHaveText('2 份已抢完')
    await expect(studio.locator('[data-testid^="redPacket-"][data-state]').first()).toContainText('2 of 2')
    const amounts = await Promise.all([thumb, keys].map((page) => page.getByTestId('redPacket-amount').textContent()))
    const sum = amounts.reduce((all, text) => all + Math.round(100 * Number(text?.replace(/[^\d.]/g, ''))), 0)
    expect(sum).toBe(2000)
    await picture(late, 'gone-zh')
    await picture(studio, 'desk')
  })
  await test.step('a reload shows the same', async () => {
    const amount = await thumb.getByTestId('redPacket-amount').textContent()
    await thumb.reload()
    await expect(thumb.getByTestId('redPacket-amount')).toHaveText(amount ?? '')
  })
})
