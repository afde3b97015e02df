// Unit and contract tests beside the code; storms, fuzzing and simulations are the project `deep`.
import { defineConfig } from 'vitest/config'

/** How soon five hundred are back: beside others they would measure these. */
const TIMED = 'infra/e2e/twoServers.deep.test.ts'
/** What only computes, on databases of its own, disturbs no storm beside it. */
const PROOFS = [
  'server/src/{ledger/proofs,features,database}/**/*.deep.test.ts',
  'infra/{draw,scaffold}/*.deep.test.ts',
]
const NOT_TESTS = ['**/node_modules/**', '**/dist/**', '**/data/**']

/** No limit says how fast anything is: they end what hangs, also on a machine of half the speed with a slow disk. */
const HANGS_MS = 600_000

const LONG = {
  // `-- --full` takes ten times as long.
  testTimeout: process.env['DEEP'] === 'full' ? 6_000_000 : 1_200_000,
  hookTimeout: HANGS_MS,
  expect: { poll: { timeout: 120_000 } },
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
          globalSetup: ['infra/setup/builtForTests.ts', 'server/src/testing/sharedPostgres.ts'],
          setupFiles: ['infra/setup/leavesNoTrace.ts'],
          unstubEnvs: true,
          unstubGlobals: true,
          restoreMocks: true,
          testTimeout: HANGS_MS,
          hookTimeout: HANGS_MS,
          expect: { poll: { timeout: 120_000 } },
        },
      },
      {
        extends: true,
        test: { name: 'deep', include: ['**/*.deep.test.ts'], exclude: [...NOT_TESTS, TIMED, ...PROOFS], ...LONG },
      },
      {
        extends: true,
        test: {
          name: 'proofs',
          include: PROOFS,
          exclude: NOT_TESTS,
          globalSetup: ['server/src/testing/sharedPostgres.ts'],
          ...LONG,
        },
      },
      { extends: true, test: { name: 'timed', include: [TIMED], ...LONG } },
    ],
  },
})
