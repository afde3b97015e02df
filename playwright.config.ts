// Browser tests in real Chromium, with its made-up camera and microphone.
import { defineConfig } from '@playwright/test'
import { chromiumOnPath } from './infra/setup/steps/chromium.mjs'

const executablePath = chromiumOnPath()

/** Each person's main path, which `npm test` looks at; a file's tests follow on each other, so that it is in one run as a whole. */
const MAIN = ['main-job', 'viewer', 'buyersPath', 'buying', 'poll', 'ops']
const MAIN_FILES = MAIN.map((name) => `**/${name}.e2e.ts`)
/** What is killed and timed has the machine to itself. */
const ALONE = '**/*.deep.e2e.ts'

export default defineConfig({
  testDir: 'infra/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: false,
  // One waits while the other works: two browsers and their servers keep two cores busy.
  workers: 2,
  projects: [
    { name: 'main', testMatch: MAIN_FILES },
    // These two are looked at by `npm run test:deep`.
    { name: 'further', testIgnore: [...MAIN_FILES, ALONE] },
    { name: 'deep', testMatch: ALONE, workers: 1 },
  ],
  // One picture that never comes must not hide what the other tests say; what passes only so is told at the end.
  retries: 1,
  // Neither says how fast anything is: they end what hangs, also on a machine of half the speed without a graphics card.
  timeout: 900_000,
  expect: { timeout: 120_000 },
  use: {
    // `npm start` serves https with a certificate of its own making.
    ignoreHTTPSErrors: true,
    // What hangs names the step that it hangs in.
    actionTimeout: 120_000,
    navigationTimeout: 120_000,
    // Films and copies of every page would cost more than the tests themselves: a failed one is run again with `--trace on`.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-dev-shm-usage',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
        // A name that is not localhost: browsers trust localhost with what a phone on the LAN is refused.
        '--host-resolver-rules=MAP shop.test 127.0.0.1',
        '--use-fake-device-for-media-stream=fps=10',
        '--use-fake-ui-for-media-stream',
        '--autoplay-policy=no-user-gesture-required',
      ],
    },
  },
})
