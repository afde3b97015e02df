// Tells the server's log what failed in this page: each failure once, and not for ever.
import type { PageProblem } from '@lantern/shared/contract/http.ts'

export interface Failure {
  /** Which part of the page; `page`: outside of all parts. */
  readonly panel: string
  readonly error: unknown
  /** The components around it, as React names them. */
  readonly components?: string
}

export interface Reporter {
  /** Never throws; the same failure of the same part is told once. */
  report(failure: Failure): void
}

const MOST_REPORTS = 10

export function createReporter(send: (problem: PageProblem) => Promise<unknown>, pathNow: () => string): Reporter {
  const told = new Set<string>()

  return {
    report({ panel, error, components = '' }) {
      const { message, stack } = textOf(error)
      const key = `${panel} ${message}`
      if (told.has(key) || told.size >= MOST_REPORTS) return
      told.add(key)
      const problem = { panel, message, stack: `${stack}${components}`.slice(0, 4000), path: pathNow().slice(0, 200) }
      // Whoever cannot reach the server has the connection's own notice before their eyes.
      send(problem).catch(() => undefined)
    },
  }
}

function textOf(error: unknown): Pick<PageProblem, 'message' | 'stack'> {
  if (!(error instanceof Error)) return { message: String(error).slice(0, 500), stack: '' }
  return { message: `${error.name}: ${error.message}`.slice(0, 500), stack: error.stack ?? '' }
}
