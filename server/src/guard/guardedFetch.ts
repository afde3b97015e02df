// Asks a shop whose address somebody has entered in the studio: never in our own network, wherever its name leads.
import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import { guardedLookup, NOT_ALLOWED, readTarget, type Resolve, resolveBySystem, type Target, wayTo } from './targets.ts'

export interface Question {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  readonly signal: AbortSignal
}

export interface GuardedFetch {
  /** The answer as it comes, redirects included. Rejects where none comes, or the address is not allowed. */
  ask(question: Question): Promise<IncomingMessage>
  /** Lets go of the connections that are kept for the next question. Idempotent. */
  close(): void
}

export interface GuardedFetchSettings {
  /** Exact hosts that may be anywhere, as `readTarget` has them. */
  readonly allowedHosts: readonly string[]
  /** The system's resolver unless told. */
  readonly resolve?: Resolve
}

export function createGuardedFetch({ allowedHosts, resolve = resolveBySystem }: GuardedFetchSettings): GuardedFetch {
  const lookup = guardedLookup(resolve)
  // A connection is kept for the same host and port alone: its address was looked at when it was made.
  const agents = { 'http:': new HttpAgent({ keepAlive: true }), 'https:': new HttpsAgent({ keepAlive: true }) }

  function open({ url, method, headers, signal }: Question, target: Target) {
    const isSecure = target.url.protocol === 'https:'
    const agent = isSecure ? agents['https:'] : agents['http:']
    const own = { ...headers, host: target.url.host, 'accept-encoding': 'identity' }
    const request = isSecure ? requestHttps : requestHttp
    return request({ ...wayTo({ ...target, url: new URL(url) }, lookup), agent, method, headers: own, signal })
  }

  return {
    ask(question) {
      const target = readTarget(question.url, allowedHosts)
      if (target === null) return Promise.reject(new Error(NOT_ALLOWED))
      return new Promise((resolveAnswer, reject) => {
        open(question, target)
          .on('response', resolveAnswer)
          .on('error', reject)
          .end(question.body ?? undefined)
      })
    },
    close() {
      for (const agent of Object.values(agents)) agent.destroy()
    },
  }
}
