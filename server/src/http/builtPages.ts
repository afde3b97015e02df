// The built pages of viewer and studio, read from disk and remembered for a moment.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../kit/clock.ts'
import { ROOT } from '../kit/startingPoints.ts'

export const BUILT_PAGES = {
  viewer: join(ROOT, 'viewer/dist'),
  studio: join(ROOT, 'studio/dist'),
} as const

export interface BuiltPage {
  /** Null: it has not been built. */
  read(): Promise<string | null>
}

const REMEMBER_MS = 1000

/** `name`: the page's file in the folder. */
export function createBuiltPage(dir: string, clock: Clock, name = 'index.html'): BuiltPage {
  const file = join(dir, name)
  let known: { until: number; html: Promise<string | null> } | null = null
  const load = () =>
    readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    })

  return {
    read() {
      if (known === null || clock() >= known.until) known = { until: clock() + REMEMBER_MS, html: load() }
      return known.html
    },
  }
}
