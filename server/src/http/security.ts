// Security headers: what our pages may load, connect to and be framed by.
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { RequestHandler } from 'express'
import helmet from 'helmet'

export interface PolicyNeeds {
  readonly allowedOrigins: readonly string[]
  readonly nodeUrls: () => readonly string[]
}

export interface ContentPolicy {
  /** The policy of a page that was asked for by this host; its one inline style sheet, if any, carries the nonce. */
  of(host: string, nonce?: string): string
  /** Nobody may frame it, and inline styles are let in: that is how OBS adds the owner's style sheet. Scripts are not. */
  ofOverlay(host: string): string
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

  const write = (host: string, styles: string, frames: string) =>
    `${ALWAYS}; style-src 'self'${styles}; connect-src ${connections(host)}; frame-ancestors ${frames}`
  return {
    of: (host, nonce) => write(host, nonce === undefined ? '' : ` 'nonce-${nonce}'`, "'self'"),
    ofOverlay: (host) => write(host, " 'unsafe-inline'", "'none'"),
  }
}

/** Name and value. */
export type Header = readonly [string, string]

/** Headers of every answer beside its policy. Only a deployment with a real certificate may forbid http for good. */
export function listSecurityHeaders(isHttpsOnly: boolean): readonly Header[] {
  const write = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: isHttpsOnly,
    frameguard: { action: 'sameorigin' },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  })
  // They are the same for every answer: what it writes to nobody is kept, names spelled as they are sent.
  const kept: Header[] = []
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  response.setHeader = (name, value) => {
    kept.push([name, String(value)])
    return response
  }
  write(request, response, () => undefined)
  return kept
}

/** Every answer that Express gives. */
export function setSecurityHeaders(headers: readonly Header[], policy: ContentPolicy): RequestHandler {
  return (req, res, next) => {
    for (const [name, value] of headers) res.setHeader(name, value)
    res.setHeader('Content-Security-Policy', policy.of(req.host))
    next()
  }
}
