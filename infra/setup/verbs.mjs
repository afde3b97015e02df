// @ts-check
// The npm scripts as data: which steps each needs and which program it becomes.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { check } from './check.mjs'
import { doctor } from './doctor.mjs'
import { withTools } from './environment.mjs'
import { browserTests, runTests, unitTests } from './tests.mjs'
import { worker } from './worker.mjs'
import { chromium, headlessShell } from './steps/chromium.mjs'
import { fonts } from './steps/fonts.mjs'
import { k6, k6Path } from './steps/k6.mjs'
import { node, nodePath } from './steps/node.mjs'
import { packages } from './steps/packages.mjs'
import { pages } from './steps/pages.mjs'
import { pebble, pebblePath } from './steps/pebble.mjs'
import { redis } from './steps/redis.mjs'
import { ROOT, SERVER_PROGRAM, settingsFile } from './tools/places.mjs'
import { runInFront } from './tools/run.mjs'

/**
 * @typedef {object} Verb
 * @property {import('./steps/step.mjs').Step[]} needs
 * @property {(args: string[]) => Promise<number>} run answers the exit code
 */

const BASE = [packages, node]
const SERVER = [...BASE, worker]
const BROWSER = [...SERVER, pages, headlessShell, chromium, fonts, redis]

/** @param {string[]} command @param {NodeJS.ProcessEnv} [env] */
function program(command, env) {
  // What Node has compiled once it need not compile at the next start.
  const NODE_COMPILE_CACHE = join(ROOT, '.cache', 'node')
  return runInFront(nodePath(), command, { env: withTools({ NODE_COMPILE_CACHE, ...env }), cwd: ROOT })
}

/** The settings that `npm run setup` wrote; what the environment says wins. @param {string[]} command @param {NodeJS.ProcessEnv} [env] */
function withSettings(command, env) {
  return program([`--env-file-if-exists=${settingsFile()}`, ...command], env)
}

/** Never the demo's. */
const SHOP = { DEMO: '0' }

/** The shop's own server: never the demo, whatever the settings say. @param {string[]} args */
function serve(args) {
  return withSettings([SERVER_PROGRAM, ...args], SHOP)
}

/** @type {Record<string, Verb>} */
export const VERBS = {
  start: {
    needs: [...SERVER, pages],
    run: (args) => (process.env.DEMO === '0' ? serve(args) : program(['infra/setup/start.ts', ...args])),
  },
  serve: { needs: [...SERVER, pages], run: serve },
  setup: { needs: SERVER, run: (args) => program(['server/src/cli/setUp.ts', ...args]) },
  dev: { needs: SERVER, run: (args) => program(['infra/setup/dev.ts', ...args]) },
  test: { needs: BROWSER, run: testAll },
  'test:unit': { needs: [...SERVER, pages, redis], run: (args) => runTests([unitTests('unit', args)]) },
  'test:e2e': { needs: BROWSER, run: (args) => runTests([browserTests(args)]) },
  'test:deep': {
    needs: [...BROWSER, pebble],
    run: testDeep,
  },
  check: { needs: BASE, run: check },
  'docs:licences': { needs: BASE, run: (args) => program(['infra/licences/write.ts', ...args]) },
  'new:feature': { needs: BASE, run: (args) => program(['infra/scaffold/newFeature.ts', ...args]) },
  'docs:api': { needs: BASE, run: (args) => program(['infra/apiDocs/write.ts', ...args]) },
  'ledger:check': { needs: BASE, run: (args) => withSettings(['server/src/cli/ledgerCheck.ts', ...args]) },
  'commission:check': { needs: BASE, run: (args) => withSettings(['server/src/cli/commissionCheck.ts', ...args]) },
  packing: { needs: BASE, run: (args) => withSettings(['server/src/cli/packing.ts', ...args]) },
  'shop:rekey': { needs: BASE, run: () => withSettings(['server/src/cli/shopRekey.ts']) },
  'events:rebuild': { needs: BASE, run: (args) => withSettings(['server/src/cli/eventsRebuild.ts', ...args]) },
  'shop:check': { needs: BASE, run: (args) => withSettings(['server/src/cli/shopCheck.ts', ...args]) },
  'shop:import': { needs: BASE, run: (args) => withSettings(['server/src/cli/shopImport.ts', ...args]) },
  backup: { needs: BASE, run: (args) => withSettings(['server/src/cli/backup.ts', 'backup', ...args], SHOP) },
  restore: { needs: BASE, run: (args) => withSettings(['server/src/cli/backup.ts', 'restore', ...args], SHOP) },
  'activity:verify': { needs: [], run: verifyDraw },
  show: { needs: BASE, run: (args) => withSettings(['server/src/cli/show/show.ts', ...args], SHOP) },
  staff: { needs: BASE, run: (args) => withSettings(['server/src/cli/staff.ts', ...args], SHOP) },
  doctor: { needs: [], run: examine },
  loadtest: {
    needs: [...SERVER, pages, k6],
    run: (args) => program(['loadtest/run.ts', ...args], { K6_BIN: k6Path() }),
  },
  'bench:arrival': { needs: [...BASE, pages], run: (args) => program(['loadtest/arrival/run.ts', ...args]) },
  'bench:draw': { needs: BASE, run: (args) => program(['loadtest/draw/run.ts', ...args]) },
  'bench:refresh': { needs: BASE, run: (args) => program(['loadtest/refresh/run.ts', ...args]) },
  'bench:room': { needs: BASE, run: (args) => program(['loadtest/room/run.ts', ...args]) },
  'bench:inbox': { needs: SERVER, run: (args) => program(['loadtest/inbox.ts', ...args]) },
  'bench:ledger': { needs: [...BASE, redis], run: (args) => program(['loadtest/ledger/run.ts', ...args]) },
}

/** Whoever checks a draw needs nothing of ours set up; a file is named from where they stand. @param {string[]} files */
function verifyDraw(files) {
  const from = process.env.INIT_CWD ?? ROOT
  const paths = files.map((file) => (file === '-' ? file : resolve(from, file)))
  return runInFront(process.execPath, ['infra/draw/verify.mjs', ...paths], { env: process.env, cwd: ROOT })
}

/** What is installed here; and, where a shop's settings are, what they lack before a real show. */
async function examine() {
  const code = await doctor([packages, node, worker, pages, headlessShell, chromium, fonts, redis, k6, pebble])
  const hasShop = existsSync(settingsFile()) || Boolean(process.env.SHOP_URL)
  if (!hasShop || !(await packages.check()).ok) return code
  console.log('\nBefore a real show:')
  return withSettings(['server/src/cli/doctorReport.ts'], { DEMO: '0' })
}

/**
 * A failed check does not hide what the tests would have said. Browser tests wait a good deal, and yet a page that shows a live
 * picture costs as long as it is open, also when its test only waits for its turn: so unit tests take what they leave of the
 * machine, and the checks what both leave.
 */
function testAll() {
  const behind = [unitTests('unit', ['--maxWorkers=3'])]
  return runTests([browserTests(['--project=main'])], { behind, checks: check([], { givesWay: 19 }) })
}

/**
 * Browser tests wait a good deal: what is random takes what they leave of the machine, storms beside proofs; what says how soon
 * comes last. With `--full` it goes on for ten times as long. @param {string[]} args files, and then no browser is asked
 */
function testDeep(args) {
  const files = args.filter((arg) => arg !== '--full')
  const env = { PEBBLE_BIN: pebblePath() ?? '', DEEP: args.includes('--full') ? 'full' : 'short' }
  if (files.length > 0) return runTests([unitTests('deep', ['--project=proofs', '--project=timed', ...files], env)])
  const behind = [unitTests('deep', [], env), unitTests('proofs', [], env)]
  const further = browserTests(['--project=further'], 'e2e-further')
  const alone = [unitTests('timed', [], env), browserTests(['--project=deep'], 'e2e-deep')]
  return runTests([further], { behind, alone })
}
