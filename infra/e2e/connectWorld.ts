// What tests of connecting a shop stand on: a server on either database, a UCP shop beside it, and the page's parts.
import { startPostgresServer } from '@lantern/server/src/testing/postgresServer.ts'
import { startWorld, type World } from '@lantern/server/src/testing/world.ts'
import type { Page } from '@playwright/test'
import { createPeople, type People } from './people.ts'
import { expect, test as base } from './test.ts'
import { post, startUcpShop, type UcpShop } from './ucpShop.ts'

export interface Evening {
  readonly shop: UcpShop
  readonly world: World
}

export const test = base.extend<{ people: People }, { database: 'sqlite' | 'postgres'; evening: Evening }>({
  database: ['sqlite', { option: true, scope: 'worker' }],
  evening: [
    async ({ database }, use) => {
      const shop = await startUcpShop()
      const postgres = database === 'postgres' ? await startPostgresServer({ durable: false }) : null
      const { url } = (await postgres?.createDatabase()) ?? {}
      const world = await startWorld({
        env: { WEBHOOK_ALLOWED_HOSTS: new URL(shop.url).host, ...(url !== undefined && { DATABASE_URL: url }) },
      })
      await use({ shop, world })
      await world.close()
      await postgres?.stop()
      await shop.close()
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  people: async ({ browser, evening }, use) => {
    const people = createPeople(browser, evening.world)
    await use(people)
    await people.leave()
  },
})

export const step = (page: Page, id: string) => page.getByTestId(`step-${id}`)
export const orange = (page: Page) => page.locator('.btn.main').filter({ visible: true })
export const field = (page: Page, name: string) => page.getByTestId(`key-${name}`).locator('input')

/** What the button of a line copies: the page itself shows a secret by its dots. */
export async function copied(page: Page, row: string): Promise<string> {
  await page.locator(`[data-row=${row}]`).getByTestId('copy').click()
  return page.evaluate(() => navigator.clipboard.readText())
}

/** The shop that is looked at sends a message with the secret that the page gives out. */
export async function hear(page: Page, { url }: World): Promise<void> {
  const events = new URL(await copied(page, 'events_url'))
  const secret = await copied(page, 'secret')
  expect(await post({ url: `${url}${events.pathname}`, secret }, `msg_${events.pathname}`)).toBeLessThan(300)
}
