// Gets files from addresses that somebody else has chosen: never out of our own network, wherever a name or a redirect leads.
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import type { LookupFunction } from 'node:net'
import { readBounded } from '../kit/readBounded.ts'
import { guardedLookup, NOT_ALLOWED, readTarget, type Resolve, resolveBySystem, type Target, wayTo } from './targets.ts'

export interface GetSettings {
  /** Exact hosts that may be anywhere, as `readTarget` has them. */
  readonly allowedHosts: readonly string[]
  /** For all of it, redirects included, in ms. */
  readonly timeoutMs: number
  readonly maxBytes: number
  /** The system's resolver unless told. */
  readonly resolve?: Resolve
}

export type Got =
  | { readonly problem: null; readonly type: string; readonly bytes: Buffer }
  /** There is no file; for staff who look into it. */
  | { readonly problem: string }

/** `type` is the media type without its parameters, in lower case. Never rejects. */
export type GuardedGet = (url: string) => Promise<Got>

const MOST_REDIRECTS = 5
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
const HEADERS = { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'Lantern' }

function open(target: Target, lookup: LookupFunction, signal: AbortSignal): Promise<IncomingMessage> {
  const request = target.url.protocol === 'https:' ? requestHttps : requestHttp
  const headers = { ...HEADERS, host: target.url.host }
  return new Promise((resolve, reject) => {
    request({ ...wayTo(target, lookup), headers, signal })
      .on('response', resolve)
      .on('error', reject)
      .end()
  })
}

/** Null: the answer leads nowhere else. */
function nextOf({ statusCode = 0, headers: { location } }: IncomingMessage, from: URL): string | null {
  if (!REDIRECTS.has(statusCode) || location === undefined) return null
  // What cannot be read is refused like an address that is not allowed.
  return URL.canParse(location, from) ? new URL(location, from).href : location
}

/** Null: here comes the file, as it is. */
function problemOf({ statusCode, headers }: IncomingMessage): string | null {
  if (statusCode !== 200) return `status ${statusCode}`
  const packing = headers['content-encoding'] ?? 'identity'
  return packing === 'identity' ? null : `packed by ${packing}`
}

async function readFile(answer: IncomingMessage, maxBytes: number): Promise<Got> {
  const problem = problemOf(answer)
  if (problem !== null) {
    answer.destroy()
    return { problem }
  }
  const type = answer.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? ''
  const bytes = await readBounded(answer, maxBytes)
  return bytes === null ? { problem: `more than ${maxBytes} bytes` } : { problem: null, type, bytes }
}

export function createGuardedGet(settings: GetSettings): GuardedGet {
  const { allowedHosts, timeoutMs, maxBytes, resolve = resolveBySystem } = settings
  const lookup = guardedLookup(resolve)

  async function follow(start: Target, signal: AbortSignal): Promise<Got> {
    let target = start
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const answer = await open(target, lookup, signal)
      const next = nextOf(answer, target.url)
      if (next === null) return readFile(answer, maxBytes)
      answer.destroy()
      // A stranger does not get to choose what is read from the hosts on the list.
      const found = readTarget(next, target.isAllowed ? allowedHosts : [])
      if (found === null) return { problem: NOT_ALLOWED }
      target = found
    }
    return { problem: `more than ${MOST_REDIRECTS} redirects` }
  }

  return async (url) => {
    const target = readTarget(url, allowedHosts)
    if (target === null) return { problem: NOT_ALLOWED }
    const signal = AbortSignal.timeout(timeoutMs)
    return follow(target, signal).catch((error: unknown) => {
      if (signal.aborted) return { problem: `not there within ${timeoutMs} ms` }
      return { problem: error instanceof Error ? error.message || error.name : String(error) }
    })
  }
}
