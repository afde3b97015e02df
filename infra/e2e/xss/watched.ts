// A browser page that takes down everything which hostile text could bring about: code that ran, policy reports, foreign requests.
import type { Browser, Page } from '@playwright/test'

export interface Watched {
  readonly page: Page
  /** What went wrong so far, in words; none when all text stayed text. */
  findings(): Promise<readonly string[]>
  close(): Promise<void>
}

interface WatchOptions {
  readonly origin: string
  /** `name=value`. */
  readonly cookie?: string
  readonly viewport: { readonly width: number; readonly height: number }
}

/** Runs in the page, before anything of it. */
function listen() {
  const seen: string[] = []
  Object.assign(globalThis, { xss: () => seen.push('code ran'), xssSeen: seen })
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
    seen.push(`policy: ${violatedDirective} ${blockedURI}`)
  })
}

export async function openWatched(browser: Browser, { origin, cookie, viewport }: WatchOptions): Promise<Watched> {
  const context = await browser.newContext({ viewport, locale: 'en-US' })
  const [name, value] = cookie?.split('=') ?? []
  if (name !== undefined && value !== undefined) await context.addCookies([{ name, value, url: origin }])
  await context.addInitScript(listen)
  const page = await context.newPage()
  const outside: string[] = []
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.origin !== origin && !['data:', 'blob:'].includes(url.protocol)) outside.push(`asked for ${url.href}`)
  })
  page.on('dialog', (dialog) => {
    outside.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', ({ message }) => outside.push(`error: ${message}`))
  return {
    page,
    findings: async () => {
      const seen = await page.evaluate(() => (globalThis as unknown as { xssSeen: string[] }).xssSeen)
      return [...outside, ...seen]
    },
    close: () => context.close(),
  }
}
