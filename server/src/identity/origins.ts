// Which web pages may use this server: its own, and those of the allowed origins.
import type { Visited } from './visited.ts'

/** Whether a page of this origin may talk to the host it addressed, by the same scheme. An absent origin is no browser's page: allowed here. */
export type OriginRule = (origin: string | undefined, to: Visited) => boolean

export function createOriginRule(allowed: readonly string[]): OriginRule {
  const allowList = new Set(allowed)
  return (origin, { host, secure }) => {
    if (origin === undefined) return true
    if (allowList.has(origin)) return true
    if (host === undefined || !URL.canParse(origin)) return false
    const page = new URL(origin)
    const isSameScheme = page.protocol === (secure ? 'https:' : 'http:')
    // `origin` has no default port; neither has the Host header a browser sends.
    return isSameScheme && page.origin === origin && page.host === host.toLowerCase()
  }
}
