// Templates of the shop: saved from plays of one show, used in the next, replaced, renamed and removed, by pointer, keyboard and phone.
import type { Page } from '@playwright/test'
import { goLiveCameraOff } from '../people.ts'
import { expect, test } from '../test.ts'
import { openForm, picturesIn } from './playShow.ts'

test.use({ worldOf: 'templates' })

const picture = picturesIn('templates')
const PHONE = { width: 390, height: 844 }
const DESKTOP = { width: 1440, height: 900 }

async function newShow(studio: Page, title: string): Promise<void> {
  await studio.goto(new URL('/studio/', studio.url()).href)
  await studio.getByTestId('new-show').click()
  await studio.getByTestId('new-show-title').fill(title)
  await studio.getByTestId('new-show-create').click()
  await studio.getByTestId('tab-plays').click()
}

/** Nothing of the panel lies beside the window. */
async function fitsIn(studio: Page): Promise<void> {
  const beside = await studio.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(beside).toBeLessThanOrEqual(0)
}

test('what a shop asks again and again has a name, and is one tap away in any show', async ({ people }) => {
  const studio = await people.staff()
  await studio.setViewportSize(DESKTOP)
  const rows = studio.getByTestId('template-row')

  await test.step('a poll that runs and a topic that is kept become templates, by the keyboard', async () => {
    await goLiveCameraOff(studio)
    await openForm(studio, 'poll')
    await studio.getByTestId('poll-question').fill('Which tea comes next?')
    await studio.getByTestId('poll-open').click()
    await studio.locator('.poll-row').getByTestId('poll-template').focus()
    await studio.keyboard.press('Enter')
    await expect(studio.getByTestId('template-name')).toBeFocused()
    await expect(studio.getByTestId('template-name')).toHaveValue('Which tea comes next?')
    await studio.keyboard.press('ControlOrMeta+A')
    await studio.keyboard.type('Next tea')
    await studio.keyboard.press('Enter')
    await expect(studio.locator('.poll-row').getByRole('status')).toHaveText('Saved as “Next tea”')
    await expect(studio.getByTestId('poll-template')).toBeFocused()
    await openForm(studio, 'topic')
    await studio.getByTestId('topic-question').fill('What shall we bring from the mountains?')
    await studio.getByTestId('topic-draft').click()
    await studio.getByTestId('topic-template').click()
    await studio.getByTestId('template-save').click()
    await expect(studio.locator('.topic-row').getByRole('status')).toContainText('Saved as')
    await studio.getByTestId('play-next').click()
    await expect(rows).toHaveCount(2)
    await picture(studio, 'saved-1440')
  })
  await test.step('the same name replaces it, and says so before', async () => {
    await studio.getByTestId('topic-template').click()
    await studio.getByTestId('template-name').fill('next  TEA')
    await expect(studio.getByTestId('template-save')).toHaveText('Replace')
    await picture(studio, 'replace-1440')
    await studio.keyboard.press('Enter')
    await expect(rows).toHaveCount(2)
    await expect(studio.locator('.topic-row').getByRole('status')).toHaveText('Saved as “next  TEA”')
    await expect(rows.and(studio.locator('[data-kind="poll"]'))).toHaveCount(0)
  })
  await test.step('a coupon of so much, for one product', async () => {
    await openForm(studio, 'coupon')
    await studio.getByTestId('coupon-off').fill('2')
    await studio.getByTestId('coupon-draft').click()
    await studio.getByTestId('coupon-template').click()
    await studio.getByTestId('template-name').fill('Two off')
    await studio.getByTestId('template-save').click()
    await expect(studio.locator('.coupon-row').getByRole('status')).toHaveText('Saved as “Two off”')
    await studio.getByTestId('end-show').click()
    await studio.getByTestId('confirm').click()
  })
  await test.step('what has ended can still be saved', async () => {
    await studio.locator('.poll-row').getByTestId('poll-template').click()
    await studio.getByTestId('template-name').fill('Tea again')
    await studio.getByTestId('template-save').click()
    await expect(studio.locator('.poll-row').getByRole('status')).toHaveText('Saved as “Tea again”')
  })
  await test.step('the next show makes drafts from them, one for each tap', async () => {
    await newShow(studio, 'Winter market')
    await expect(studio.getByTestId('templates').getByTestId('template-make')).toHaveCount(3)
    await studio.getByTestId('template-all').click()
    await expect(rows).toHaveCount(4)
    await rows.filter({ hasText: 'Tea again' }).getByTestId('template-make').click()
    await expect(studio.locator('.poll-row')).toContainText('Which tea comes next?')
    await expect(studio.locator('.poll-row')).toHaveAttribute('data-state', 'draft')
    await rows.filter({ hasText: 'Two off' }).getByTestId('template-make').focus()
    await studio.keyboard.press('Enter')
    await expect(rows.filter({ hasText: 'Two off' }).getByRole('status')).toHaveText('Kept for later')
    await expect(studio.locator('.coupon-row')).toHaveCount(1)
    await expect(rows.filter({ hasText: 'Two off' }).getByTestId('template-make')).toBeFocused()
  })
  await test.step('renamed and removed by the keyboard, on a phone as on a desk', async () => {
    await picture(studio, 'used-1440')
    await studio.setViewportSize(PHONE)
    await studio.getByTestId('pane-comments').click()
    await fitsIn(studio)
    const tea = rows.filter({ hasText: 'Tea again' })
    await tea.getByTestId('template-change').focus()
    await studio.keyboard.press('Enter')
    await expect(studio.getByTestId('template-name')).toBeFocused()
    await studio.keyboard.press('Escape')
    await expect(tea.getByTestId('template-change')).toBeFocused()
    await studio.keyboard.press('Enter')
    await studio.keyboard.press('ControlOrMeta+A')
    await studio.keyboard.type('Two off')
    await studio.keyboard.press('Enter')
    await expect(studio.getByText('There is a template of that name already')).toBeVisible()
    await studio.getByTestId('template-name').fill('Evening tea')
    await picture(studio, 'rename-390')
    await studio.keyboard.press('Enter')
    const renamed = rows.filter({ hasText: 'Evening tea' })
    await expect(renamed.getByTestId('template-change')).toBeFocused()
    await studio.keyboard.press('Enter')
    await renamed.getByTestId('template-remove').click()
    await expect(studio.getByRole('alertdialog')).toContainText('Delete “Evening tea” for all shows?')
    await picture(studio, 'remove-390')
    await studio.getByTestId('confirm').click()
    await expect(rows).toHaveCount(3)
    await expect(studio.getByRole('heading', { name: 'Templates' })).toBeFocused()
    await fitsIn(studio)
  })
})
