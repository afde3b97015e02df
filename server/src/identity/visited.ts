// How a request reached this server: by which host and scheme, as the proxies that are believed say it.
import type { IncomingMessage } from 'node:http'

export interface Visited {
  /** As a browser writes it, in lower case; undefined: the request names none. */
  readonly host: string | undefined
  readonly secure: boolean
}

type Request = Pick<IncomingMessage, 'headers' | 'socket'>
export type VisitOf = (request: Request) => Visited

const HOST = /^([A-Za-z0-9.-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(:\d{1,5})?$/

/** Whether it could be a host at all: others would end up in links, headers and policies. */
export function isHost(host: string): boolean {
  return HOST.test(host) && URL.canParse(`http://${host}`)
}

function first(header: string | string[] | undefined): string | undefined {
  const text = typeof header === 'string' ? header : header?.[0]
  // One that is empty says nothing.
  return text?.split(',')[0]?.trim() || undefined
}

/** `proxies`: how many in front are believed. */
export function createVisitOf(proxies: number): VisitOf {
  return (request) => visitedBy(request, proxies)
}

function visitedBy({ headers, socket }: Request, proxies: number): Visited {
  const isEncrypted = 'encrypted' in socket && socket.encrypted === true
  const said = proxies > 0 ? first(headers['x-forwarded-proto']) : undefined
  const forwarded = proxies > 0 ? first(headers['x-forwarded-host']) : undefined
  return {
    host: (forwarded ?? headers.host)?.toLowerCase(),
    secure: said === undefined ? isEncrypted : said === 'https',
  }
}
