// A poll as people do it: staff open one, a thumb votes and a keyboard does, the overlay shows it, and the winner is pinned.
import type { Page } from '@playwright/test'
import { DESK, goLiveCameraOff } from '../people.ts'
import { standStill } from '../standStill.ts'
import { expect, test } from '../test.ts'

const LAMP = 'brass-lamp'
const BASKET = 'bamboo-basket'
const WIDE = { width: 1920, height: 1080 }
const SMALL = { width: 320, height: 568 }
const PICTURE = 'html { background: linear-gradient(160deg, #9db8a6, #d8c3a0 45%, #6b7f94) }'

test.use({ worldOf: 'poll' })
test.describe.configure({ mode: 'serial' })

async function picture(page: Page, name: string): Promise<void> {
  await standStill(page)
  await page.screenshot({ path: `test-results/poll-${name}.png` })
}

async function overlayOf(studio: Page): Promise<string> {
  await studio.getByTestId('overlay').click()
  await studio.getByTestId('overlay-make').click()
  const address = (await studio.getByTestId('overlay-link').getAttribute('href')) ?? ''
  await studio.keyboard.press('Escape')
  return address
}

const answer = (page: Page, place: number) => page.getByTestId('poll').getByTestId(`poll-answer-${place}`)

test('staff open a poll in seconds, people vote by thumb and by key, and the product that wins is pinned', async ({
  people,
}) => {
  const studio = await people.staff()
  await goLiveCameraOff(studio)
  await studio.getByTestId(`pin-${BASKET}`).click()
  const address = await overlayOf(studio)
  const thumb = await people.viewer()
  const keys = await people.viewer({ options: { viewport: DESK } })
  const chinese = await people.viewer({ path: '/s/autumn?lang=zh-Hans', options: { viewport: SMALL } })
  const overlay = await people.page({ options: { viewport: WIDE } })
  await overlay.goto(address)
  await overlay.addStyleTag({ content: PICTURE })
  const paper = await people.page({ options: { viewport: WIDE } })
  await paper.goto(address.replace('#', '?theme=paper&name=paper#'))
  await paper.addStyleTag({ content: PICTURE })
  const clear = await people.page({ options: { viewport: WIDE } })
  await clear.goto(address.replace('#', '?theme=clear&name=clear&lang=zh-Hant#'))
  await clear.addStyleTag({ content: PICTURE })

  await test.step('the form is ready; one product more, a text of one’s own, and it is open', async () => {
    await studio.getByTestId('tab-plays').click()
    await studio.getByTestId('poll-question').fill('What goes on the table next?')
    await studio.getByTestId('poll-add-product').selectOption(LAMP)
    await studio.getByTestId('poll-add-text').click()
    await expect(studio.getByTestId('poll-open')).toBeDisabled()
    await studio.keyboard.type('A surprise')
    await studio.getByRole('form', { name: 'New poll' }).getByRole('button', { name: '5 min' }).click()
    await picture(studio, 'form')
    await studio.getByTestId('poll-open').click()
    await expect(studio.getByTestId('poll-over')).toContainText('What goes on the table next?')
  })
  const lamp = thumb.getByTestId('poll').locator('button', { hasText: /lamp/i })
  await test.step('a tap is a vote, and another tap changes it', async () => {
    await answer(thumb, 0).click()
    await expect(answer(thumb, 0)).toHaveAttribute('aria-checked', 'true')
    await expect(thumb.getByTestId('poll-note')).toHaveText('1 person voted')
    await lamp.click()
    await expect(lamp).toHaveAttribute('aria-checked', 'true')
    await expect(answer(thumb, 0)).toHaveAttribute('aria-checked', 'false')
    await expect(thumb.getByTestId('poll-fine')).toContainText(/your vote: .*lamp/i)
    await expect(thumb.getByTestId('hold-button').first()).toBeInViewport()
  })
  await test.step('arrows go through the answers and choose none; Enter votes; the focus stays while counts come in', async () => {
    await answer(keys, 0).focus()
    const places = await keys.getByTestId('poll').getByRole('radio').count()
    await keys.keyboard.press('End')
    await expect(answer(keys, places - 1)).toBeFocused()
    await keys.keyboard.press('ArrowUp')
    await expect(keys.getByTestId('poll').getByRole('radio', { checked: true })).toHaveCount(0)
    await keys.keyboard.press('Enter')
    const own = answer(keys, places - 2)
    await expect(own).toHaveAttribute('aria-checked', 'true')
    await expect(own).toContainText('100')
    await expect(own).toBeFocused()
    await expect(keys.getByTestId('announcer')).toContainText(/your vote/i)
  })
  await test.step('desk and overlay say the same', async () => {
    await expect(studio.getByTestId('poll-sum').first()).toContainText('2 people voted')
    await expect(overlay.getByTestId('overlay-poll')).toContainText('100%')
    await expect(chinese.getByTestId('poll-note')).toHaveText('2 人已投')
    await picture(studio, 'desk')
    await picture(thumb, 'thumb')
    await picture(keys, 'keys')
    await picture(chinese, 'chinese')
    await picture(overlay, 'overlay')
    await picture(paper, 'paper')
    await picture(clear, 'clear')
  })
  await test.step('a reload shows the same, with the own vote', async () => {
    await thumb.reload()
    await expect(thumb.getByTestId('poll').locator('[aria-checked=true]')).toContainText(/lamp/i)
  })
  await test.step('closed early, it says who won, and that is pinned; the focus has not moved', async () => {
    await studio.getByTestId('poll-close').click()
    await studio.getByTestId('confirm').click()
    await expect(thumb.getByTestId('poll')).toHaveAttribute('data-state', 'settled')
    await expect(thumb.getByTestId('poll-fine')).toContainText(/most votes: .*lamp/i)
    await expect(thumb.getByTestId('card')).toHaveAttribute('data-product', LAMP)
    await expect(overlay.getByTestId('overlay-poll-outcome')).toContainText(/lamp/i)
    await expect(keys.getByTestId('poll').locator(':focus')).toHaveCount(1)
    await picture(thumb, 'won')
    await picture(overlay, 'overlay-won')
    await picture(studio, 'desk-won')
  })
  await test.step('it stays until it is put away', async () => {
    await studio.getByTestId('poll-front').click()
    for (const page of [thumb, keys]) await expect(page.getByTestId('poll')).toHaveCount(0)
    await expect(overlay.getByTestId('overlay-poll')).toHaveCount(0)
  })
})

test('a poll of several answers, hidden until its end: the last answer stays, and what was kept is opened later', async ({
  people,
}) => {
  const studio = await people.staff()
  await studio.getByTestId('tab-plays').click()
  await studio.getByTestId('play-next').or(studio.getByTestId('poll-question')).first().click()
  await studio.getByTestId('poll-several').check()
  await studio.getByTestId('poll-hidden').check()
  await studio.getByRole('button', { name: 'By hand' }).click()
  await studio.getByTestId('poll-draft').click()
  const phone = await people.viewer()
  await expect(phone.getByTestId('poll')).toHaveCount(0)

  await expect(studio.getByTestId('play-by-key')).toBeVisible()
  await studio.keyboard.press('n')
  await expect(phone.getByTestId('poll').getByRole('checkbox')).toHaveCount(3)
  await answer(phone, 0).click()
  await answer(phone, 2).click()
  await expect(phone.getByTestId('poll').getByRole('checkbox', { checked: true })).toHaveCount(2)
  await answer(phone, 0).click()
  await expect(answer(phone, 0)).toHaveAttribute('aria-checked', 'false')
  await answer(phone, 2).click()

  await expect(phone.getByTestId('poll-fine')).toContainText('One answer stays')
  await expect(answer(phone, 2)).toHaveAttribute('aria-checked', 'true')
  await expect(phone.getByTestId('poll')).not.toContainText('%')
  await expect(studio.locator('.play-row[data-state=open]')).toContainText('100%')
  await studio.getByTestId('poll-cancel').click()
  await picture(studio, 'cancel')
  await studio.getByTestId('confirm').click()
  await expect(phone.getByTestId('poll')).toHaveCount(0)
})

test('two that run: one over the card, the other a tile; what is over is made again with one tap', async ({
  people,
}) => {
  const studio = await people.staff()
  await studio.getByTestId('tab-plays').click()
  const again = studio.getByTestId('poll-again').first()
  for (const _ of ['first', 'second']) {
    await again.click()
    await studio.getByTestId('poll-start').first().click()
    await expect(studio.getByTestId('poll-start')).toHaveCount(0)
  }
  const phone = await people.viewer({ options: { viewport: SMALL } })
  const wide = await people.viewer({ options: { viewport: DESK } })

  for (const page of [phone, wide]) {
    await expect(page.getByTestId('poll')).toHaveCount(1)
    await expect(page.getByTestId('poll-tile')).toHaveCount(1)
    await expect(page.getByTestId('hold-button').first()).toBeInViewport()
  }
  await picture(phone, 'two')
  await picture(wide, 'two-wide')
  const before = await phone.getByTestId('poll').getAttribute('data-activity')
  await phone.getByTestId('poll-tile').click()
  await expect(phone.getByTestId('poll')).not.toHaveAttribute('data-activity', before ?? '')
  await phone.getByTestId('poll-fold').click()
  await expect(phone.getByTestId('poll')).toHaveAttribute('data-activity', before ?? '')
  await expect(phone.getByTestId('poll')).toHaveAttribute('data-open', 'false')
  await picture(phone, 'two-folded')
  for (const left of [1, 0]) {
    await studio.getByTestId('poll-close').first().click()
    await studio.getByTestId('confirm').click()
    await expect(studio.getByTestId('poll-close')).toHaveCount(left)
  }
})

async function linkOf(studio: Page): Promise<string> {
  await studio.getByTestId('share').click()
  await studio.getByTestId('link-name').fill('Elm Street neighbours')
  await studio.getByTestId('link-make').click()
  const shown = studio.getByTestId('link-address').first()
  await expect(shown).toContainText('/l/')
  const code = (await shown.textContent())?.split('/l/').at(-1) ?? ''
  await studio.keyboard.press('Escape')
  return `/l/${code}`
}

test('a poll for those who came by a link and wrote a word: each sees what is missing, and votes once it is done', async ({
  people,
}) => {
  const studio = await people.staff()
  await studio.getByTestId('tab-plays').click()
  await studio.getByTestId('play-next').or(studio.getByTestId('poll-question')).first().click()
  await studio.getByTestId('conditions').locator('summary').click()
  await studio.getByTestId('condition-watched').check()
  await studio.getByTestId('condition-minutes').fill('0')
  await expect(studio.getByTestId('poll-open')).toBeDisabled()
  await studio.getByTestId('condition-watched').uncheck()
  await studio.getByTestId('condition-wrote').check()
  await studio.getByTestId('condition-word').fill('autumn')
  await studio.getByTestId('condition-came').check()
  await expect(studio.getByTestId('conditions-sum')).toHaveText(/only who wrote “autumn” and came by a shared link/i)
  await picture(studio, 'conditions-form')
  await studio.getByTestId('poll-open').click()
  const shared = await people.viewer({ path: await linkOf(studio) })
  const alone = await people.viewer({ path: '/s/autumn?lang=zh-Hans', options: { viewport: SMALL } })
  const step = (page: Page, name: string) => page.getByTestId(`condition-${name}`)

  await expect(step(shared, 'came')).toHaveAttribute('data-met', 'true')
  await expect(step(shared, 'wrote')).toContainText('Write “autumn”')
  await expect(answer(shared, 0)).toHaveAttribute('aria-disabled', 'true')
  await picture(shared, 'conditions')
  await shared.getByTestId('comment-input').fill('I love AUTUMN')
  await shared.getByTestId('comment-input').press('Enter')
  await expect(step(shared, 'wrote')).toHaveAttribute('data-met', 'true')
  await answer(shared, 0).click()
  await expect(answer(shared, 0)).toHaveAttribute('aria-checked', 'true')
  await expect(shared.getByTestId('conditions')).toHaveCount(0)

  await expect(step(alone, 'came')).toHaveAttribute('data-met', 'false')
  await expect(answer(alone, 0)).toHaveAttribute('aria-disabled', 'true')
  await picture(alone, 'conditions-chinese')
  await studio.getByTestId('poll-close').click()
  await studio.getByTestId('confirm').click()
  await expect(alone.getByTestId('conditions')).toHaveCount(0)
  await expect(alone.getByTestId('poll')).toHaveAttribute('data-state', 'settled')
})
