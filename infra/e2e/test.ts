// The browser tests' own `test`: a whole world (server, demo shop) per file, and people in it.
import { test as base } from '@playwright/test'
import { type World, startWorld } from '@lantern/server/src/testing/world.ts'
import { createPeople, type People } from './people.ts'

interface Fixtures {
  readonly people: People
}
interface WorkerFixtures {
  readonly world: World
}

export { expect } from '@playwright/test'

export const test = base.extend<Fixtures, WorkerFixtures>({
  world: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures wanted from this very pattern
    async ({}, use) => {
      const world = await startWorld()
      await use(world)
      await world.close()
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  people: async ({ browser, world }, use) => {
    const people = createPeople(browser, world)
    await use(people)
    await people.leave()
  },
})
