// @ts-check
// k6, the load generator: on PATH, in the cache, or compiled into the cache by Go.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { cacheDir, findOnPath, isProgram } from '../tools/places.mjs'
import { mustRun, runQuietly, SetupError } from '../tools/run.mjs'

const VERSION = 'v1.8.1'
const OLDEST_GO = 24
const command = 'see https://grafana.com/docs/k6/latest/set-up/install-k6/, or install Go 1.24 or newer'

function cached() {
  return join(cacheDir(), `k6-${VERSION}-${process.platform}-${process.arch}`, 'k6')
}

/** Absent until the step was done. */
export function k6Path() {
  return findOnPath('k6') ?? (isProgram(cached()) ? cached() : undefined)
}

/** @type {import('./step.mjs').Step} */
export const k6 = {
  title: 'k6',
  async check() {
    const path = k6Path()
    return path ? { ok: true, detail: path } : { ok: false, detail: 'not on PATH (load tests only)', command }
  },
  async install(task) {
    const { code, output } = await runQuietly('go', ['version'])
    const minor = Number(/go1\.(\d+)/.exec(output)?.[1] ?? 0)
    if (code !== 0 || minor < OLDEST_GO)
      throw new SetupError('k6 is not on PATH and there is no Go to build it', command)
    task.say('compiling k6, once: about a minute')
    const folder = join(cached(), '..')
    mkdirSync(folder, { recursive: true })
    const env = { ...process.env, GOBIN: folder }
    await mustRun('go', ['install', `go.k6.io/k6@${VERSION}`], { env, onLine: task.detail, hint: command })
  },
}
