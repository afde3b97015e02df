// The design review's scenes in a browser: the shopper's own page in any state, size and language, without a server behind it.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { test as base, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { build, preview } from 'vite'
import { fingerprint } from '../setup/tools/stamp.mjs'
import { ROOT } from '../setup/tools/places.mjs'
import { standStill } from './standStill.ts'

export const SIZES = {
  small: { width: 320, height: 568 },
  phone: { width: 390, height: 844 },
  tablet: { width: 820, height: 1180 },
  desk: { width: 1440, height: 900 },
  /** The picture of a phone held upright, at half its size, as OBS shows an overlay. */
  upright: { width: 540, height: 960 },
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
  /** Shows one scene and waits until it stands still: in the window that the test has, which showed another before. */
  readonly look: (look: Look) => Promise<Page>
  /** The same in a second window beside the first. */
  readonly lookBeside: (look: Look) => Promise<Page>
}
interface WorkerFixtures {
  readonly reviewUrl: string
  /** Opened once and shown scene after scene: what a browser has loaded it need not load again. */
  readonly windows: readonly [Page, Page]
}

export { expect } from '@playwright/test'

const VIEWER = join(ROOT, 'viewer')
const REVIEWS = join(ROOT, '.cache', 'review')
const config = { configFile: join(VIEWER, 'src/preview/vite.config.ts'), logLevel: 'error' as const }

/** Built again only when something that it is made from changed. */
async function builtReview(): Promise<string> {
  const outDir = join(REVIEWS, fingerprint(ROOT, ['viewer', 'shared', 'package-lock.json'], isSource))
  if (existsSync(outDir)) return outDir
  // Another worker may be making the same one right now.
  const half = `${outDir}.${process.pid}.half`
  const input = join(VIEWER, 'preview.html')
  const output = { outDir: half, emptyOutDir: true, minify: false, rolldownOptions: { input } }
  await build({ ...config, build: output })
  await rename(half, outDir).catch((error: unknown) => {
    if (!existsSync(outDir)) throw error
    rmSync(half, { recursive: true, force: true })
  })
  for (const name of readdirSync(REVIEWS)) {
    if (!name.startsWith(basename(outDir))) rmSync(join(REVIEWS, name), { recursive: true, force: true })
  }
  return outDir
}

const isSource = (name: string) => !/(^|\/)(dist|node_modules|\.cache)(\/|$)|\.test\.tsx?$/.test(name)

const openWindow = async (browser: Browser): Promise<Page> => {
  const context: BrowserContext = await browser.newContext({ reducedMotion: 'reduce' })
  // What a scene remembers is not the next one's.
  await context.addInitScript(() => {
    localStorage.clear()
    sessionStorage.clear()
  })
  return context.newPage()
}

async function show(page: Page, reviewUrl: string, { scene, size, lang = 'en', more = {} }: Look): Promise<Page> {
  await page.setViewportSize(SIZES[size])
  await page.goto(`${reviewUrl}preview.html?${new URLSearchParams({ scene, lang, ...more })}`)
  await page.locator('main').waitFor()
  await standStill(page)
  return page
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  reviewUrl: [
    async ({ browserName: _ }, use) => {
      const outDir = await builtReview()
      const server = await preview({ ...config, build: { outDir }, preview: { port: 0 } })
      await use(server.resolvedUrls?.local[0] ?? '')
      await server.close()
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  windows: [
    async ({ browser }, use) => {
      const [first, second] = [await openWindow(browser), await openWindow(browser)]
      await use([first, second])
      await Promise.all([first.context().close(), second.context().close()])
    },
    { scope: 'worker' },
  ],
  look: async ({ windows, reviewUrl }, use) => {
    await use((look) => show(windows[0], reviewUrl, look))
  },
  lookBeside: async ({ windows, reviewUrl }, use) => {
    await use((look) => show(windows[1], reviewUrl, look))
  },
})
