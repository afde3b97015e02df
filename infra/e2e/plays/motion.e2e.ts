// What moves and sounds in a play: short where the viewer wants it, nothing where they have asked for less or for silence.
import type { Page } from '@playwright/test'
import { expect, test } from '../review.ts'

/** From one scene to the next, while the viewer looks on. */
const MOMENTS = [
  ['drawWaiting', 'drawn'],
  ['packet', 'packetOpen'],
  ['stepPriceFirst', 'stepPrice'],
  ['testers', 'testersIn'],
  ['coupon', 'couponWallet'],
] as const

const becomes = (page: Page, scene: string) => page.evaluate((name) => postMessage({ becomes: name }), scene)

/** Counts the notes that the page plays from now on. */
async function listen(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const { start } = AudioScheduledSourceNode.prototype
    document.body.dataset['notes'] = '0'
    AudioScheduledSourceNode.prototype.start = function (when?: number) {
      document.body.dataset['notes'] = String(Number(document.body.dataset['notes']) + 1)
      start.call(this, when)
    }
  })
  return async () => Number(await page.locator('body').getAttribute('data-notes'))
}

/** What the animations of the play change, beside how much is seen through it. */
const moved = (page: Page) =>
  page.evaluate(async () => {
    await new Promise(requestAnimationFrame)
    await new Promise(requestAnimationFrame)
    const inPlay = document.getAnimations().flatMap(({ effect }) => {
      const isOurs = effect instanceof KeyframeEffect && effect.target?.closest('.play') instanceof Element
      return isOurs ? effect.getKeyframes() : []
    })
    const quiet = new Set(['offset', 'computedOffset', 'easing', 'composite', 'opacity', 'backgroundColor'])
    return [...new Set(inPlay.flatMap(Object.keys).filter((name) => !quiet.has(name)))]
  })

for (const [before, after] of MOMENTS) {
  test(`what is won comes with a short motion, and with none where the viewer wants less: ${after}`, async ({
    look,
  }) => {
    const page = await look({ scene: before, size: 'phone' })
    await becomes(page, after)
    await page.locator('.play').waitFor()
    expect(await moved(page), 'reduced').toEqual([])

    await page.emulateMedia({ reducedMotion: 'no-preference' })
    await becomes(page, before)
    await moved(page)
    await becomes(page, after)
    const seen = await moved(page)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    expect(seen, 'usual').toContain('transform')
  })

  test(`it is heard only once the viewer has tapped for sound, and not where sounds are switched off: ${after}`, async ({
    look,
  }) => {
    const page = await look({ scene: before, size: 'phone' })
    const notes = await listen(page)
    const happens = async () => {
      await becomes(page, after)
      await moved(page)
      await becomes(page, before)
      await moved(page)
      return notes()
    }
    expect(await happens(), 'before a tap').toBe(0)

    await page.getByTestId('sound').click()
    await expect.poll(() => page.getByTestId('video').evaluate((video: HTMLVideoElement) => !video.muted)).toBe(true)
    const heard = await happens()
    expect(heard, 'after a tap').toBeGreaterThan(0)

    await page.getByTestId('more').click()
    await page.getByTestId('play-sounds').uncheck()
    await page.keyboard.press('Escape')
    expect(await happens(), 'switched off').toBe(heard)
    await page.getByTestId('more').click()
    await page.getByTestId('play-sounds').check()
    await page.keyboard.press('Escape')
    expect(await happens(), 'switched on again').toBeGreaterThan(heard)
  })
}
