// @ts-check
// What is built of the sources, studio, viewer and the server's few files: made again only when a source that it is made from changed.
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compressFolder } from '../tools/compress.mjs'
import { BIN, ROOT } from '../tools/places.mjs'
import { mustRun } from '../tools/run.mjs'
import { fingerprint, readStamp } from '../tools/stamp.mjs'
import { nodePath } from './node.mjs'

/** Of each the file that says that it is there. @type {Record<string, string>} */
const BUILT = { studio: 'index.html', viewer: 'index.html', server: 'main.mjs' }
/** What each is built by, in order: the viewer's folder also has the overlay. @type {Record<string, string[][]>} */
const BUILDS = {
  studio: [[]],
  server: [[]],
  viewer: [[], ...['overlay', 'check', 'leader', 'sharer'].map((page) => ['--config', `src/${page}/vite.config.ts`])],
}
const NOT_SOURCES = /(^|\/)(dist|node_modules|\.cache|testing|proofs)(\/|$)|\.(test|contract)\.tsx?$/

/** @param {string} page */
function sources(page) {
  return fingerprint(ROOT, [page, 'shared', 'package-lock.json', 'tsconfig.json'], (name) => !NOT_SOURCES.test(name))
}

/** Inside dist, which a build empties first: a build that failed leaves no stamp. @param {string} page */
function stampFile(page) {
  return join(ROOT, page, 'dist', '.built-from')
}

function stalePages() {
  return Object.entries(BUILT)
    .filter(
      ([page, file]) => !existsSync(join(ROOT, page, 'dist', file)) || readStamp(stampFile(page)) !== sources(page),
    )
    .map(([page]) => page)
}

/** @param {string} page */
async function build(page) {
  const madeFrom = sources(page)
  const run = { cwd: join(ROOT, page), hint: `npm run build -w ${page}` }
  for (const args of BUILDS[page] ?? []) await mustRun(nodePath(), [join(BIN, 'vite'), 'build', ...args], run)
  compressFolder(join(ROOT, page, 'dist'))
  writeFileSync(stampFile(page), madeFrom)
}

/** @type {import('./step.mjs').Step} */
export const pages = {
  title: 'studio, viewer and server',
  async check() {
    const stale = stalePages()
    if (stale.length === 0) return { ok: true, detail: 'built' }
    return {
      ok: false,
      detail: `to be built: ${stale.join(', ')}`,
      command: 'npm run build -w studio -w viewer -w server',
    }
  },
  async install() {
    await Promise.all(stalePages().map(build))
  },
}
