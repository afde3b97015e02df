// @ts-check
// The built studio and viewer: made again only when a source that they are made from changed.
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compressFolder } from '../tools/compress.mjs'
import { BIN, ROOT } from '../tools/places.mjs'
import { mustRun } from '../tools/run.mjs'
import { fingerprint, readStamp } from '../tools/stamp.mjs'
import { nodePath } from './node.mjs'

const PAGES = ['studio', 'viewer']
/** What one page is built by, in order: the viewer's folder also has the overlay. @type {Record<string, string[][]>} */
const BUILDS = {
  studio: [[]],
  viewer: [[], ...['overlay', 'check', 'leader', 'sharer'].map((page) => ['--config', `src/${page}/vite.config.ts`])],
}
const NOT_SOURCES = /(^|\/)(dist|node_modules|\.cache)(\/|$)|\.test\.tsx?$/

/** @param {string} page */
function sources(page) {
  return fingerprint(ROOT, [page, 'shared', 'package-lock.json', 'tsconfig.json'], (name) => !NOT_SOURCES.test(name))
}

/** Inside dist, which a build empties first: a build that failed leaves no stamp. @param {string} page */
function stampFile(page) {
  return join(ROOT, page, 'dist', '.built-from')
}

function stalePages() {
  return PAGES.filter(
    (page) => !existsSync(join(ROOT, page, 'dist', 'index.html')) || readStamp(stampFile(page)) !== sources(page),
  )
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
  title: 'studio and viewer',
  async check() {
    const stale = stalePages()
    if (stale.length === 0) return { ok: true, detail: 'built' }
    return { ok: false, detail: `to be built: ${stale.join(', ')}`, command: 'npm run build -w studio -w viewer' }
  },
  async install() {
    await Promise.all(stalePages().map(build))
  },
}
