// A buyer with a phone, as the tests of the buyer's path play them: taps are counted, parts of the path are timed and printed.
import type { Locator, Page } from '@playwright/test'
import { PHONE, type People } from './people.ts'

export interface Buyer {
  readonly page: Page
  /** Taps so far since the counter was last set to zero. */
  taps(): number
  resetTaps(): void
  tap(target: Locator): Promise<void>
  /** Does one part of the path and prints how long it took in ms. */
  part(name: string, act: () => Promise<unknown>): Promise<void>
}

/** One line per part, so that a run can be read; a test never asserts a time. */
function print(name: string, ms: number): void {
  process.stdout.write(`  buyer's path | ${name.padEnd(36)} ${String(Math.round(ms)).padStart(6)} ms\n`)
}

/** A phone with a finger: no page is open yet. */
export async function createBuyer(people: People, locale = 'en-US'): Promise<Buyer> {
  const options = { viewport: PHONE, hasTouch: true, isMobile: true, deviceScaleFactor: 2, locale }
  const page = await people.page({ options })
  let taps = 0
  return {
    page,
    taps: () => taps,
    resetTaps: () => {
      taps = 0
    },
    async tap(target) {
      taps += 1
      await target.tap()
    },
    async part(name, act) {
      const started = performance.now()
      await act()
      print(name, performance.now() - started)
    },
  }
}
