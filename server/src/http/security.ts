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
}

const toSocket = (origin: string) => origin.replace(/^http/, 'ws')

export function createContentPolicy({ allowedOrigins, nodeUrls }: PolicyNeeds): ContentPolicy {
  const connections = (host: string) => {
    const others = [...new Set([...allowedOrigins, ...nodeUrls().map((url) => new URL(url).origin)])]
    // Older Safari does not take 'self' for the sockets of the same host.
    return ["'self'", `ws://${host}`, `wss://${host}`, ...others, ...others.map(toSocket)].join(' ')
  }

  return {
    apply(req, res, nonce) {
      const policy = [
        "default-src 'self'",
        "script-src 'self'",
        `style-src 'self'${nonce === undefined ? '' : ` 'nonce-${nonce}'`}`,
        "img-src 'self' data: blob:",
        "media-src 'self' blob:",
        "worker-src 'self' blob:",
        "font-src 'self' data:",
        `connect-src ${connections(req.host)}`,
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'self'",
      ]
      res.set('Content-Security-Policy', policy.join('; '))
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
