// A page that has come to rest: what slides or fades in has arrived; what moves for ever may go on.
import type { Page } from '@playwright/test'

export async function standStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map((one) => one.finished))
  })
}
