// A draw as people do it: staff open one in seconds, thumbs enter, one wins and claims, and anyone checks it in their own browser.
import type { Page } from '@playwright/test'
import { findings } from '../findings.ts'
import { DESK, goLiveCameraOff } from '../people.ts'
import { standStill } from '../standStill.ts'
import { expect, test } from '../test.ts'

const WIDE = { width: 1920, height: 1080 }
const SMALL = { width: 320, height: 568 }

test.use({ worldOf: 'draw' })
test.describe.configure({ mode: 'serial' })

async function picture(page: Page, name: string): Promise<void> {
  await standStill(page)
  await page.screenshot({ path: `test-results/draw-${name}.png` })
}

async function overlayOf(studio: Page): Promise<string> {
  await studio.getByTestId('overlay').click()
  await studio.getByTestId('overlay-make').click()
  const address = (await studio.getByTestId('overlay-link').getAttribute('href')) ?? ''
  await studio.keyboard.press('Escape')
  return address
}

async function openForm(studio: Page): Promise<void> {
  await studio.getByTestId('tab-plays').click()
  const kind = studio.getByTestId('play-kind-draw')
  await kind.or(studio.getByTestId('play-next')).first().click()
  if (await kind.isVisible()) await kind.click()
  await studio.getByTestId('draw-title').waitFor()
}

async function closeNow(studio: Page): Promise<void> {
  await studio.getByTestId('draw-close').first().click()
  await studio.getByTestId('confirm').click()
}

const card = (page: Page) => page.getByTestId('draw')

test('staff open a draw in seconds, two enter, one wins and claims, and the page computes it again', async ({
  people,
}) => {
  const studio = await people.staff()
  await goLiveCameraOff(studio)
  await studio.getByTestId('pin-bamboo-basket').click()
  const address = await overlayOf(studio)
  const overlay = await people.page({ options: { viewport: WIDE } })
  await overlay.goto(address)
  const thumb = await people.viewer()
  const chinese = await people.viewer({ path: '/s/autumn?lang=zh-Hans', options: { viewport: SMALL } })
  const desk = await people.viewer({ options: { viewport: DESK } })

  await test.step('the form is ready: a word that they must write, and it is open', async () => {
    await openForm(studio)
    await studio.getByTestId('draw-title').fill('A brass lamp')
    await studio.getByTestId('draw-winners').last().fill('0')
    await expect(studio.getByTestId('draw-open')).toBeDisabled()
    await studio.getByTestId('draw-winners').last().fill('1')
    await studio.getByTestId('conditions').locator('summary').click()
    await studio.getByTestId('condition-wrote').check()
    await studio.getByTestId('condition-word').fill('autumn')
    await picture(studio, 'form')
    await studio.getByTestId('draw-open').click()
  })
  await test.step('who has not done it waits; who has is in with one tap, and a reload shows the same', async () => {
    await expect(thumb.getByTestId('draw-enter')).toHaveAttribute('aria-disabled', 'true')
    await picture(thumb, 'waits')
    for (const page of [thumb, chinese]) {
      await page.getByTestId('comment-input').fill('I love autumn')
      await page.getByTestId('comment-input').press('Enter')
      await expect(page.getByTestId('draw-enter')).toHaveAttribute('aria-disabled', 'false')
      await page.getByTestId('draw-enter').click()
      await expect(page.getByTestId('draw-in')).toBeVisible()
    }
    await expect(thumb.getByTestId('draw-in')).toContainText('no. 1')
    await thumb.reload()
    await expect(thumb.getByTestId('draw-in')).toContainText('no. 1')
    await expect(thumb.getByTestId('hold-button').first()).toBeInViewport()
    for (const [page, name] of [
      [thumb, 'in'],
      [chinese, 'in-chinese'],
      [desk, 'desk-viewer'],
      [studio, 'desk-open'],
      [overlay, 'overlay-open'],
    ] as const)
      await picture(page, name)
  })
  await test.step('closed, it is drawn; the winner alone is asked for a contact', async () => {
    await closeNow(studio)
    for (const page of [thumb, chinese])
      await expect(card(page).locator('.draw')).toHaveAttribute('data-stage', /own|drawn/)
    await picture(overlay, 'overlay-drawn')
    await picture(desk, 'drawn')
  })
  const hasWon = await thumb.getByTestId('draw-claim').isVisible()
  const [winner, other] = hasWon ? [thumb, chinese] : [chinese, thumb]
  await test.step('without a contact and a yes nothing is sent; then it is claimed, and staff alone see how', async () => {
    await expect(other.getByTestId('draw-claim')).toHaveCount(0)
    await expect(other.getByTestId('draw-names')).toBeVisible()
    await picture(winner, 'won')
    await winner.getByTestId('draw-claim').click()
    await winner.getByTestId('claim-send').click()
    await expect(winner.getByTestId('claim-problem')).not.toBeEmpty()
    await winner.getByTestId('claim-contact').fill('kiki@example.com')
    await picture(winner, 'claim')
    await winner.getByTestId('claim-consent').check()
    await winner.getByTestId('claim-send').click()
    await expect(winner.getByTestId('draw-claimed')).toBeVisible()
    await expect(studio.getByTestId('draw-winner-1')).toContainText('kiki@example.com')
    await expect(other.locator('body')).not.toContainText('kiki@example.com')
    await picture(winner, 'claimed')
    await picture(studio, 'desk-claimed')
  })
  await test.step('the page says what was sealed, finds the own entry, and computes it again', async () => {
    const path = (await card(winner).getByTestId('draw-check').getAttribute('href')) ?? ''
    await winner.goto(new URL(path, winner.url()).href)
    await expect(winner.getByTestId('check-winners').locator('[data-own=true]')).toHaveCount(1)
    await winner.getByTestId('check-now').click()
    await expect(winner.getByTestId('check-verdict')).toHaveAttribute('data-good', 'true')
    await expect(winner.getByTestId('check-steps').locator('[data-right=false]')).toHaveCount(0)
    await picture(winner, 'page')
    const stranger = await people.page({ path, options: { viewport: DESK } })
    await expect(stranger.getByTestId('check-winners').locator('li')).toHaveCount(1)
    await expect(stranger.getByTestId('check-own')).toHaveCount(0)
    await expect(stranger.locator('body')).not.toContainText('kiki@example.com')
    await picture(stranger, 'page-desk')
  })
  await test.step('in the next draw of the show whoever has won is out', async () => {
    const lang = winner === chinese ? '?lang=zh-Hans' : ''
    await winner.goto(new URL(`/s/autumn${lang}`, other.url()).href)
    await studio.getByTestId('draw-again').first().click()
    await studio.getByTestId('draw-start').first().click()
    await expect(winner.getByTestId('draw-enter')).toHaveAttribute('aria-disabled', 'true')
    await expect(winner.getByTestId('draw-enter')).toContainText(
      winner === chinese ? '您在本场已中过奖' : 'You have won in this show already',
    )
    await picture(winner, 'won-already')
    await expect(other.getByTestId('draw-enter')).toHaveAttribute('aria-disabled', 'false')
    await other.getByTestId('draw-enter').click()
    await expect(other.getByTestId('draw-in')).toBeVisible()
    await closeNow(studio)
    await expect(other.getByTestId('draw-claim')).toBeVisible()
    await expect(winner.getByTestId('draw-names')).toBeVisible()
  })
  await test.step('the next play takes the place, and the prize waits beside it; a tap brings it back', async () => {
    await studio.getByTestId('play-next').click()
    await studio.getByTestId('play-kind-topic').click()
    await studio.getByTestId('topic-question').fill('What shall we show next?')
    await studio.getByTestId('topic-open').click()
    await expect(other.getByTestId('topic')).toBeVisible()
    await expect(winner.getByTestId('draw-tile')).toHaveCount(0)
    await picture(other, 'won-beside')
    await other.getByTestId('draw-tile').click()
    await expect(other.getByTestId('draw-claim')).toBeVisible()
  })
  await test.step('after the show it stands on its page, and is claimed there', async () => {
    await studio.getByTestId('end-show').click()
    await studio.getByTestId('confirm').click()
    await expect(other.getByTestId('ended')).toBeVisible()
    await picture(other, 'won-after')
    await other.getByTestId('draw-claim').click()
    await other.getByTestId('claim-contact').fill('lo@example.com')
    await other.getByTestId('claim-consent').check()
    await other.getByTestId('claim-send').click()
    await expect(other.getByTestId('draw-claimed')).toBeVisible()
    await expect(other.getByRole('dialog')).toHaveCount(0)
    await other.reload()
    await expect(other.getByTestId('ended').getByTestId('draw-claimed')).toBeVisible()
    await picture(other, 'claimed-after')
    expect(await findings(other)).toEqual([])
  })
})
