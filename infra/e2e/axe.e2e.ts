// What axe finds on the pages people use most: nothing serious, nothing critical.
import type { Page } from '@playwright/test'
import { findings } from './findings.ts'
import { goLive, logIn, waitForFrames, type People } from './people.ts'
import { expect, test } from './test.ts'

test.use({ worldOf: 'axe' })

async function liveWithShirt(people: People): Promise<Page> {
  const studio = await people.staff()
  await goLive(studio)
  const pin = studio.getByTestId('pin-linen-shirt')
  if ((await pin.getAttribute('aria-pressed')) === 'false') await pin.click()
  await expect(pin).toHaveAttribute('aria-pressed', 'true')
  return studio
}

test('the login and the list of shows', async ({ people }) => {
  const page = await people.page({ path: '/studio/' })
  await expect(page.getByTestId('login-submit')).toBeVisible()
  expect(await findings(page)).toEqual([])

  await logIn(page, 'owner')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await findings(page)).toEqual([])
})

test('the desk of a live show, with the offers of a product open', async ({ people }) => {
  const studio = await liveWithShirt(people)
  await studio.getByTestId('offers-of-linen-shirt').click()
  await expect(studio.getByTestId('offers-linen-shirt')).toBeVisible()

  expect(await findings(studio)).toEqual([])
})

test('a viewer with a hold, and the sheet with the choice of sizes', async ({ people }) => {
  await liveWithShirt(people)
  const phone = await people.viewer()
  await waitForFrames(phone.getByTestId('video'), 5)
  await phone.getByTestId('hold-button').click()
  expect(await findings(phone)).toEqual([])

  await phone.getByTestId('size-option').first().click()
  await expect(phone.getByTestId('checkout-link').first()).toBeVisible()
  await expect(phone.getByTestId('notice')).toBeHidden()
  expect(await findings(phone)).toEqual([])

  const sheet = await people.viewer({ path: '/s/autumn/p/linen-shirt' })
  await expect(sheet.getByTestId('product-sheet').getByTestId('size-option').first()).toBeVisible()
  expect(await findings(sheet)).toEqual([])
})
