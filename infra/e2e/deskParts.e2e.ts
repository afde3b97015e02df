// Whatever a part of the desk does, the host stays on the air and the rest of the desk goes on.
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { goLive, PHONE, PHONE_AGENT, waitForFrames } from './people.ts'
import { expect, test } from './test.ts'

test.use({ worldOf: 'deskParts' })
test.describe.configure({ mode: 'serial' })

let studio: Page
let phone: Page

test.beforeEach(async ({ people }) => {
  studio = await people.staff()
  await goLive(studio)
  phone = await people.viewer()
  await waitForFrames(phone.getByTestId('video'), 10)
})

/** The broadcast was never cut: no new host, and the picture moves. */
async function expectOnAir(): Promise<void> {
  await waitForFrames(phone.getByTestId('video'), 20)
  await expect(phone.getByTestId('host-away')).toBeHidden()
}

test('a stock panel is opened and closed, and the broadcast goes on', async () => {
  await studio.getByTestId('offers-of-brass-lamp').click()
  await expect(studio.getByTestId('offers-brass-lamp')).toBeVisible()

  await studio.getByTestId('offers-of-brass-lamp').click()

  await expect(studio.getByTestId('offers-brass-lamp')).toBeHidden()
  await expect(studio.locator('.failed-panel')).toHaveCount(0)
  await expect(studio.getByTestId('host-status')).toHaveAttribute('data-reach', 'on')
  await expectOnAir()
})

test('a part that fails says so in its own place, is shown again, and stands in the server’s log', async ({
  world,
}) => {
  await studio.evaluate(() => {
    Element.prototype.scrollIntoView = () => {
      throw new Error('planted in the stock panel')
    }
  })
  await studio.getByTestId('offers-of-brass-lamp').click()

  await expect(studio.getByTestId('failed-offers')).toContainText(/stopped working/i)
  await studio.screenshot({ path: 'test-results/desk-parts/offers-failed.png' })
  await studio.getByTestId('pin-brass-lamp').click()
  await expect(phone.getByTestId('card')).toContainText(/lamp/i)
  await expectOnAir()
  await expect.poll(() => readFile(world.logFile, 'utf8')).toContain('planted in the stock panel')

  await studio.evaluate(() => {
    Element.prototype.scrollIntoView = () => {}
  })
  await studio.getByTestId('failed-offers').getByRole('button').click()
  await expect(studio.getByTestId('offers-brass-lamp')).toBeVisible()
})

test('even the stage itself may fail: viewers see and hear the host all the time', async () => {
  await studio.getByTestId('change-source').click()
  await studio.evaluate(() => {
    const { prototype } = HTMLMediaElement
    const play = prototype.play
    Object.assign(window, { mend: () => Object.assign(prototype, { play }) })
    prototype.play = () => {
      throw new Error('planted in the stage')
    }
  })
  await studio.getByRole('button', { name: 'Keep what I have' }).click()

  await expect(studio.getByTestId('failed-stage')).toBeVisible()
  await studio.screenshot({ path: 'test-results/desk-parts/stage-failed.png' })
  await expectOnAir()

  await studio.evaluate('mend()')
  await studio.getByTestId('failed-stage').getByRole('button').click()
  await expect(studio.getByTestId('host-status')).toHaveAttribute('data-reach', 'on')
  await expectOnAir()
})

test('another device takes over: the first desk says so, stays quiet over a reload, and takes it back', async ({
  people,
}) => {
  const status = studio.getByTestId('host-status')
  const pocket = await people.staff({ options: { viewport: PHONE, userAgent: PHONE_AGENT } })
  await expect(pocket.locator('.preflight')).toContainText('Your computer is sending now. If you go on from here')
  await pocket.getByTestId('source-pattern').click()
  await expect(pocket.getByTestId('go-live')).toHaveText('Take it back')
  await pocket.getByTestId('go-live').click()

  await expect(status).toHaveText('Your phone is sending now.')
  await expect(studio.getByTestId('go-live')).toHaveText('Take it back')
  await studio.screenshot({ path: 'test-results/desk-parts/elsewhere.png' })
  await studio.reload()
  await expect(status).toHaveText('Your phone is sending now.')
  await expect(pocket.getByTestId('host-status')).toHaveAttribute('data-reach', 'on')
  await expectOnAir()

  await studio.getByTestId('go-live').click()
  await expect(status).toHaveAttribute('data-reach', 'on')
  await expect(pocket.getByTestId('host-status')).toHaveText('Your computer is sending now.')
  await pocket.screenshot({ path: 'test-results/desk-parts/elsewhere-phone.png' })
  await expectOnAir()
})
