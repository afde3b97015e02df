// Posts to addresses that somebody else has chosen: never into our own network, never after a redirect, never without end.
import { setMaxListeners } from 'node:events'
import { type ClientRequest, type IncomingMessage, request as requestHttp, type RequestOptions } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { guardedLookup, NOT_ALLOWED, readTarget, type Resolve, resolveBySystem, type Target, wayTo } from './targets.ts'

export interface Outgoing {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** What came of one attempt. `status`: null where no answer came. */
export interface Answer {
  readonly status: number | null
  readonly retryAfter: string | null
  /** Why no answer came; null: one did. */
  readonly problem: string | null
}

/** Never rejects; an address that is not allowed is a problem, too. */
export type GuardedPost = (outgoing: Outgoing) => Promise<Answer>

export interface GuardSettings {
  /** Exact hosts, with their port where it is not the scheme's own, that may be anywhere: `127.0.0.1:4100`. */
  readonly allowedHosts: readonly string[]
  readonly timeoutMs: number
  /** Ends every post under way. */
  readonly signal?: AbortSignal
  /** The system's resolver unless told. */
  readonly resolve?: Resolve
}

/** Of an answer's body: nobody reads it. */
const MOST_BYTES = 65_536

function optionsFor({ headers, body }: Outgoing, target: Target, lookup: LookupFunction): RequestOptions {
  const length = Buffer.byteLength(body)
  const own = { host: target.url.host, 'content-length': length, 'user-agent': 'Lantern' }
  return { method: 'POST', ...wayTo(target, lookup), headers: { ...headers, ...own } }
}

function readAnswer(response: IncomingMessage): Promise<Answer> {
  const { statusCode = 0 } = response
  const retryAfter = response.headers['retry-after'] ?? null
  let bytes = 0
  return new Promise((resolve) => {
    const done = () => resolve({ status: statusCode, retryAfter, problem: null })
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > MOST_BYTES) response.destroy()
    })
    // The status has come: however the body ends, that is the answer.
    response.on('close', done).on('error', done)
  })
}

function send(open: () => ClientRequest, body: string, timeoutMs: number): Promise<Answer> {
  return new Promise((resolve) => {
    const fail = (problem: string) => resolve({ status: null, retryAfter: null, problem })
    const request = open()
    const timer = setTimeout(() => {
      fail(`no answer within ${timeoutMs} ms`)
      request.destroy()
    }, timeoutMs)
    request.on('response', (response) => void readAnswer(response).then(resolve))
    request.on('error', (error) => fail(error.message || error.name))
    request.on('close', () => clearTimeout(timer))
    request.end(body)
  })
}

export function createGuardedPost(settings: GuardSettings): GuardedPost {
  const { allowedHosts, timeoutMs, signal, resolve = resolveBySystem } = settings
  const lookup = guardedLookup(resolve)
  // As many as there are posts at once.
  if (signal) setMaxListeners(0, signal)

  return async (outgoing) => {
    const target = readTarget(outgoing.url, allowedHosts)
    if (target === null) return { status: null, retryAfter: null, problem: NOT_ALLOWED }
    const options = optionsFor(outgoing, target, lookup)
    const request = target.url.protocol === 'https:' ? requestHttps : requestHttp
    return send(() => request({ ...options, ...(signal && { signal }) }), outgoing.body, timeoutMs)
  }
}
