// Security headers: what our pages may load, connect to and be framed by.
import type { Request, RequestHandler, Response } from 'express'
import helmet from 'helmet'

export interface PolicyNeeds {
  readonly allowedOrigins: readonly string[]
  readonly nodeUrls: () => readonly string[]
}

export interface ContentPolicy {
  /** Sets the policy of a page; its one inline style sheet, if any, carries the nonce. */
  apply(req: Request, res: Response, nonce?: string): void
  /** Nobody may frame it, and inline styles are let in: that is how OBS adds the owner's style sheet. Scripts are not. */
  applyToOverlay(req: Request, res: Response): void
}

const toSocket = (origin: string) => origin.replace(/^http/, 'ws')

/** What no page needs otherwise. */
const ALWAYS = [
  "default-src 'self'",
  "script-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "worker-src 'self' blob:",
  "font-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ')

export function createContentPolicy({ allowedOrigins, nodeUrls }: PolicyNeeds): ContentPolicy {
  let known = { key: '', text: '' }
  const connections = (host: string): string => {
    const key = [host, ...nodeUrls()].join(' ')
    // Nearly everyone comes by the same host.
    if (known.key !== key) known = { key, text: listConnections(host) }
    return known.text
  }
  const listConnections = (host: string) => {
    const others = [...new Set([...allowedOrigins, ...nodeUrls().map((url) => new URL(url).origin)])]
    // Older Safari does not take 'self' for the sockets of the same host.
    return ["'self'", `ws://${host}`, `wss://${host}`, ...others, ...others.map(toSocket)].join(' ')
  }

  const write = (req: Request, res: Response, { styles, frames }: { styles: string; frames: string }) => {
    const ours = `style-src 'self'${styles}; connect-src ${connections(req.host)}; frame-ancestors ${frames}`
    res.set('Content-Security-Policy', `${ALWAYS}; ${ours}`)
  }
  return {
    apply: (req, res, nonce) =>
      write(req, res, { styles: nonce === undefined ? '' : ` 'nonce-${nonce}'`, frames: "'self'" }),
    applyToOverlay: (req, res) => {
      write(req, res, { styles: " 'unsafe-inline'", frames: "'none'" })
      res.set('X-Frame-Options', 'DENY')
    },
  }
}

/** Headers of every answer. Only a deployment with a real certificate may forbid http for good. */
export function securityHeaders(policy: ContentPolicy, isHttpsOnly: boolean): RequestHandler[] {
  const others = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: isHttpsOnly,
    frameguard: { action: 'sameorigin' },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  })
  const applyPolicy: RequestHandler = (req, res, next) => {
    policy.apply(req, res)
    next()
  }
  return [others, applyPolicy]
}
