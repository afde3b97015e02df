// Browser tests in real Chromium, with its made-up camera and microphone.
import { defineConfig } from '@playwright/test'
import { DEEP, MAIN } from './infra/e2e/rare.ts'
import { chromiumOnPath } from './infra/setup/steps/chromium.mjs'

const executablePath = chromiumOnPath()

const RARE = new RegExp(`${DEEP}\\b|\\.deep\\.e2e\\.ts`)
const MAIN_PATHS = new RegExp(`${MAIN.tag}\\b`)

export default defineConfig({
  testDir: 'infra/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: false,
  // One waits while the other works: two browsers and their servers keep two cores busy.
  workers: 2,
  projects: [
    // `npm test`; the two others are `npm run test:deep`.
    { name: 'main', grep: MAIN_PATHS, grepInvert: RARE },
    { name: 'further', grepInvert: new RegExp(`${MAIN_PATHS.source}|${RARE.source}`) },
    // What is killed and timed has the machine to itself.
    { name: 'deep', grep: RARE, workers: 1 },
  ],
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  use: {
    // `npm start` serves https with a certificate of its own making.
    ignoreHTTPSErrors: true,
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
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
        '--autoplay-policy=no-user-gesture-required',
      ],
    },
  },
})
