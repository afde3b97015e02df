// A topic as people live it: asked before the show, answered on the waiting page, picked by the desk, and read by everyone in the show.
import type { Page } from '@playwright/test'
import { DESK, goLiveCameraOff } from '../people.ts'
import { standStill } from '../standStill.ts'
import { expect, test } from '../test.ts'

test.use({ worldOf: 'topic' })

const QUESTION = 'Which colour for the next linen shirt?'

async function picture(page: Page, name: string): Promise<void> {
  await standStill(page)
  await page.screenshot({ path: `test-results/topic-${name}.png` })
}

async function answer(page: Page, text: string): Promise<void> {
  await page.getByTestId('topic-write').click()
  await page.getByTestId('topic-text').fill(text)
  await page.getByTestId('topic-send').click()
  await expect(page.getByTestId('topic-text')).toHaveCount(0)
}

test('those who wait answer in their own words, staff pick the best, and it stands in the show', async ({ people }) => {
  const studio = await people.staff()
  const thumb = await people.viewer()
  const desk = await people.viewer({ path: '/s/autumn?lang=zh-Hans', options: { viewport: DESK } })

  await test.step('staff ask before the show, in seconds', async () => {
    await studio.getByTestId('tab-plays').click()
    await studio.getByTestId('play-kind-topic').click()
    await studio.getByTestId('topic-question').fill(QUESTION)
    await picture(studio, 'form')
    await studio.getByTestId('topic-open').click()
  })
  await test.step('two who wait answer; nobody reads it but staff', async () => {
    await expect(thumb.getByTestId('before-show').getByTestId('topic')).toContainText(QUESTION)
    await expect(thumb.getByTestId('remind-me')).toBeVisible()
    await thumb.getByTestId('topic-write').click()
    await thumb.getByTestId('topic-text').fill('x'.repeat(201))
    await expect(thumb.getByTestId('topic-send')).toHaveAttribute('aria-disabled', 'true')
    await expect(thumb.getByTestId('topic-left')).toHaveText('1 too many')
    await thumb.getByTestId('topic-text').fill('Sage, everybody has sand by now')
    await picture(thumb, 'sheet')
  })
  await test.step('what was begun is there again after the sheet was closed, and the focus goes back to what opened it', async () => {
    await thumb.keyboard.press('Escape')
    await expect(thumb.getByTestId('topic-text')).toHaveCount(0)
    await expect(thumb.getByTestId('topic-write')).toBeFocused()
    await thumb.keyboard.press('Enter')
    await expect(thumb.getByTestId('topic-text')).toBeFocused()
    await expect(thumb.getByTestId('topic-text')).toHaveValue('Sage, everybody has sand by now')
    await thumb.getByTestId('topic-text').press('Enter')
    await expect(thumb.getByTestId('topic-write')).toContainText('Sage')
    await answer(desk, '靛蓝，跟饭碗那圈边一样')
    await expect(thumb.getByTestId('topic-note')).toHaveText('2 answers')
    await expect(thumb.getByTestId('topic')).not.toContainText('靛蓝')
    await picture(thumb, 'waiting')
    await picture(desk, 'waiting-zh')
  })
  await test.step('the answer is changed, and is one answer still', async () => {
    await answer(thumb, 'Sage, or a dark green')
    await expect(thumb.getByTestId('topic-write')).toContainText('dark green')
    await expect(thumb.getByTestId('topic-note')).toHaveText('2 answers')
  })
  await test.step('staff find it and pick it; its author hears of it', async () => {
    await studio.getByTestId('topic-search').fill('SAGE')
    await expect(studio.getByTestId('topic-answers').getByRole('listitem')).toHaveCount(1)
    await studio.getByTestId('topic-pick').click()
    await expect(desk.getByTestId('topic-picked')).toContainText('Sage, or a dark green')
    await expect(thumb.getByTestId('topic-fine')).toContainText('Yours was picked')
    await studio.getByTestId('topic-search').fill('')
    await studio.getByTestId('topic-answer-2').getByTestId('topic-hide').click()
    await expect(studio.getByTestId('topic-answers').getByRole('listitem')).toHaveCount(1)
    await picture(studio, 'desk')
  })
  await test.step('in the show it goes on, after a reload too', async () => {
    await goLiveCameraOff(studio)
    await expect(thumb.locator('.plays').getByTestId('topic-picked')).toContainText('dark green')
    await thumb.reload()
    await expect(thumb.getByTestId('topic-write')).toContainText('dark green')
    await answer(desk, '还是鼠尾草绿吧')
    await picture(thumb, 'live')
    await picture(desk, 'live-zh')
  })
  await test.step('closed, it stands there with what was picked, and nobody can write any more', async () => {
    await studio.getByTestId('topic-close').click()
    await studio.getByTestId('confirm').click()
    await expect(thumb.getByTestId('topic-write')).toHaveCount(0)
    await expect(thumb.getByTestId('topic-picked')).toContainText('dark green')
    await picture(thumb, 'over')
  })
})
