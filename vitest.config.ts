// Unit and contract tests beside the code; storms, fuzzing and simulations are the project `deep`.
import { defineConfig } from 'vitest/config'

/** How soon five hundred are back: beside others they would measure these. */
const TIMED = 'infra/e2e/twoServers.deep.test.ts'
const NOT_TESTS = ['**/node_modules/**', '**/dist/**', '**/data/**']

const LONG = {
  // `-- --full` takes ten times as long.
  testTimeout: process.env['DEEP'] === 'full' ? 6_000_000 : 1_200_000,
  hookTimeout: 240_000,
  // A storm next to another storm measures the other one.
  maxWorkers: 1,
}

export default defineConfig({
  test: {
    pool: 'forks',
    // One more than cores: sockets and databases of one make another wait.
    maxWorkers: 3,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...NOT_TESTS, '**/*.deep.test.ts'],
          // One process runs file after file: the server is loaded once in it. Every owner closes what it opens, and no module
          // keeps a state, so a file has nothing to find of another; `leavesNoTrace` asks for the rest.
          isolate: false,
          globalSetup: ['server/src/testing/sharedPostgres.ts'],
          setupFiles: ['infra/setup/leavesNoTrace.ts'],
          unstubEnvs: true,
          unstubGlobals: true,
          restoreMocks: true,
          // None of these says how fast anything is: they end what hangs, also on a machine of half the speed with a slow disk.
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 60_000 } },
        },
      },
      {
        extends: true,
        test: { name: 'deep', include: ['**/*.deep.test.ts'], exclude: [...NOT_TESTS, TIMED], ...LONG },
      },
      { extends: true, test: { name: 'timed', include: [TIMED], ...LONG } },
    ],
  },
})
