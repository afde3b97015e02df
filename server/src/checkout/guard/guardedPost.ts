// Posts to addresses that somebody else has chosen: never into our own network, never after a redirect, never without end.
import { lookup as resolveName } from 'node:dns/promises'
import { setMaxListeners } from 'node:events'
import { type ClientRequest, type IncomingMessage, request as requestHttp, type RequestOptions } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { Answer } from '../relay/schedule.ts'
import { isPublicAddress } from './addresses.ts'

export interface Letter {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Never rejects; an address that is not allowed is a problem, too. */
export type GuardedPost = (letter: Letter) => Promise<Answer>

export interface GuardSettings {
  /** Exact hosts, with their port where it is not the scheme's own, that may be anywhere: `127.0.0.1:4100`. */
  readonly allowedHosts: readonly string[]
  readonly timeoutMs: number
  /** Ends every post under way. */
  readonly signal?: AbortSignal
  /** All addresses of a name; the system's resolver unless told. */
  readonly resolve?: (name: string) => Promise<readonly string[]>
}

const PORTS: ReadonlySet<string> = new Set(['', '80', '443', '8080', '8443'])
/** Of an answer's body: nobody reads it. */
const MOST_BYTES = 65_536
export const NOT_ALLOWED = 'the address is not allowed'

async function resolveBySystem(name: string): Promise<readonly string[]> {
  return (await resolveName(name, { all: true })).map(({ address }) => address)
}

/** Null: no webhook goes there. Where a name leads is looked at when connecting, and then again each time. */
export function readTarget(text: string, allowedHosts: readonly string[]): { url: URL; isAllowed: boolean } | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') return null
  if (url.username !== '' || url.password !== '') return null
  if (allowedHosts.includes(url.host)) return { url, isAllowed: true }
  const literal = bare(url.hostname)
  const isLiteral = isIP(literal) !== 0
  if (!PORTS.has(url.port) || (isLiteral && !isPublicAddress(literal))) return null
  return { url, isAllowed: false }
}

/** Without the brackets of IPv6. */
const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, '')

/**
 * The socket is given only addresses that were looked at, so that no second answer of a resolver gets between; one that is
 * not public among them spoils all.
 */
function guardedLookup(resolve: (name: string) => Promise<readonly string[]>): LookupFunction {
  return (name, options, done) => {
    resolve(name).then(
      (found) => {
        const [first] = found
        if (first === undefined || !found.every(isPublicAddress)) return done(new Error(NOT_ALLOWED), '', 4)
        if (options.all)
          return done(
            null,
            found.map((address) => ({ address, family: isIP(address) })),
          )
        done(null, first, isIP(first))
      },
      (error: NodeJS.ErrnoException) => done(error, '', 4),
    )
  }
}

function optionsFor(url: URL, { headers, body }: Letter, lookup: LookupFunction | null): RequestOptions {
  return {
    method: 'POST',
    hostname: bare(url.hostname),
    port: url.port,
    path: `${url.pathname}${url.search}`,
    // A connection of its own each time: the address is looked at when it is made.
    agent: false,
    headers: { ...headers, host: url.host, 'content-length': Buffer.byteLength(body), 'user-agent': 'Lantern' },
    ...(lookup && { lookup }),
  }
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

  return async (letter) => {
    const target = readTarget(letter.url, allowedHosts)
    if (target === null) return { status: null, retryAfter: null, problem: NOT_ALLOWED }
    const { url, isAllowed } = target
    const options = optionsFor(url, letter, isAllowed ? null : lookup)
    const request = url.protocol === 'https:' ? requestHttps : requestHttp
    return send(() => request({ ...options, ...(signal && { signal }) }), letter.body, timeoutMs)
  }
}
