// Staff and viewers as the browser tests play them: each a browser context of their own.
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from '@playwright/test'
import type { World } from '@lantern/server/src/testing/world.ts'

export const PHONE = { width: 390, height: 844 }
/** What the browser of a phone says it is. */
export const PHONE_AGENT =
  'Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36'
export const DESK = { width: 1440, height: 900 }

/** Any size that a person may have; the names are those of DESIGN's three. */
export interface Person {
  readonly path?: string
  readonly options?: BrowserContextOptions
  readonly origin?: string
}

export interface People {
  /** A viewer on a phone, at the show unless told otherwise. */
  viewer(person?: Person): Promise<Page>
  /** A staff member, logged in, on the show's desk. */
  staff(person?: Person & { name?: string; show?: string }): Promise<Page>
  /** A page with nothing done yet. */
  page(person?: Person): Promise<Page>
  leave(): Promise<void>
}

/** Of who has logged in with a world's server before: they need not fill in the form again. */
export type Sessions = Map<string, Cookies>
type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

export function createPeople(browser: Browser, world: World, sessions: Sessions = new Map()): People {
  const open: { close(): Promise<void> }[] = []
  const page = async ({ path, options, origin, cookies = [] }: Person & { cookies?: Cookies } = {}) => {
    // What moves for ever is drawn for ever, without a graphics card: whoever looks at motion asks for it.
    const context = await browser.newContext({ viewport: PHONE, locale: 'en-US', reducedMotion: 'reduce', ...options })
    open.push(context)
    await context.addCookies(cookies)
    const made = await context.newPage()
    if (path !== undefined) await made.goto(`${origin ?? world.url}${path}`)
    return made
  }
  return {
    page,
    viewer: (person = {}) => page({ path: '/s/autumn', ...person }),
    staff: async ({ name = 'owner', show = 'autumn', ...person } = {}) => {
      // Another kind of device is another login.
      const mine = `${name} ${person.options?.userAgent ?? ''}`
      const cookies = sessions.get(mine) ?? []
      const path = `/studio/shows/${show}`
      const made = await page({ path, cookies, ...person, options: { viewport: DESK, ...person.options } })
      if (cookies.length > 0) return made
      await logIn(made, name)
      await made.getByTestId('login-submit').waitFor({ state: 'detached' })
      sessions.set(mine, await made.context().cookies())
      return made
    },
    leave: async () => {
      await Promise.all(open.splice(0).map((context) => context.close()))
    },
  }
}

/** Fills in the login form of the demo staff. */
export async function logIn(page: Page, name: string, password = 'lantern-demo'): Promise<void> {
  await page.getByTestId('login-name').fill(name)
  await page.getByTestId('login-password').fill(password)
  await page.getByTestId('login-submit').click()
}

/** Chooses the drawn test pattern and goes live with it, unless the show is live already. */
export async function goLive(studio: Page): Promise<void> {
  await studio.getByTestId('source-pattern').click()
  await studio.getByTestId('own-picture').waitFor()
  await studio.getByTestId('go-live').click()
  await studio.getByTestId('host-status').filter({ hasText: /./ }).waitFor()
}

/** Live with the camera off: for what is no matter of the picture, so that encoding it does not slow everything else down. */
export async function goLiveCameraOff(studio: Page): Promise<void> {
  await goLive(studio)
  const camera = studio.getByTestId('camera-off')
  if ((await camera.getAttribute('data-off')) === 'false') await camera.click()
  await camera.and(studio.locator('[data-off=true]')).waitFor()
}

/** Frames that a video element has shown so far. */
export async function framesOf(video: Locator): Promise<number> {
  return video.evaluate((element) =>
    element instanceof HTMLVideoElement ? element.getVideoPlaybackQuality().totalVideoFrames : 0,
  )
}

/** Resolves when the video has shown `count` more frames; answers how long that took in ms. */
export async function waitForFrames(video: Locator, count: number, timeoutMs = 60_000): Promise<number> {
  const started = Date.now()
  const before = await framesOf(video).catch(() => 0)
  while (Date.now() - started < timeoutMs) {
    const now = await framesOf(video).catch(() => 0)
    // A reload or a new element counts from zero again.
    if (now >= before + count || (now < before && now >= count)) return Date.now() - started
    await video.page().waitForTimeout(50)
  }
  throw new Error(`the picture showed fewer than ${count} new frames in ${timeoutMs} ms`)
}
