// What the tests of plays have in common: a live show with its desk and two people, the tab of plays, the overlay, the shop and back.
import type { Page } from '@playwright/test'
import { goLiveCameraOff, type People } from '../people.ts'
import { standStill } from '../standStill.ts'
import { expect } from '../test.ts'

export const WIDE = { width: 1920, height: 1080 }
export const SMALL = { width: 320, height: 568 }

export interface PlayShow {
  readonly studio: Page
  /** A phone in English. */
  readonly thumb: Page
  /** A phone in Simplified Chinese. */
  readonly chinese: Page
}

export async function playShow(people: People, { pin }: { readonly pin?: string } = {}): Promise<PlayShow> {
  const studio = await people.staff()
  await goLiveCameraOff(studio)
  if (pin !== undefined) await studio.getByTestId(`pin-${pin}`).click()
  const thumb = await people.viewer()
  return { studio, thumb, chinese: await people.viewer({ path: '/s/autumn?lang=zh-Hans' }) }
}

/** Pictures of a test, in a folder of their own, each of a page that has come to rest. */
export function picturesIn(folder: string): (page: Page, name: string) => Promise<void> {
  return async (page, name) => {
    await standStill(page)
    await page.screenshot({ path: `test-results/${folder}/${name}.png` })
  }
}

/** The form of a kind, whatever runs or is kept. */
export async function openForm(studio: Page, kind: string): Promise<void> {
  await studio.getByTestId('tab-plays').click()
  const picker = studio.getByTestId(`play-kind-${kind}`)
  await picker.or(studio.getByTestId('play-next')).first().click()
  await picker.click()
}

export async function closeNow(studio: Page, kind: string): Promise<void> {
  await studio.getByTestId(`${kind}-close`).first().click()
  await studio.getByTestId('confirm').click()
}

export async function overlayOf(studio: Page): Promise<string> {
  await studio.getByTestId('overlay').click()
  await studio.getByTestId('overlay-make').click()
  const address = (await studio.getByTestId('overlay-link').getAttribute('href')) ?? ''
  await studio.keyboard.press('Escape')
  return address
}

/** A phone that holds goes to the shop, pays, and comes back to the show. */
export async function payAndReturn(phone: Page, total?: string): Promise<void> {
  await phone.getByTestId('checkout-link').first().click()
  const pay = phone.getByRole('button', { name: /^(pay|支付|付款)/i }).first()
  if (total !== undefined) await expect(pay).toContainText(total)
  await pay.click()
  await phone.getByRole('link', { name: /back to the show|返回直播|回到直播/i }).click()
  await expect(phone.getByTestId('paid').first()).toBeVisible()
}
