// Where a request may go whose address somebody else has chosen: to the public internet, and to hosts that the settings name.
import { lookup as resolveName } from 'node:dns/promises'
import type { RequestOptions } from 'node:http'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './addresses.ts'

/** All addresses of a name. */
export type Resolve = (name: string) => Promise<readonly string[]>

export interface Target {
  readonly url: URL
  /** It is on the list of hosts, and may be anywhere. */
  readonly isAllowed: boolean
}

const PORTS: ReadonlySet<string> = new Set(['', '80', '443', '8080', '8443'])
export const NOT_ALLOWED = 'the address is not allowed'

/** By the system's resolver. */
export async function resolveBySystem(name: string): Promise<readonly string[]> {
  return (await resolveName(name, { all: true })).map(({ address }) => address)
}

/** Without the brackets of IPv6. */
const bare = (hostname: string) => hostname.replace(/^\[|\]$/g, '')

/**
 * Null: no request goes there. Where a name leads is looked at when connecting, and then again each time. `allowedHosts` are
 * exact, with their port where it is not the scheme's own: `127.0.0.1:4100`.
 */
export function readTarget(text: string, allowedHosts: readonly string[]): Target | null {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') return null
  if (url.username !== '' || url.password !== '') return null
  if (allowedHosts.includes(url.host)) return { url, isAllowed: true }
  const literal = bare(url.hostname)
  const isLiteral = isIP(literal) !== 0
  if (!PORTS.has(url.port) || (isLiteral && !isPublicAddress(literal))) return null
  return { url, isAllowed: false }
}

/**
 * The socket is given only addresses that were looked at, so that no second answer of a resolver gets between; one that is
 * not public among them spoils all.
 */
export function guardedLookup(resolve: Resolve): LookupFunction {
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

/** The part of a request that says where it goes; `lookup` looks at the addresses of all that is not on the list. */
export function wayTo({ url, isAllowed }: Target, lookup: LookupFunction): RequestOptions {
  return {
    hostname: bare(url.hostname),
    port: url.port,
    path: `${url.pathname}${url.search}`,
    // A connection of its own each time: the address is looked at when it is made.
    agent: false,
    ...(!isAllowed && { lookup }),
  }
}
