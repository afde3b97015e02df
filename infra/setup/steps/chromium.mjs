// @ts-check
// Chromium for the browser tests: one on PATH, else the one that Playwright brings.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { aptCommand, isDebian, mayInstall, needPackages } from '../tools/apt.mjs'
import { BIN, findOnPath, ROOT } from '../tools/places.mjs'
import { mustRun, SetupError } from '../tools/run.mjs'
import { nodePath } from './node.mjs'

const command = 'npx playwright install --with-deps chromium'

const SHELL = 'chromium-headless-shell'

/** Absent means: take Playwright's own. */
export function chromiumOnPath() {
  return findOnPath(SHELL, 'chromium', 'chromium-browser', 'google-chrome')
}

/**
 * The same browser without the windows that nobody sees: since those are web pages of their own, they cost more than a third of
 * the tests' time. Where it cannot simply be installed, Chromium itself does.
 * @type {import('./step.mjs').Step}
 */
export const headlessShell = {
  title: 'Chromium without windows',
  optional: true,
  async check() {
    const path = findOnPath(SHELL)
    if (path !== undefined) return { ok: true, detail: path }
    if (!isDebian() || !mayInstall()) return { ok: true, detail: 'not there; Chromium itself does, more slowly' }
    return { ok: false, detail: 'not installed', command: aptCommand([SHELL]) }
  },
  install: (task) => needPackages([SHELL], 'for quicker browser tests', task),
}

async function playwrightsOwn() {
  try {
    const { chromium: browser } = await import('@playwright/test')
    const path = browser.executablePath()
    return existsSync(path) ? path : undefined
  } catch {
    return undefined
  }
}

/** @type {import('./step.mjs').Step} */
export const chromium = {
  title: 'Chromium',
  async check() {
    const path = chromiumOnPath() ?? (await playwrightsOwn())
    if (path !== undefined) return { ok: true, detail: path }
    return { ok: false, detail: 'neither on PATH nor from Playwright', command }
  },
  async install(task) {
    // Other systems' packages of that name may be a wrapper that only works in a desktop session.
    if (isDebian()) {
      await needPackages(['chromium'], 'for the browser tests', task).catch((error) => {
        if (!(error instanceof SetupError)) throw error
        task.say(`${error.message}; asking Playwright for its own`)
      })
      if (chromiumOnPath() !== undefined) return
    }
    const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--with-deps'] : []
    const args = [join(BIN, 'playwright'), 'install', ...asRoot, 'chromium']
    await mustRun(nodePath(), args, { cwd: ROOT, onLine: task.detail, hint: command })
  },
}
