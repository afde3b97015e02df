// In front of Express: a show's page, which ten thousand ask for within a minute, is answered here; all else is handed on.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { HostRule } from '../identity/hosts.ts'
import { isHost, type VisitOf } from '../identity/visited.ts'
import type { AskedShow } from './pages.ts'

export interface FrontNeeds {
  readonly visitOf: VisitOf
  readonly isServedHost: HostRule
  /** Rejects before anything is sent. */
  readonly answer: (request: IncomingMessage, response: ServerResponse, asked: AskedShow) => Promise<void>
  /** Takes whatever is not an ordinary question for a show's page, and what could not be answered: it has the words for that. */
  readonly rest: RequestListener
}

/** As our links are written. */
const SHOW_PAGE = /^\/s\/([A-Za-z0-9_-]{1,64})(?:\/p\/([A-Za-z0-9_-]{1,64}))?(?:\?|$)/

function askedBy({ method, url = '' }: IncomingMessage): AskedShow | null {
  if (method !== 'GET' && method !== 'HEAD') return null
  const [, showId, productId = null] = SHOW_PAGE.exec(url) ?? []
  return showId === undefined ? null : { showId, productId }
}

export function createFront({ visitOf, isServedHost, answer, rest }: FrontNeeds): RequestListener {
  let good = ''
  // Nearly everyone comes by the same host.
  const isGood = (host: string) => host === good || isHost(host)
  const isServed = (request: IncomingMessage) => {
    const { host } = visitOf(request)
    if (host === undefined || !isGood(host)) return false
    good = host
    return isServedHost(host, request.socket)
  }
  return (request, response) => {
    const asked = askedBy(request)
    if (asked === null || !isServed(request)) return rest(request, response)
    answer(request, response, asked).catch(() => rest(request, response))
  }
}
