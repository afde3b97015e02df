// @ts-check
// The environment that our programs run in: the project's own node first on PATH, and the worker that the set-up obtained.
import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { nodePath } from './steps/node.mjs'
import { BIN, cacheDir, pathWithoutBin } from './tools/places.mjs'
import { workerPath } from './worker.mjs'

/** @param {NodeJS.ProcessEnv} [extra] */
export function withTools(extra = {}) {
  // The folder of the real binary comes too: where node_modules/.bin has no node, the user's own is the recent one.
  const PATH = [BIN, dirname(nodePath()), pathWithoutBin()].join(delimiter)
  const worker = workerPath()
  // A database thread loads hundreds of modules: compiled once, it opens in two thirds of the time.
  const NODE_COMPILE_CACHE = process.env.NODE_COMPILE_CACHE ?? join(cacheDir(), 'compiled')
  const tools = { PATH, NODE_COMPILE_CACHE, ...(existsSync(worker) && { MEDIASOUP_WORKER_BIN: worker }) }
  return { ...process.env, ...tools, ...extra }
}
