// @ts-check
// Pebble, the certificate authority of the deep tests: on PATH, in the cache, or compiled into the cache by Go.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { cacheDir, findOnPath, isProgram } from '../tools/places.mjs'
import { mustRun, runQuietly, SetupError } from '../tools/run.mjs'

const VERSION = 'v2.10.1'
const PROGRAM = `github.com/letsencrypt/pebble/v2/cmd/pebble@${VERSION}`
const OLDEST_GO = 24
/** Where Go's own instructions put it, on PATH or not. */
const USUAL_GO = '/usr/local/go/bin/go'
const command = `install Go 1.24 or newer, and go install ${PROGRAM}`

function cached() {
  return join(cacheDir(), `pebble-${VERSION}-${process.platform}-${process.arch}`, 'pebble')
}

/** Absent until the step was done. */
export function pebblePath() {
  return findOnPath('pebble') ?? (isProgram(cached()) ? cached() : undefined)
}

/** @type {import('./step.mjs').Step} */
export const pebble = {
  title: 'pebble',
  // Its tests are then left out, and this line says so.
  optional: true,
  async check() {
    const path = pebblePath()
    return path ? { ok: true, detail: path } : { ok: false, detail: 'not on PATH (deep tests only)', command }
  },
  async install(task) {
    const go = findOnPath('go') ?? (isProgram(USUAL_GO) ? USUAL_GO : 'go')
    const { code, output } = await runQuietly(go, ['version'])
    const minor = Number(/go1\.(\d+)/.exec(output)?.[1] ?? 0)
    if (code !== 0 || minor < OLDEST_GO)
      throw new SetupError('pebble is not on PATH and there is no Go to build it', command)
    const folder = join(cached(), '..')
    mkdirSync(folder, { recursive: true })
    const env = { ...process.env, GOBIN: folder }
    await mustRun(go, ['install', PROGRAM], { env, onLine: task.detail, hint: command })
  },
}
