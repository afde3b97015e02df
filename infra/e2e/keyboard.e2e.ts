// Buying with the keyboard alone: how near the card is, where the focus goes, what is read out, and that it can be seen.
import { createId } from '@lantern/shared/client/ids.ts'
import { createRoomClient } from '@lantern/shared/client/roomClient.ts'
import { CommentId, ShowId } from '@lantern/shared/contract/ids.ts'
import type { Locator, Page } from '@playwright/test'
import { DESK, goLiveCameraOff, PHONE } from './people.ts'
import { expect, test } from './test.ts'

test.use({ worldOf: 'keyboard' })
test.describe.configure({ mode: 'serial' })

const MOST_STOPS = 8
const WRITERS = 11
/** As many as one viewer may write in a row. */
const EACH = 10

const hasFocus = (target: Locator) => target.evaluate((element) => element.contains(document.activeElement))
const card = (page: Page) => page.getByTestId('card')

/** Presses Tab from the top of the page until the focus is in the target; answers how often. */
async function stopsTo(page: Page, target: Locator): Promise<number> {
  for (let stops = 1; stops <= 60; stops += 1) {
    await page.keyboard.press('Tab')
    if (await hasFocus(target)) return stops
  }
  throw new Error('the Tab key did not come there')
}

/** Many people write much, one after the other: a flood would be thinned out. */
async function fillWithComments(url: string): Promise<void> {
  const write = async (writer: number) => {
    const page = await fetch(`${url}/s/autumn`)
    const headers = {
      cookie: page.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';', 1))
        .join('; '),
    }
    const client = createRoomClient({ url, as: 'viewer', showId: ShowId.parse('autumn'), via: null, headers })
    await expect.poll(() => client.getView().status).toBe('joined')
    for (let n = 0; n < EACH; n += 1) {
      const text = `comment ${writer}-${n}`
      const outcome = await client.send('comment:post', { commentId: CommentId.parse(createId()), text })
      expect(outcome).toMatchObject({ ok: true })
    }
    client.close()
  }
  for (let writer = 0; writer < WRITERS; writer += 1) await write(writer)
}

/** Opens it with Enter, goes through it with Tab, closes it with Esc: the focus stays in it, and comes back. */
async function thereAndBack(page: Page, opener: Locator, sheet: string): Promise<void> {
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId(sheet)).toBeVisible()
  await page.keyboard.press('Shift+Tab')
  expect(await hasFocus(page.getByTestId(sheet))).toBe(true)
  for (let stops = 0; stops < 4; stops += 1) {
    await page.keyboard.press('Tab')
    expect(await hasFocus(page.getByTestId(sheet))).toBe(true)
  }

  await page.keyboard.press('Escape')

  await expect(page.getByTestId(sheet)).toBeHidden()
  await expect(opener).toBeFocused()
}

test('among a hundred comments the card is near, a hold leads to the checkout, and back', async ({ people, world }) => {
  const studio = await people.staff()
  await goLiveCameraOff(studio)
  await studio.getByTestId('pin-stoneware-mug').click()
  const viewers = await Promise.all([PHONE, DESK].map((viewport) => people.viewer({ options: { viewport } })))
  for (const page of viewers) await expect(card(page)).toContainText(/mug/i)
  await fillWithComments(world.url)
  for (const page of viewers) {
    await expect.poll(() => page.getByTestId('comments').getByRole('listitem').count()).toBeGreaterThanOrEqual(100)
    expect(await stopsTo(page, card(page))).toBeLessThanOrEqual(MOST_STOPS)
    await expect(card(page).getByTestId('hold-button')).toBeFocused()

    await page.keyboard.press('Enter')

    await expect(card(page).getByTestId('checkout-link')).toBeFocused()
    await expect(page.getByTestId('announcer')).toHaveText('Held for you. Check out before the time is up.')
    await card(page).getByTestId('let-go').focus()
    await page.keyboard.press('Enter')
    await expect(card(page).getByTestId('hold-button')).toBeFocused()
  }
})

test('all comments together are one stop, and the arrows go from one to the next', async ({ people }) => {
  for (const viewport of [PHONE, DESK]) {
    const page = await people.viewer({ options: { viewport } })
    const list = page.getByTestId('comments')
    await expect(list).toContainText(`comment ${WRITERS - 1}-${EACH - 1}`)
    await stopsTo(page, list)
    await expect(list).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await expect(list.getByRole('button').last()).toBeFocused()
    await page.keyboard.press('ArrowUp')
    await expect(list.getByRole('button').nth(-2)).toBeFocused()
    await thereAndBack(page, list.getByRole('button').nth(-2), 'comment-sheet')

    await page.keyboard.press('Home')

    await expect(list.getByRole('button').first()).toBeFocused()
    await page.keyboard.press('Tab')
    expect(await hasFocus(list)).toBe(false)
  }
})

test('the focus is held by what lies on top and goes back to what opened it', async ({ people }) => {
  const studio = await people.staff()
  await studio.getByTestId('pin-linen-shirt').click()
  const phone = await people.viewer()
  await expect(card(phone)).toContainText(/linen/i)
  for (const name of ['share', 'more']) await thereAndBack(phone, phone.getByTestId(name), `${name}-sheet`)
  await thereAndBack(phone, phone.getByTestId('bag'), 'products-sheet')
  const mini = phone.locator('.mini').first()
  await thereAndBack(phone, mini, 'product-sheet')

  await mini.focus()
  await phone.keyboard.press('Enter')
  await expect(phone.getByTestId('product-sheet')).toBeVisible()
  // Brought to the front, and then taken off.
  await studio.getByTestId('pin-stoneware-mug').click()
  await expect(card(phone)).toContainText(/mug/i)
  await studio.getByTestId('pin-stoneware-mug').click()
  await expect(mini).toHaveCount(0)
  await phone.keyboard.press('Escape')

  await expect(phone.getByTestId('product-sheet')).toBeHidden()
  await expect.poll(() => phone.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')
  const desk = await people.viewer({ options: { viewport: DESK } })
  await thereAndBack(desk, desk.getByTestId('product-row').nth(3), 'product-sheet')
})

test('a size is chosen, and its choice left, without losing the place; from the bag, too', async ({ people }) => {
  const page = await people.viewer()
  const hold = card(page).getByTestId('hold-button')
  await expect(card(page)).toContainText(/linen/i)
  await hold.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await hasFocus(card(page).getByTestId('size-option').first())).toBe(true)
  await page.keyboard.press('Escape')
  await expect(card(page).getByTestId('size-option')).toHaveCount(0)
  await expect(hold).toBeFocused()

  await page.keyboard.press('Enter')
  await card(page).getByTestId('size-option').first().focus()
  await page.keyboard.press('Enter')
  await expect(card(page).getByTestId('checkout-link')).toBeFocused()

  await page.getByTestId('bag').focus()
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog')
  await sheet
    .getByTestId('product-row')
    .filter({ hasText: /basket/i })
    .focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('product-sheet').getByRole('article')).toBeFocused()
  await sheet.getByTestId('hold-button').focus()
  await page.keyboard.press('Enter')
  await expect(sheet.getByTestId('checkout-link')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('bag')).toBeFocused()
})

test('another product in front takes the place without its button, and what one types stays in its field', async ({
  people,
}) => {
  const studio = await people.staff()
  const [reader, talker] = await Promise.all([people.viewer(), people.viewer()])
  for (const page of [reader, talker]) await expect(card(page)).toContainText(/linen/i)
  await card(reader).getByTestId('hold-button').focus()
  await talker.getByTestId('comment-input').fill('is it')

  await studio.getByTestId('pin-stoneware-mug').click()

  for (const page of [reader, talker]) await expect(card(page)).toContainText(/mug/i)
  await expect(card(reader)).toBeFocused()
  await expect(talker.getByTestId('comment-input')).toBeFocused()
})

test('the focus is seen over any picture', async ({ people }) => {
  const page = await people.viewer()
  await expect(card(page)).toBeVisible()
  await page.keyboard.press('Tab')
  const ring = () =>
    page.evaluate(() => {
      const { outlineWidth, outlineStyle, outlineColor, boxShadow } = getComputedStyle(
        document.activeElement ?? document.body,
      )
      return { outlineWidth, outlineStyle, outlineColor, boxShadow }
    })

  await expect
    .poll(ring)
    .toMatchObject({ outlineWidth: '3px', outlineStyle: 'solid', outlineColor: 'rgb(255, 255, 255)' })
  expect((await ring()).boxShadow).toMatch(/^rgb\(\d+, \d+, \d+\) 0px 0px 0px 6px/)
})
