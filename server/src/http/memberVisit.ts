// A visit by a link that says who somebody is at the shop: the token is exchanged before the page, at an address without it.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { MEMBER_HINT } from '@lantern/shared/contract/memberHint.ts'
import { type ShowId, ShowId as AnyShowId, type ViewerId } from '@lantern/shared/contract/ids.ts'
import { type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { stringifySetCookie } from 'cookie'
import { createMemberTokens } from '../identity/memberTokens.ts'
import type { HttpNeeds } from './ports.ts'
import type { Header } from './security.ts'

const PARAMETER = 'member'
const YEAR_S = 365 * 86_400

interface Visit {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly showId: string
  readonly viewerId: ViewerId
  readonly secure: boolean
  /** Of every answer, and the viewer's own cookie where it is new. */
  readonly headers: readonly Header[]
}

export interface MemberVisits {
  /** Whether the address carries a token, good or not. */
  isOne(request: IncomingMessage): boolean
  /** Takes it and sends the browser on; what it was refused for goes along. Rejects before anything is sent. */
  answer(visit: Visit): Promise<void>
}

const queryOf = ({ url = '' }: IncomingMessage) =>
  new URLSearchParams(url.includes('?') ? url.replace(/^[^?]*/, '') : '')

/** Whatever else stood in the address stays: people share what they see there. A notice is taken out by the page that says it. */
function cleanAddress(request: IncomingMessage, taken: Outcome<null>): string {
  const [path = ''] = (request.url ?? '').split('?')
  const query = queryOf(request)
  query.delete(PARAMETER)
  if (!taken.ok) query.set('notice', taken.code)
  return query.size === 0 ? path : `${path}?${query}`
}

/** Read by the page, and worth nothing to the server. */
function hint(secure: boolean): Header {
  const cookie = { name: MEMBER_HINT, value: '1', path: '/', sameSite: 'lax', secure, maxAge: YEAR_S } as const
  return ['Set-Cookie', stringifySetCookie(cookie)]
}

export function createMemberVisits({ config, clock, members }: HttpNeeds): MemberVisits {
  const tokens = createMemberTokens(config, clock)
  const take = async (request: IncomingMessage, of: { showId: ShowId; viewerId: ViewerId }): Promise<Outcome<null>> => {
    const [token, ...more] = queryOf(request).getAll(PARAMETER)
    if (token === undefined || more.length > 0) return refuse('MEMBER_LINK_UNREAD')
    const claims = await tokens.read(token)
    return claims.ok ? members.take({ claims: claims.value, ...of }) : claims
  }
  return {
    isOne: (request) => queryOf(request).has(PARAMETER),
    async answer({ request, response, showId, viewerId, secure, headers }) {
      const taken = await take(request, { showId: AnyShowId.parse(showId), viewerId })
      const all: readonly Header[] = [
        ...headers.filter(([name]) => name !== 'Referrer-Policy'),
        ...(taken.ok ? [hint(secure)] : []),
        ['Referrer-Policy', 'no-referrer'],
        ['Cache-Control', 'no-store'],
        ['Content-Length', '0'],
        ['Location', cleanAddress(request, taken)],
      ]
      response.writeHead(303, all.flat()).end()
    },
  }
}
