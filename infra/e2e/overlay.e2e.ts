// The overlay in real Chromium, as OBS opens it: what lies over the picture, its countdown, its way back, and its end.
import type { Page } from '@playwright/test'
import { goLiveCameraOff, type People } from './people.ts'
import { standStill } from './standStill.ts'
import { expect, test } from './test.ts'

const WIDE = { width: 1920, height: 1080 }
const SMALL = { width: 1280, height: 720 }
const TALL = { width: 1080, height: 1920 }
const LAMP = 'brass-lamp'

test.use({ worldOf: 'overlay' })
test.describe.configure({ mode: 'serial' })

let address = ''
let studio: Page

/** Adds a style sheet as OBS does: an element in the page's head, so the page's content policy has to let it in. */
async function addOwnersStyle(page: Page, css: string): Promise<void> {
  await page.evaluate((text) => {
    const style = document.createElement('style')
    style.innerHTML = text
    document.querySelector('head')?.appendChild(style)
  }, css)
}

const PICTURE = 'html { background: linear-gradient(160deg, #9db8a6, #d8c3a0 45%, #6b7f94) }'

async function openOverlay(people: People, viewport: { width: number; height: number }, query = ''): Promise<Page> {
  const url = new URL(address)
  url.search = query
  const page = await people.page({ options: { viewport } })
  await page.goto(url.href)
  return page
}

async function secondsLeft(page: Page, testId: string): Promise<number> {
  const text = (await page.getByTestId(testId).getAttribute('datetime')) ?? ''
  return Number(/^PT(\d+)S$/.exec(text)?.[1] ?? Number.NaN)
}

async function startSale(): Promise<void> {
  await studio.getByTestId('sale-product').selectOption(LAMP)
  const fields = { price: '339', units: '5', limit: '2', countdown: '0', length: '600' }
  for (const [name, value] of Object.entries(fields)) await studio.getByTestId(`sale-${name}`).fill(value)
  await studio.getByTestId('sale-start').click()
}

test.beforeEach(async ({ people }) => {
  studio = await people.staff()
})

test('staff make the address, and before the show the overlay says when it begins', async ({ people }) => {
  await expect(studio.getByTestId('overlay-state')).toHaveAttribute('data-state', 'none')
  await studio.getByTestId('overlay').click()
  await studio.getByTestId('overlay-make').click()
  address = (await studio.getByTestId('overlay-link').getAttribute('href')) ?? ''
  expect(new URL(address).hash).toMatch(/^#[\w-]{32}$/)

  const overlay = await openOverlay(people, WIDE, 'name=program')

  await expect(overlay.getByTestId('overlay-soon')).toBeVisible()
  await expect(studio.getByTestId('overlay-state')).toHaveAttribute('data-state', 'live')
  await expect(studio.getByTestId('overlay-list')).toContainText('program')
  await studio.screenshot({ path: 'test-results/overlay-desk.png' })
  await addOwnersStyle(overlay, PICTURE)
  await overlay.screenshot({ path: 'test-results/overlay-soon.png' })
})

test('shows what the viewers see: price, stock, the countdown to the second, and each order once it is paid', async ({
  people,
}) => {
  await goLiveCameraOff(studio)
  await studio.getByTestId(`pin-${LAMP}`).click()
  const overlay = await openOverlay(people, WIDE)
  const tall = await openOverlay(people, TALL, 'name=phone&lang=zh-Hans')
  const small = await openOverlay(people, SMALL, 'name=small&theme=paper')
  const phone = await people.viewer()
  const pages = [overlay, tall, small]
  for (const page of pages) await expect(page.getByTestId('overlay-card')).toHaveAttribute('data-product', LAMP)
  for (const page of pages) await addOwnersStyle(page, PICTURE)
  await overlay.screenshot({ path: 'test-results/overlay-wide-plain.png' })

  await startSale()
  for (const page of pages) await expect(page.getByTestId('overlay-sale')).toHaveAttribute('data-phase', 'running')
  await expect(phone.getByTestId('price')).toContainText('339')
  for (const page of pages) await expect(page.getByTestId('overlay-price')).toContainText('339')
  const lefts = await Promise.all([
    ...pages.map((page) => secondsLeft(page, 'overlay-countdown')),
    secondsLeft(phone, 'countdown'),
  ])
  expect(Math.max(...lefts) - Math.min(...lefts)).toBeLessThanOrEqual(1)

  await phone.getByTestId('hold-button').first().click()
  for (const page of pages) await expect(page.getByTestId('overlay-stock')).toHaveAttribute('data-left', '4')
  await expect(overlay.getByTestId('overlay-ticker')).toBeHidden()
  await phone.getByTestId('checkout-link').first().click()
  await phone.getByRole('button', { name: /^pay/i }).first().click()

  for (const page of pages) await expect(page.getByTestId('overlay-ticker')).toContainText('**')
  await expect(overlay.getByTestId('overlay-ticker')).toContainText(/lamp/i)
  await Promise.all(pages.map(standStill))
  await overlay.screenshot({ path: 'test-results/overlay-wide.png' })
  await tall.screenshot({ path: 'test-results/overlay-tall.png' })
  await small.screenshot({ path: 'test-results/overlay-small.png' })
})

test('says what is sold out, in every look', async ({ people }) => {
  const looks = await Promise.all(
    ['lantern', 'clear'].map((look) => openOverlay(people, WIDE, `theme=${look}&lang=zh-Hant&name=${look}`)),
  )
  await studio.getByTestId('offers-of-cotton-tote').click()
  const units = studio.getByTestId('offers-cotton-tote').locator("input[data-testid^='allotted-']")
  await units.fill('0')
  await units.press('Enter')
  await studio.getByTestId('pin-cotton-tote').click()

  for (const page of looks) {
    await expect(page.getByTestId('overlay-sold-out')).toBeVisible()
    await addOwnersStyle(page, PICTURE)
  }
  await Promise.all(looks.map(standStill))
  await looks[0]?.screenshot({ path: 'test-results/overlay-sold-out.png' })
  await looks[1]?.screenshot({ path: 'test-results/overlay-clear.png' })
})

test('stays inside the picture at every size, and lies on nothing', async ({ people }) => {
  const overlay = await openOverlay(people, WIDE)
  await expect(overlay.getByTestId('overlay-card')).toBeVisible()

  for (const size of [WIDE, SMALL, TALL, { width: 1080, height: 1080 }]) {
    await overlay.setViewportSize(size)
    const box = await overlay.getByTestId('overlay-card').boundingBox()
    if (box === null) throw new Error('the card is not to be seen')
    expect(box.x).toBeGreaterThan(0)
    expect(box.x + box.width).toBeLessThan(size.width)
    expect(box.y + box.height).toBeLessThan(size.height)
    // The same share of the picture, whatever its pixels.
    expect(box.width / Math.min(size.width, size.height)).toBeGreaterThan(0.7)
  }
  const ground = await overlay.evaluate(() =>
    ['html', 'body'].map((name) => getComputedStyle(document.querySelector(name) ?? document.body).backgroundColor),
  )
  expect(ground).toEqual(['rgba(0, 0, 0, 0)', 'rgba(0, 0, 0, 0)'])
  expect(await overlay.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light')
})

test('takes the owner’s style sheet as OBS adds it, and no script or frame', async ({ people, world }) => {
  const answer = await fetch(`${world.url}/overlay/autumn`)
  const policy = answer.headers.get('content-security-policy') ?? ''
  const overlay = await openOverlay(people, WIDE, 'theme=paper')
  await expect(overlay.getByTestId('overlay-card')).toBeVisible()

  await addOwnersStyle(overlay, ':root { --overlay-text: rgb(0, 0, 255) }')

  expect(policy).toContain("script-src 'self';")
  expect(policy).toContain("frame-ancestors 'none'")
  expect(answer.headers.get('set-cookie')).toBeNull()
  await expect(overlay.getByTestId('overlay-card').getByRole('heading')).toHaveCSS('color', 'rgb(0, 0, 255)')
})

test('plays its entrance when OBS brings the source into the picture, and tells staff when it is hidden', async ({
  people,
}) => {
  const overlay = await openOverlay(people, WIDE)
  const stage = overlay.getByTestId('overlay')
  await expect(overlay.getByTestId('overlay-card')).toBeVisible()
  const tell = (active: boolean) =>
    overlay.evaluate((is) => {
      window.dispatchEvent(new CustomEvent('obsSourceActiveChanged', { detail: { active: is } }))
    }, active)

  await tell(false)
  await expect(stage).toHaveClass(/overlay-resting/)
  await expect(studio.getByTestId('overlay-state')).toHaveAttribute('data-state', 'stale')
  await tell(true)

  await expect(stage).toHaveClass(/overlay-entering/)
  await expect(stage).toHaveAttribute('data-entrances', '1')
  const moving = await overlay.evaluate(() => document.getAnimations().map((one) => one.playState).length)
  expect(moving).toBeGreaterThan(0)
  await expect(studio.getByTestId('overlay-state')).toHaveAttribute('data-state', 'live')
})

test('an address that was turned off shows nothing but a hint, in overlays that are open and in new ones', async ({
  people,
}) => {
  const overlay = await openOverlay(people, WIDE)
  await expect(overlay.getByTestId('overlay-card')).toBeVisible()

  await studio.getByTestId('overlay').click()
  await studio.getByTestId('overlay-revoke').click()
  await studio.getByTestId('confirm').click()

  await expect(overlay.getByTestId('overlay-hint')).toBeVisible()
  await expect(overlay.getByTestId('overlay-card')).toBeHidden()
  const late = await openOverlay(people, WIDE)
  await expect(late.getByTestId('overlay-hint')).toBeVisible()
  await expect(studio.getByTestId('overlay-state')).toHaveAttribute('data-state', 'none')
})
