// @ts-check
// The mediasoup worker, obtained in four ways: the user's own, one from the cache, the official prebuilt, a build here.
// What is not the user's own goes into the cache only after prove-worker.ts has heard sound through it.
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { hasApt, needPackages } from './tools/apt.mjs'
import { cacheDir, isProgram, ROOT } from './tools/places.mjs'
import { mustRun, runQuietly, SetupError } from './tools/run.mjs'
import { fingerprint } from './tools/stamp.mjs'
import { nodePath } from './steps/node.mjs'

const MEDIASOUP = join(ROOT, 'node_modules', 'mediasoup')
const RECIPE = join(ROOT, 'infra', 'setup', 'worker-build')
const PREBUILT_TIMEOUT_MS = 60_000
const BUILD_TIMEOUT_MS = 30 * 60_000
const PROOF_TIMEOUT_MS = 60_000
const BUILD_PACKAGES =
  'libuv1-dev libssl-dev libabsl-dev libflatbuffers-dev flatbuffers-compiler ninja-build meson pkg-config g++ make dpkg-dev perl'

function cachedPath() {
  const { version } = JSON.parse(readFileSync(join(MEDIASOUP, 'package.json'), 'utf8'))
  const name = `mediasoup-worker-${version}-${process.platform}-${process.arch}-${fingerprint(RECIPE, ['.'])}`
  return join(cacheDir(), name, 'mediasoup-worker')
}

/** The worker that programs are given as MEDIASOUP_WORKER_BIN; call it after the step. */
export function workerPath() {
  return process.env.MEDIASOUP_WORKER_BIN ? resolve(process.env.MEDIASOUP_WORKER_BIN) : cachedPath()
}

/** @param {string} candidate */
async function prove(candidate) {
  const proof = join(ROOT, 'infra', 'setup', 'prove-worker.ts')
  return runQuietly(nodePath(), [proof, candidate], { cwd: ROOT, timeoutMs: PROOF_TIMEOUT_MS })
}

/** A reader never sees half a worker: it is copied beside its place and then renamed. @param {string} candidate */
function keep(candidate) {
  const target = cachedPath()
  mkdirSync(join(target, '..'), { recursive: true })
  const part = `${target}.${process.pid}`
  copyFileSync(candidate, part)
  chmodSync(part, 0o755)
  renameSync(part, target)
}

/**
 * The package's own script downloads the official binary. Where it cannot, it would go on to a build with sources it also
 * downloads: a Python that fails ends that at once.
 * @param {import('./tools/progress.mjs').Task} task
 */
async function tryPrebuilt(task) {
  task.detail('asking for the official prebuilt')
  const { MEDIASOUP_WORKER_BIN: _, ...env } = process.env
  await runQuietly(nodePath(), ['npm-scripts.mjs', 'postinstall'], {
    cwd: MEDIASOUP,
    env: { ...env, PYTHON: 'false' },
    timeoutMs: PREBUILT_TIMEOUT_MS,
  })
  const candidate = join(MEDIASOUP, 'worker', 'out', 'Release', 'mediasoup-worker')
  if (!isProgram(candidate)) return false
  const { code, output } = await prove(candidate)
  if (code === 0) keep(candidate)
  else task.say(`the official prebuilt does not work here: ${output.trim().split('\n').at(-1)}`)
  return code === 0
}

/** @param {import('./tools/progress.mjs').Task} task */
async function build(task) {
  const own = 'MEDIASOUP_WORKER_BIN=/path/to/mediasoup-worker npm start'
  if (!hasApt())
    throw new SetupError('no official prebuilt for this machine, and a build needs Debian 12 or newer', own)
  await needPackages(BUILD_PACKAGES.split(' '), 'to build the mediasoup worker', task)
  task.say('building the mediasoup worker, once: 3 to 5 minutes on two cores')
  mkdirSync(cacheDir(), { recursive: true })
  const work = mkdtempSync(join(cacheDir(), 'build-'))
  try {
    const options = { onLine: task.detail, timeoutMs: BUILD_TIMEOUT_MS, hint: own }
    await mustRun(join(RECIPE, 'build.sh'), [MEDIASOUP, work], options)
    const candidate = join(work, 'worker', 'out', 'mediasoup-worker')
    task.detail('proving it by DTLS handshakes')
    const { code, output } = await prove(candidate)
    if (code !== 0) throw new SetupError(`the built worker does not work:\n${output.trim()}`, own)
    keep(candidate)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** @type {import('./steps/step.mjs').Step} */
export const worker = {
  title: 'mediasoup worker',
  async check() {
    const given = process.env.MEDIASOUP_WORKER_BIN
    const command = 'node infra/setup/worker.mjs'
    if (given) {
      const detail = `MEDIASOUP_WORKER_BIN=${given}`
      return isProgram(given) ? { ok: true, detail } : { ok: false, detail: `${detail} is not a program`, command }
    }
    if (!existsSync(join(MEDIASOUP, 'package.json'))) {
      return { ok: false, detail: 'the npm package mediasoup is not installed', command: 'npm ci' }
    }
    return isProgram(cachedPath())
      ? { ok: true, detail: cachedPath() }
      : { ok: false, detail: 'not in the cache', command }
  },
  async install(task) {
    const given = process.env.MEDIASOUP_WORKER_BIN
    if (given) throw new SetupError(`MEDIASOUP_WORKER_BIN=${given} is not a program`, 'unset MEDIASOUP_WORKER_BIN')
    if (await tryPrebuilt(task)) return
    await build(task)
  },
}

// Run by itself it obtains the worker and prints where it is.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { ensure } = await import('./steps/step.mjs')
  await ensure(worker)
  console.log(workerPath())
}
