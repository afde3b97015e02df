// The studio's shop page in real Chromium: the round trip, and a shop that is connected there from its keys to its first message.
import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import type { Caller } from './ask.ts'
import type { FilledShop } from './fill.ts'
import type { RunningMedusa } from './install.ts'

interface Place {
  readonly shop: FilledShop
  readonly storefront: string
  readonly medusa: RunningMedusa
  readonly env: Record<string, string>
  readonly owner: Caller
}

/** Medusa makes its first cart after a start slowly where the machine is busy. */
const TRIP_MS = 60_000
const step = (desk: Page, id: string) => desk.getByTestId(`step-${id}`)

async function expectStep(desk: Page, id: string, state: string): Promise<void> {
  await expect(step(desk, id)).toHaveAttribute('data-state', state, { timeout: TRIP_MS })
}

/** Every step but the message, which comes with an order. */
async function expectWay(desk: Page): Promise<void> {
  for (const id of ['reads_products', 'priced_cart', 'opens_checkout', 'gives_back', 'sets_stock_apart'])
    await expectStep(desk, id, 'passed')
}

/** The test order is placed, its message arrives, and the shop cancels it: nobody has bought anything. */
async function placeTestOrder(desk: Page, owner: Caller): Promise<void> {
  const [checkout] = await Promise.all([desk.context().waitForEvent('page'), desk.getByTestId('test-checkout').click()])
  await checkout.getByRole('button', { name: 'Place order' }).click()
  const orderId = await checkout.locator('#order').textContent()
  await checkout.close()
  await expectStep(desk, 'told_of_order', 'passed')
  await expect(desk.getByTestId('messages')).toContainText('Of the round trip')
  await owner.post(`/admin/orders/${orderId}/cancel`, {}, z.unknown())
}

/** A shop that the settings name. */
export async function tryShop(desk: Page, { owner }: Pick<Place, 'owner'>): Promise<void> {
  await desk.getByTestId('open-shop').click()
  await desk.getByTestId('shop-test').click()
  await expectWay(desk)
  await expectStep(desk, 'told_of_order', 'waiting')
  await placeTestOrder(desk, owner)
  await desk.goto(new URL('/studio/', desk.url()).href)
}

/** What the page's button copies, secrets and all. */
async function copiedFile(desk: Page): Promise<string> {
  await desk.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await step(desk, 'told_of_order').getByTestId('step-file').getByTestId('copy').click()
  return desk.evaluate(() => navigator.clipboard.readText())
}

/** Four fields are typed; region and place are chosen from what the shop has. */
export async function connectShop(desk: Page, { shop, storefront, medusa, env, owner }: Place): Promise<void> {
  await desk.getByTestId('open-shop').click()
  await desk.getByTestId('shop-kind-medusa').click()
  const typed = {
    SHOP_URL: storefront,
    MEDUSA_URL: shop.url,
    MEDUSA_PUBLISHABLE_KEY: shop.publishableKey,
    MEDUSA_ADMIN_TOKEN: shop.secretKey,
  }
  for (const [name, value] of Object.entries(typed)) await desk.getByTestId(`key-${name}`).locator('input').fill(value)
  await desk.getByTestId('keys-save').click()
  for (const id of [shop.regionId, shop.locationId]) await desk.getByTestId(`choice-${id}`).click({ timeout: TRIP_MS })
  await expectWay(desk)
  await medusa.restart({ env, subscriber: await copiedFile(desk) })
  await placeTestOrder(desk, owner)
  await desk.getByTestId('use-shop').click()
  await desk.getByTestId('use-shop-yes').click()
  await expect(desk.getByTestId('shop-kind-medusa')).toContainText('In use')
  await desk.goto(new URL('/studio/', desk.url()).href)
}
