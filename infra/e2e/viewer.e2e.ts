// What a viewer meets beside the main path: before the show, a product's link, a bad link, other languages, a LAN phone.
import { goLive, waitForFrames } from './people.ts'
import { expect, test } from './test.ts'

test.use({ worldOf: 'viewer' })
test.describe.configure({ mode: 'serial' })

test('before the show a viewer sees the countdown page and the products', async ({ people }) => {
  const phone = await people.viewer()

  await expect(phone.getByTestId('before-show')).toBeVisible()
})

test('an unknown show is said clearly, in three languages', async ({ people }) => {
  const words = { en: /show/i, 'zh-Hans': /直播/, 'zh-Hant': /直播/ }
  for (const [lang, expected] of Object.entries(words)) {
    const phone = await people.viewer({ path: `/s/nowhere?lang=${lang}` })
    await expect(phone.locator('body')).toContainText(expected)
  }
})

test('a link to a product opens with its sheet up', async ({ people }) => {
  const phone = await people.viewer({ path: '/s/autumn/p/linen-shirt' })

  await expect(phone.getByTestId('product-sheet')).toContainText(/linen/i)
})

test('with several sizes the tap on a size is the hold, and its units come back when it is let go', async ({
  people,
}) => {
  const studio = await people.staff()
  await goLive(studio)
  await studio.getByTestId('pin-linen-shirt').click()
  const phone = await people.viewer()
  await expect(phone.getByTestId('card')).toContainText(/linen/i)
  const before = await studio.getByTestId('stock-linen-shirt').innerText()

  await phone.getByTestId('hold-button').first().click()
  await phone.getByTestId('size-option').first().click()
  await expect(phone.getByTestId('checkout-link').first()).toBeVisible()
  await expect(studio.getByTestId('stock-linen-shirt')).not.toHaveText(before)
  await phone.getByTestId('let-go').first().click()

  await expect(studio.getByTestId('stock-linen-shirt')).toHaveText(before)
})

test('a late joiner, a reload and a reconnect show exactly the same state', async ({ people }) => {
  const early = await people.viewer()
  await expect(early.getByTestId('card')).toBeVisible()
  const late = await people.viewer()
  await expect(late.getByTestId('card')).toBeVisible()
  const card = await early.getByTestId('card').innerText()

  expect(await late.getByTestId('card').innerText()).toBe(card)
  await early.reload()
  await expect(early.getByTestId('card')).toHaveText(card, { useInnerText: true })
  await late.context().setOffline(true)
  await late.context().setOffline(false)
  await expect(late.getByTestId('card')).toHaveText(card, { useInnerText: true })
})

test('a phone on the LAN sees the picture by http, and everything by https', async ({ people, world }) => {
  await goLive(await people.staff())
  const server = world.servers[0]
  for (const origin of [`http://shop.test:${server?.port}`, `https://shop.test:${server?.httpsPort}`]) {
    const phone = await people.viewer({ origin, options: { ignoreHTTPSErrors: true } })
    const errors: string[] = []
    phone.on('pageerror', (error) => errors.push(error.message))
    await waitForFrames(phone.getByTestId('video'), 10)
    await phone.getByTestId('comment-input').fill(`hello from ${new URL(origin).protocol}`)
    await phone.getByTestId('comment-input').press('Enter')
    await expect(phone.getByTestId('comments')).toContainText(`hello from ${new URL(origin).protocol}`)
    expect(await phone.evaluate(() => window.isSecureContext)).toBe(origin.startsWith('https'))
    expect(errors).toEqual([])
  }
})

test('a wrong password is refused in words', async ({ people }) => {
  const page = await people.page({ path: '/studio' })
  await page.getByTestId('login-name').fill('owner')
  await page.getByTestId('login-password').fill('wrong')
  await page.getByTestId('login-submit').click()

  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByTestId('login-name')).toBeVisible()
})
