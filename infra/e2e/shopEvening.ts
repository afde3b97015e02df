// The first evening of a shop of its own, for browser tests: a stand-in that may refuse its buyers, and a server beside it.
import { type Page, test as base } from '@playwright/test'
import {
  type RefusingShop,
  startRefusingShop,
  startShopWorld,
  type Keys,
} from '@lantern/server/src/testing/refusingShop.ts'
import { createPeople, goLiveCameraOff, type People } from './people.ts'
import { expect } from './test.ts'

interface Shop {
  readonly shop: RefusingShop
  readonly world: Awaited<ReturnType<typeof startShopWorld>>
}

/** One shop and one server a worker. */
export const shopTest = (keys: Keys) =>
  base.extend<{ people: People }, { evening: Shop }>({
    evening: [
      async ({ browserName: _ }, use) => {
        const shop = await startRefusingShop(keys)
        const world = await startShopWorld(shop)
        await use({ shop, world })
        await world.close()
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

/** The first evening: the owner's link, the shop's products, a show, on the air. Answers the show's id. */
export async function openShow(studio: Page): Promise<string> {
  await studio.getByTestId('welcome-name').fill('owner')
  await studio.getByTestId('welcome-password').fill('lantern-demo')
  await studio.getByTestId('welcome-submit').click()
  await studio.getByTestId('open-shop').click()
  await studio.getByTestId('shop-preview').click()
  await studio.getByTestId('shop-import').click()
  await expect(studio.getByText('Imported.')).toBeVisible()
  await studio.getByRole('button', { name: 'All shows' }).click()
  await studio.getByTestId('new-show').click()
  await studio.getByTestId('new-show-title').fill('First evening')
  await studio.getByTestId('new-show-create').click()
  await goLiveCameraOff(studio)
  return new URL(studio.url()).pathname.split('/').at(-1) ?? ''
}
