// @ts-check
// redis-server, which the tests start and kill themselves; running Lantern on one machine does not need it.
import { aptCommand, hasApt, needPackages } from '../tools/apt.mjs'
import { findOnPath } from '../tools/places.mjs'
import { SetupError } from '../tools/run.mjs'

const command = hasApt() ? aptCommand(['redis-server']) : 'brew install redis'

/** @type {import('./step.mjs').Step} */
export const redis = {
  title: 'redis-server',
  async check() {
    const path = findOnPath('redis-server')
    return path ? { ok: true, detail: path } : { ok: false, detail: 'not on PATH (tests only)', command }
  },
  async install(task) {
    if (!hasApt()) throw new SetupError('redis-server is not on PATH', command)
    await needPackages(['redis-server'], 'by the tests with Redis', task)
  },
}
