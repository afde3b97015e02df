// Share links as people use them: staff make one for a group, a phone opens it and holds, and the desk says what came of it.
import { expect, test } from '../test.ts'
import { goLiveCameraOff, PHONE_AGENT } from '../people.ts'
import { standStill } from '../standStill.ts'

const SMALL = { width: 320, height: 640 }

test.use({ worldOf: 'links' })

test('a group’s link: made in one line, opened by a phone, counted, shown as a code and a poster, and voided', async ({
  people,
  browser,
}) => {
  const studio = await people.staff()
  await goLiveCameraOff(studio)
  await studio.getByTestId('pin-brass-lamp').click()
  const numbers = studio.getByTestId('link-sum').first()

  await test.step('staff make it', async () => {
    await studio.getByTestId('share').click()
    await studio.getByTestId('link-name').fill('Elm Street neighbours')
    await studio.getByTestId('link-make').click()
    await expect(studio.getByTestId('links')).toContainText('Elm Street neighbours')
    await expect(numbers).toContainText('0 people · 0 opens')
  })
  const shown = (await studio.getByTestId('link-address').textContent()) ?? ''
  const path = shown.slice(shown.indexOf('/'))

  await test.step('a phone opens it, twice, and is one person who holds', async () => {
    const phone = await people.viewer({ path, options: { userAgent: PHONE_AGENT } })
    await expect(phone).toHaveURL(/\/s\/autumn\?via=/)
    await phone.reload()
    await expect(numbers).toContainText('1 person · 2 opens')
    await phone.getByTestId('hold-button').first().click()
    await expect(numbers).toContainText('1 hold')
  })
  await test.step('a messenger that draws a preview is nobody', async () => {
    const robot = await browser.newContext({ userAgent: 'WhatsApp/2.24.20.89 A' })
    await robot.request.get(new URL(path, studio.url()).href)
    await robot.close()
    await expect(studio.getByText('Previewed by a messenger 1 time')).toBeVisible()
    await expect(numbers).toContainText('1 person · 2 opens')
  })
  await test.step('its code and its poster are there', async () => {
    const code = studio.getByRole('img', { name: 'QR code of Elm Street neighbours' })
    await studio.getByTestId('link-more').first().scrollIntoViewIfNeeded()
    await expect(code).toBeVisible()
    const waiting = studio.waitForEvent('download')
    await studio.getByRole('link', { name: 'Poster' }).click()
    expect((await waiting).suggestedFilename()).toBe('Elm Street neighbours.jpg')
    await standStill(studio)
    await studio.screenshot({ path: 'test-results/links-desk.png' })
  })
  await test.step('voided it leads to the show, and counts nobody', async () => {
    await studio.getByTestId('link-void').click()
    await studio.getByTestId('confirm').click()
    await expect(studio.getByTestId('links')).toContainText('voided')
    // Where a link leads is remembered for two seconds.
    const leadsTo = () => studio.request.get(new URL(path, studio.url()).href, { maxRedirects: 0 })
    await expect.poll(async () => (await leadsTo()).headers()['location']).toBe('/s/autumn')
    const late = await people.viewer({ path })
    await expect(late).toHaveURL(/\/s\/autumn$/)
  })
})

test('at the desk on a phone the panel with the links lies within the window', async ({ people }) => {
  const studio = await people.staff({ options: { viewport: SMALL, userAgent: PHONE_AGENT } })
  await studio.getByTestId('share').click()
  await studio.getByTestId('link-name').fill('A group with a name that goes on and on, for a screen as narrow')
  await studio.getByTestId('link-make').click()

  const panel = studio.locator('.popover-panel')
  await expect(panel.getByTestId('link-address')).toBeVisible()
  const box = await panel.boundingBox()
  expect(box?.x).toBeGreaterThanOrEqual(0)
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(SMALL.width)
  expect(await panel.evaluate((node) => node.scrollWidth - node.clientWidth)).toBeLessThanOrEqual(0)
  await standStill(studio)
  await studio.screenshot({ path: 'test-results/links-phone.png' })
})
