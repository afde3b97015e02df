// Which web pages may use this server: its own, and those of the allowed origins.

/** Whether a page of this origin may talk to the host it addressed. An absent origin is no browser's page: allowed here. */
export type OriginRule = (origin: string | undefined, host: string | undefined) => boolean

export function createOriginRule(allowed: readonly string[]): OriginRule {
  const allowList = new Set(allowed)
  return (origin, host) => {
    if (origin === undefined) return true
    if (allowList.has(origin)) return true
    if (host === undefined || !URL.canParse(origin)) return false
    const page = new URL(origin)
    const isWeb = page.protocol === 'http:' || page.protocol === 'https:'
    // `origin` has no default port; neither has the Host header a browser sends.
    return isWeb && page.origin === origin && page.host === host.toLowerCase()
  }
}
