// More than 200 hostile texts as comments, names, products and show titles, in real Chromium: each stays the text it is.
import { commentRecords } from '@lantern/server/src/testing/commentRecords.ts'
import { chromium, type Browser } from '@playwright/test'
import { startTestApp, type TestApp } from '@lantern/server/src/testing/startTestApp.ts'
import { MOST_OFFERS } from '@lantern/shared/contract/rundown.ts'
import { CommentId, ProductId, ShowId, StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { chromiumOnPath } from '../../setup/steps/chromium.mjs'
import { VECTORS } from './vectors.ts'
import { openWatched, type Watched } from './watched.ts'

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1440, height: 900 }
const WIDE = { width: 1920, height: 1080 }
/** As many as a snapshot brings. */
const COMMENTS = 50
/** A rundown ends at MOST_OFFERS: with two sizes a product so many fit, and the few products of the test app beside them. */
const PRODUCTS = MOST_OFFERS / 2 - 20
const PARTS = Math.ceil(VECTORS.length / PRODUCTS)
const OWNER = StaffId.parse('owner')

interface Case {
  readonly showId: ShowId
  readonly fromStaff: boolean
  readonly vectors: readonly string[]
}

const cases: Case[] = [false, true].flatMap((fromStaff) =>
  Array.from({ length: Math.ceil(VECTORS.length / COMMENTS) }, (_, part) => ({
    showId: ShowId.parse(`show-${fromStaff ? 'staff' : 'viewers'}-${part}`),
    fromStaff,
    vectors: VECTORS.slice(part * COMMENTS, (part + 1) * COMMENTS),
  })),
)
/** One show for each part of the products: together they have all. */
const stalls = cases.slice(0, PARTS)
const inStall = (part: number) => VECTORS.slice(part * PRODUCTS, (part + 1) * PRODUCTS)
const productIdOf = (index: number) => ProductId.parse(`product-${index}`)

let app: TestApp
let browser: Browser
let origin: string
const open: Watched[] = []

async function seed(): Promise<void> {
  const products = VECTORS.map((title, index) => ({
    id: productIdOf(index),
    title: { en: title },
    picture: '/pictures/none.png',
    variants: ['S', 'L'].map((size) => ({
      sku: `${size}-${index}`,
      title: { en: `${size} ${title}` },
      priceMinor: 4_900,
      stock: 3,
    })),
  }))
  for (const [index, { showId, fromStaff, vectors }] of cases.entries()) {
    // A rundown takes the catalogue from its beginning: here from another part for each show.
    const from = (index % PARTS) * PRODUCTS
    await app.store.saveCatalogue('EUR', [...products.slice(from), ...products.slice(0, from)])
    await app.store.createShow({ id: showId, title: { en: VECTORS[index * 20] ?? '' }, startsAt: Date.now() })
    await app.store.goLive(showId, OWNER)
    const comments = vectors.map((vector, at) => ({
      id: CommentId.parse(`${showId}-${at}`),
      showId,
      viewerId: ViewerId.parse(`viewer-${at}`),
      name: vector,
      fromStaff,
      text: vector,
      words: 'clean' as const,
      replyTo: null,
    }))
    const outcomes = await commentRecords(app.store).addComments(comments)
    expect(outcomes.filter(({ ok }) => !ok)).toEqual([])
  }
}

async function watch(as: 'owner' | 'viewer', viewport: typeof PHONE): Promise<Watched> {
  const cookie = as === 'owner' ? { cookie: await app.staffCookie('owner') } : {}
  const watched = await openWatched(browser, { origin, viewport, ...cookie })
  open.push(watched)
  return watched
}

/** Texts of `selector` until there are at least `count`. */
async function textsOf({ page }: Watched, selector: string, count: number): Promise<string[]> {
  await expect.poll(() => page.locator(selector).count(), { timeout: 120_000 }).toBeGreaterThanOrEqual(count)
  return page.locator(selector).evaluateAll((all) => all.map((one) => one.textContent ?? ''))
}

/** The vectors that none of the texts shows as it was written. */
const notIn = (texts: readonly string[], vectors: readonly string[]) =>
  vectors.filter((vector) => !texts.some((text) => text.includes(vector)))

beforeAll(async () => {
  const executablePath = chromiumOnPath()
  browser = await chromium.launch({ args: ['--no-sandbox'], ...(executablePath && { executablePath }) })
  app = await startTestApp({ limitFactor: 1e9 })
  origin = new URL(app.url).origin
  await seed()
})
afterEach(async () => {
  for (const watched of open.splice(0)) await watched.close()
})
afterAll(async () => {
  await browser.close()
  await app.close()
})

it('there are at least 200 of them, and the page that looks for harm can see it', async () => {
  expect(new Set(VECTORS).size).toBeGreaterThanOrEqual(200)
  const watched = await watch('viewer', PHONE)
  await watched.page.goto(`${origin}/s/${cases[0]?.showId}`)

  await watched.page.evaluate(() => {
    const box = document.createElement('div')
    box.innerHTML = '<img src=x onerror=xss()><img src=//evil.test/x.png>'
    document.body.append(box)
  })

  await expect
    .poll(watched.findings, { timeout: 120_000 })
    .toEqual(expect.arrayContaining([expect.stringContaining('policy: script-src')]))
  expect(await watched.findings()).toEqual(expect.arrayContaining([expect.stringContaining('policy: img-src')]))
})

it('viewers read them as comments, and staff’s among them', async () => {
  for (const { showId, vectors } of cases) {
    const watched = await watch('viewer', PHONE)
    await watched.page.goto(`${origin}/s/${showId}`)

    const bubbles = await textsOf(watched, '[data-testid="comments"] [role="listitem"]', vectors.length)
    expect(notIn(bubbles, vectors)).toEqual([])
    expect(await watched.findings()).toEqual([])
  }
})

it('viewers read them as names, and as products in the bag', async () => {
  for (const [part, { showId, vectors }] of stalls.entries()) {
    const watched = await watch('viewer', PHONE)
    await watched.page.goto(`${origin}/s/${showId}`)
    const goods = inStall(part)

    expect(notIn(await textsOf(watched, '.bubble-name', vectors.length), vectors)).toEqual([])
    await watched.page.getByTestId('bag').click()
    expect(notIn(await textsOf(watched, '[role="dialog"] li', goods.length), goods)).toEqual([])
    expect(await watched.findings()).toEqual([])
  }
})

it('staff read them on the desk, with every product in the rundown', async () => {
  for (const [index, { showId, vectors }] of cases.entries()) {
    const watched = await watch('owner', DESK)
    await watched.page.goto(`${origin}/studio/shows/${showId}`)

    const rows = await textsOf(watched, '[data-testid="desk-comments"] article', vectors.length)
    expect(notIn(rows, vectors)).toEqual([])
    const desk = await watched.page.evaluate(() => document.body.textContent ?? '')
    expect(notIn([desk], inStall(index % PARTS))).toEqual([])
    expect(await watched.findings()).toEqual([])
  }
})

it.each(stalls.map(({ showId }, part) => ({ showId, part })))(
  'pinned in front in $showId, each is a title on the phone and in the overlay',
  async ({ showId, part }) => {
    const staff = await watch('owner', DESK)
    await staff.page.goto(`${origin}/studio/shows/${showId}`)
    await staff.page.getByTestId('overlay').click()
    await staff.page.getByTestId('overlay-make').click()
    const address = await staff.page.getByTestId('overlay-link').getAttribute('href')
    const [phone, overlay] = [await watch('viewer', PHONE), await watch('viewer', WIDE)]
    await phone.page.goto(`${origin}/s/${showId}`)
    await overlay.page.goto(address ?? '')

    for (const [index, vector] of inStall(part).entries()) {
      const productId = productIdOf(part * PRODUCTS + index)
      expect(await app.store.setPins(showId, [productId], OWNER)).toMatchObject({ ok: true })
      for (const { page } of [phone, overlay]) {
        const card = page.locator(`[data-product="${productId}"]`).first()
        await card.waitFor()
        expect(await card.textContent()).toContain(vector)
      }
    }

    expect(await Promise.all([staff, phone, overlay].map((watched) => watched.findings()))).toEqual([[], [], []])
  },
)
