// The design review's scenes in a browser: the shopper's own page in any state, size and language, without a server behind it.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type Page } from '@playwright/test'
import { build, preview } from 'vite'

export const SIZES = {
  small: { width: 320, height: 568 },
  phone: { width: 390, height: 844 },
  tablet: { width: 820, height: 1180 },
  desk: { width: 1440, height: 900 },
  /** A small phone with its keyboard up, as Android shows it: less height for the whole page. */
  typing: { width: 320, height: 320 },
} as const

interface Look {
  readonly scene: string
  readonly size: keyof typeof SIZES
  readonly lang?: string
  readonly more?: Readonly<Record<string, string>>
}

interface Fixtures {
  /** Opens one scene and waits until it stands still. */
  readonly look: (look: Look) => Promise<Page>
}
interface WorkerFixtures {
  readonly reviewUrl: string
}

export { expect } from '@playwright/test'

export const test = base.extend<Fixtures, WorkerFixtures>({
  reviewUrl: [
    async ({ browserName: _ }, use) => {
      const viewer = join(import.meta.dirname, '../../viewer')
      const outDir = await mkdtemp(join(tmpdir(), 'lantern-review-'))
      const given = { configFile: join(viewer, 'src/preview/vite.config.ts'), logLevel: 'error' as const }
      const input = join(viewer, 'preview.html')
      await build({ ...given, build: { outDir, emptyOutDir: true, minify: false, rolldownOptions: { input } } })
      const server = await preview({ ...given, build: { outDir }, preview: { port: 0 } })
      await use(server.resolvedUrls?.local[0] ?? '')
      await server.close()
      await rm(outDir, { recursive: true })
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  look: async ({ browser, reviewUrl }, use) => {
    const open: { close(): Promise<void> }[] = []
    await use(async ({ scene, size, lang = 'en', more = {} }) => {
      const context = await browser.newContext({ viewport: SIZES[size], reducedMotion: 'reduce' })
      open.push(context)
      const page = await context.newPage()
      await page.goto(`${reviewUrl}preview.html?${new URLSearchParams({ scene, lang, ...more })}`)
      await page.locator('main').waitFor()
      await page.evaluate(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)))
      return page
    })
    await Promise.all(open.map((context) => context.close()))
  },
})
