// A group as people use it: made by staff, sent a link, bought from, and handed over by its leader's phone, with and without a line.
import type { Page } from '@playwright/test'
import { goLiveCameraOff, PHONE_AGENT } from '../people.ts'
import { standStill } from '../standStill.ts'
import { expect, test } from '../test.ts'

test.use({ worldOf: 'groups' })

const SMALL = { width: 320, height: 640 }

async function shoot(page: Page, name: string) {
  await standStill(page)
  await page.screenshot({ path: `test-results/groups-${name}.png` })
}

async function typeCode(leader: Page, code: string) {
  for (const digit of code) await leader.getByTestId(`key-${digit}`).click()
}

test('a group buys by its link, and its leader hands over without a line', async ({ people, world }) => {
  const studio = await people.staff()
  await goLiveCameraOff(studio)
  await studio.getByTestId('pin-brass-lamp').click()
  let leaderPath = ''

  await test.step('staff make a pick-up point and a group', async () => {
    await studio.goto(`${world.url}/studio/groups`)
    await studio.getByTestId('new-point').click()
    await studio.getByTestId('point-name').fill('Corner Bakery')
    await studio.getByTestId('point-address').fill('12 Elm Street')
    await studio.getByTestId('point-hours').fill('until 20:00')
    await studio.getByTestId('point-save').click()
    await studio.getByTestId('new-group').click()
    await studio.getByTestId('group-name').fill('Elm Street')
    await studio.getByTestId('group-theme').fill('neighbours')
    await studio.getByTestId('group-tags').fill('north, old')
    await studio.getByTestId('group-point').selectOption({ label: 'Corner Bakery' })
    await studio.getByTestId('group-save').click()
    await expect(studio.getByTestId('groups')).toContainText('Elm Street')
    await studio.getByTestId('group-more').click()
    await studio.getByTestId('leader-make').click()
    await studio.getByTestId('leader-url').waitFor()
    await studio.getByTestId('prices-new').click()
    await studio.getByTestId('price-percent').fill('20')
    await studio.getByTestId('prices-save').click()
    await expect(studio.getByTestId('price-list')).toHaveText('Every show · 20% off')
    leaderPath = new URL((await studio.getByTestId('leader-url').textContent()) ?? '').pathname
    await shoot(studio, 'studio')
    await studio.getByTestId('tag-north').click()
    await expect(studio.getByTestId('groups')).toContainText('Elm Street')
  })
  const path = await test.step('one tap makes its link for the show', async () => {
    await studio.goto(`${world.url}/studio/shows/autumn`)
    await studio.getByTestId('share').click()
    await studio.getByRole('button', { name: 'Elm Street', exact: true }).click()
    const address = studio.getByTestId('link-address')
    await expect(address).toBeVisible()
    await expect(studio.getByRole('button', { name: 'Elm Street, has a link' })).toBeVisible()
    await shoot(studio, 'share')
    const shown = (await address.textContent()) ?? ''
    return shown.slice(shown.indexOf('/'))
  })
  const buyer = await people.viewer({ path, options: { userAgent: PHONE_AGENT, hasTouch: true, isMobile: true } })
  await test.step('it sees the group’s price and pick-up point before it holds, and after', async () => {
    const fact = buyer.getByTestId('group-fact').first()
    await expect(fact).toContainText('Elm Street')
    await expect(fact).toContainText('Corner Bakery, 12 Elm Street, until 20:00')
    const stranger = await people.viewer({ options: { userAgent: PHONE_AGENT, viewport: SMALL } })
    const usual = (await stranger.getByTestId('price').first().textContent()) ?? ''
    await expect(stranger.getByTestId('group-fact')).toHaveCount(0)
    expect(await buyer.getByTestId('price').first().textContent()).not.toBe(usual)
    await shoot(buyer, 'price')
  })
  await test.step('a buyer comes by it and pays', async () => {
    await buyer.getByTestId('hold-button').first().tap()
    await expect(buyer.getByTestId('group-fact').first()).toContainText('Corner Bakery')
    await shoot(buyer, 'held')
    await buyer.getByTestId('checkout-link').first().tap()
    await buyer.getByRole('button', { name: /^pay/i }).tap()
    await buyer.waitForURL(/\/orders\//)
    await buyer.goto(`${world.url}/s/autumn`)
    await buyer.getByTestId('pickup').tap()
    await expect(buyer.getByTestId('pickup-card')).toContainText('Corner Bakery')
    await shoot(buyer, 'buyer')
  })
  const code = ((await buyer.getByTestId('pickup-digits').textContent()) ?? '').replace(' ', '')

  const leader = await people.viewer({ path: leaderPath, options: { userAgent: PHONE_AGENT } })
  await test.step('the leader sees it, ticks it, and tells the buyer that it is there', async () => {
    await expect(leader.getByTestId('to-prepare')).toBeVisible()
    await leader.getByRole('checkbox').click()
    await shoot(leader, 'prepare')
    await leader.getByTestId('tell').click()
    await leader.getByTestId('tell-yes').click()
    await expect(leader.getByTestId('arrived')).toBeVisible()
    await leader.getByTestId('tab-orders').click()
    await expect(leader.getByTestId('parcel-ready')).toBeVisible()
    await shoot(leader, 'orders')
    await expect(buyer.getByTestId('pickup-card')).toContainText('It is there')
  })
  await test.step('another phone is not let in without a pass', async () => {
    const other = await people.viewer({ path: leaderPath, options: { userAgent: PHONE_AGENT, viewport: SMALL } })
    await expect(other.getByTestId('bound-pass')).toBeVisible()
    await shoot(other, 'pass')
  })
  await test.step('without a line it opens again, and hands over', async () => {
    await leader.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await expect
      .poll(() => leader.evaluate(async () => (await (await caches.open('lantern-leader')).keys()).length))
      .toBeGreaterThan(3)
    await leader.context().setOffline(true)
    await leader.reload()
    await expect(leader.getByTestId('offline')).toBeVisible()
    await leader.getByTestId('six-digits').click()
    await typeCode(leader, code === '000000' ? '000001' : '000000')
    await expect(leader.getByTestId('says')).toHaveText('Nobody here has this code.')
    await typeCode(leader, code)
    await expect(leader.getByTestId('found')).toBeVisible()
    await shoot(leader, 'found')
    await leader.getByTestId('hand-over-now').click()
    await typeCode(leader, code)
    await expect(leader.getByTestId('already')).toBeVisible()
    await leader.getByRole('button', { name: 'Not now' }).click()
    await leader.getByRole('button', { name: 'Back' }).click()
    await expect(leader.getByTestId('parcel-waiting')).toBeVisible()
    await expect(leader.getByTestId('to-send')).toHaveText('1 to send')
    await leader.emulateMedia({ colorScheme: 'dark' })
    await shoot(leader, 'offline')
    await leader.reload()
    await expect(leader.getByTestId('to-send')).toHaveText('1 to send')
  })
  await test.step('once the line is back it is sent, and the buyer reads so', async () => {
    await leader.context().setOffline(false)
    await leader.getByTestId('tab-orders').click()
    await expect(leader.getByTestId('parcel-handed')).toBeVisible()
    await leader.setViewportSize(SMALL)
    await shoot(leader, 'small')
    await expect(buyer.getByTestId('pickup-card')).toContainText('Handed over to you')
  })
})
