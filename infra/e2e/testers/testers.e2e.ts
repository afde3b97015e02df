// Chosen testers as people do it: staff ask for some, a phone takes the only place and says how it is reached, another comes too late.
import type { Page } from '@playwright/test'
import { DESK, goLiveCameraOff } from '../people.ts'
import { standStill } from '../standStill.ts'
import { expect, test } from '../test.ts'

test.use({ worldOf: 'testers' })

async function picture(page: Page, name: string): Promise<void> {
  await standStill(page)
  await page.screenshot({ path: `test-results/testers-${name}.png` })
}

test('a viewer takes a place with one tap, says how to be reached by consent, and staff have the list', async ({
  people,
}) => {
  const studio = await people.staff()
  await goLiveCameraOff(studio)
  const thumb = await people.viewer()
  const late = await people.viewer({ path: '/s/autumn?lang=zh-Hans', options: { viewport: DESK } })

  await test.step('staff open it', async () => {
    await studio.getByTestId('tab-plays').click()
    await studio.getByTestId('play-kind-testers').click()
    await studio.getByTestId('testers-title').fill('Who tries the new cream?')
    await studio.getByTestId('testers-places').fill('1')
    await picture(studio, 'form')
    await studio.getByTestId('testers-open').click()
  })
  await test.step('one tap has the place; nothing is sent without consent', async () => {
    await expect(thumb.getByTestId('testers')).toContainText('Who tries the new cream?')
    await picture(thumb, 'open')
    await thumb.getByTestId('testers-take').click()
    await expect(thumb.getByTestId('testers-yours')).toHaveText('Place 1 of 1 is yours')
    await thumb.getByTestId('testers-contact').fill('kiki@example.org')
    await expect(thumb.getByTestId('testers-send')).toHaveAttribute('aria-disabled', 'true')
    await thumb.getByTestId('testers-consent').check()
    await picture(thumb, 'in')
    await thumb.getByTestId('testers-send').click()
    await expect(thumb.getByTestId('testers-fine')).toContainText('kiki@example.org')
  })
  await test.step('whoever comes too late sees that it is full', async () => {
    await expect(late.getByTestId('testers-note')).toHaveText('唯一的名额已满')
    await expect(late.getByTestId('testers-take')).toHaveCount(0)
    await picture(late, 'gone-zh')
  })
  await test.step('staff have the list, and save it as a table', async () => {
    await studio.getByTestId('testers-list').locator('summary').click()
    await expect(studio.getByTestId('testers-list')).toContainText('kiki@example.org')
    const waiting = studio.waitForEvent('download')
    await studio.getByTestId('testers-export').click()
    expect((await waiting).suggestedFilename()).toMatch(/^testers-.*\.csv$/)
    await picture(studio, 'desk')
  })
  await test.step('a reload knows what was said', async () => {
    await thumb.reload()
    await expect(thumb.getByTestId('testers-fine')).toContainText('kiki@example.org')
  })
})
