// Activities of a show that is over, copied into the next one as drafts by its staff.
import { goLiveCameraOff } from './people.ts'
import { standStill } from './standStill.ts'
import { expect, test } from './test.ts'

test.use({ worldOf: 'former' })

test('what was asked in the last show is one tap away in the next', async ({ people }) => {
  const studio = await people.staff()

  await test.step('a show has a poll that was asked and a topic that never was, and ends', async () => {
    await goLiveCameraOff(studio)
    await studio.getByTestId('tab-plays').click()
    await studio.getByTestId('play-kind-poll').click()
    await studio.getByTestId('poll-open').click()
    await expect(studio.locator('.poll-row')).toHaveAttribute('data-state', 'open')
    await studio.getByTestId('play-next').click()
    await studio.getByTestId('play-kind-topic').click()
    await studio.getByTestId('topic-question').fill('What shall we bring from the mountains?')
    await studio.getByTestId('topic-draft').click()
    await expect(studio.locator('.topic-row')).toHaveAttribute('data-state', 'draft')
    await studio.getByTestId('end-show').click()
    await studio.getByTestId('confirm').click()
    await expect(studio.getByTestId('play-elsewhere')).toHaveCount(0)
  })
  await test.step('the next show copies both, each once, as drafts that are its own', async () => {
    await studio.goto(new URL('/studio/', studio.url()).href)
    await studio.getByTestId('new-show').click()
    await studio.getByTestId('new-show-title').fill('Winter market')
    await studio.getByTestId('new-show-create').click()
    await studio.getByTestId('tab-plays').click()
    await studio.getByTestId('play-elsewhere').locator('summary').click()
    await expect(studio.getByTestId('play-elsewhere-show')).toContainText('Autumn market')
    await studio.getByTestId('topic-copy').click()
    await studio.getByTestId('poll-copy').click()
    await expect(studio.getByTestId('topic-copy')).toBeDisabled()
    await expect(studio.locator('.topic-row')).toHaveAttribute('data-state', 'draft')
    await expect(studio.locator('.topic-row')).toContainText('from the mountains')
    await expect(studio.locator('.poll-row')).toHaveAttribute('data-state', 'draft')
    await standStill(studio)
    await studio.screenshot({ path: 'test-results/former-plays.png' })
  })
  await test.step('the copy opens in its own show, also before it is live', async () => {
    await studio.locator('.topic-row').getByTestId('topic-start').click()
    await expect(studio.locator('.topic-row')).toHaveAttribute('data-state', 'open')
  })
})
