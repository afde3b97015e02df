// An evening in real Chromium: the owner at the desk, buyers on their phones, and the shop's own staff at Medusa.
import { type Browser, type BrowserContextOptions, chromium, expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { chromiumOnPath } from '../../../setup/steps/chromium.mjs'
import { DESK, goLive, PHONE } from '../../people.ts'
import type { Caller } from './ask.ts'

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
]
/** A viewer token holds nothing in its first two seconds. */
const TOKEN_AGE_MS = 2100
/** Medusa takes its time where the machine is busy with other things. */
export const PATIENCE_MS = 120_000

export interface Evening {
  readonly desk: Page
  /** The link that viewers get. */
  readonly link: string
  phone(): Promise<Page>
}

export interface Stage {
  page(options: BrowserContextOptions): Promise<Page>
  close(): Promise<void>
}

export async function openBrowser(): Promise<Stage> {
  const executablePath = chromiumOnPath()
  const browser: Browser = await chromium.launch({
    args: ARGS,
    ...(executablePath !== undefined && { executablePath }),
  })
  return {
    async page(options) {
      const context = await browser.newContext({ locale: 'en-US', ignoreHTTPSErrors: true, ...options })
      context.setDefaultTimeout(PATIENCE_MS)
      return context.newPage()
    },
    close: () => browser.close(),
  }
}

/** The one-time link becomes a login. */
export async function becomeOwner(stage: Stage, link: string): Promise<Page> {
  const desk = await stage.page({ viewport: DESK })
  await desk.goto(link)
  await desk.getByTestId('welcome-name').fill('Mei')
  await desk.getByTestId('welcome-password').fill('lamps and lanterns')
  await desk.getByTestId('welcome-submit').click()
  await desk.getByTestId('new-show').waitFor()
  return desk
}

export async function takeProducts(desk: Page): Promise<void> {
  await desk.getByTestId('open-shop').click()
  await desk.getByTestId('shop-preview').click()
  await desk.getByTestId('import-report').waitFor()
  await desk.getByTestId('shop-import').click()
  await desk.getByText('Imported.').waitFor()
  await desk.goto(new URL('/studio/', desk.url()).href)
}

/** Planned, live, its only product pinned. */
export async function beginShow(stage: Stage, desk: Page, title: string): Promise<Evening> {
  await desk.getByTestId('new-show').click()
  await desk.getByTestId('new-show-title').fill(title)
  await desk.getByTestId('new-show-create').click()
  await desk.waitForURL(/\/studio\/shows\//)
  await goLive(desk)
  await desk.locator('[data-testid^=pin-]').first().click()
  await desk.getByTestId('tab-orders').click()
  await desk.getByTestId('share').click()
  const link = await desk.getByTestId('viewer-link').last().getAttribute('href')
  await desk.keyboard.press('Escape')
  if (link === null) throw new Error('no link for viewers')
  const phone = async () => {
    const page = await stage.page({ viewport: PHONE, hasTouch: true, isMobile: true })
    await page.goto(link)
    await page.getByTestId('card').waitFor()
    await page.waitForTimeout(TOKEN_AGE_MS)
    return page
  }
  return { desk, link, phone }
}

/** Whatever else stands on it: "sold out" has an S, too. */
export const sizeOf = (phone: Page, size: string) =>
  phone.getByTestId('size-option').filter({ hasText: new RegExp(`^\\s*${size}`) })

/** One unit of a size: the tap on it holds. */
export async function hold(phone: Page, size: string): Promise<void> {
  await phone.getByTestId('hold-button').first().tap()
  const option = sizeOf(phone, size)
  const checkout = phone.getByTestId('checkout-link').first()
  await option.or(checkout).first().waitFor()
  if (await option.isVisible()) await option.tap()
  await checkout.waitFor()
}

/** From the hold to the order at the storefront, at this total. */
export async function placeOrder(phone: Page, total: string): Promise<string> {
  await phone.getByTestId('checkout-link').first().tap()
  await phone.getByRole('button', { name: 'Place order' }).waitFor()
  await expect(phone.locator('#total')).toHaveText(total, { timeout: PATIENCE_MS })
  await phone.getByRole('button', { name: 'Place order' }).click()
  await expect(phone.locator('#total')).toHaveText(total, { timeout: PATIENCE_MS })
  return (await phone.locator('#order').textContent()) ?? ''
}

export async function expectOrder(desk: Page, orderId: string, state: string): Promise<void> {
  await expect(desk.getByTestId(`order-${orderId}`)).toHaveAttribute('data-state', state, { timeout: PATIENCE_MS })
}

const Reserved = z.object({
  reservations: z.array(
    z.object({
      quantity: z.number(),
      description: z.string().nullable(),
      inventory_item: z.object({ sku: z.string() }),
    }),
  ),
})

/** Units of each size that are set apart for shows at the shop. */
export async function setApart(admin: Caller): Promise<Record<string, number>> {
  const { reservations } = await admin.get('/admin/reservations', Reserved)
  const ours = reservations.filter(({ description }) => description?.startsWith('Lantern') === true)
  return Object.fromEntries(ours.map(({ quantity, inventory_item }) => [inventory_item.sku, quantity]))
}

/** Soon: the desk is told first. */
export async function expectApart(admin: Caller, units: Record<string, number>): Promise<void> {
  await expect.poll(() => setApart(admin), { timeout: PATIENCE_MS }).toEqual(units)
}
