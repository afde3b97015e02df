// The browser tests' own `test`: a whole world (server, demo shop) per file, and people in it.
import { test as base } from '@playwright/test'
import { type World, startWorld } from '@lantern/server/src/testing/world.ts'
import { createPeople, type People, type Sessions } from './people.ts'

interface Fixtures {
  readonly people: People
}
interface WorkerFixtures {
  /** A file says its own name here: another name is another world, with a show that has not begun. */
  readonly worldOf: string
  /** Settings of its server beside those a world needs. */
  readonly settings: Record<string, string>
  readonly world: World
  readonly sessions: Sessions
}

export { expect } from '@playwright/test'

/** A viewer may hold from the first moment: how long a shop has them wait is no matter of most tests. */
const AT_ONCE = { MIN_TOKEN_AGE_MS: '0' }

export const test = base.extend<Fixtures, WorkerFixtures>({
  worldOf: ['', { scope: 'worker', option: true }],
  settings: [{}, { scope: 'worker', option: true }],
  world: [
    async ({ worldOf, settings }, use) => {
      if (worldOf === '') throw new Error('say test.use({ worldOf }) at the top of the file')
      const world = await startWorld({ env: { ...AT_ONCE, ...settings } })
      await use(world)
      await world.close()
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  sessions: [({ world: _ }, use) => use(new Map()), { scope: 'worker' }],
  people: async ({ browser, world, sessions }, use) => {
    const people = createPeople(browser, world, sessions)
    await use(people)
    await people.leave()
  },
})
