// Viewers: a signed token in a cookie, given with the first page, no login; it stands for one person.
import { Via, ViewerId } from '@lantern/shared/contract/ids.ts'
import { z } from 'zod'
import type { Clock } from '../kit/clock.ts'
import type { Browser } from './devices.ts'
import { readCookies, VIEWER_COOKIE, writeCookie } from './cookies.ts'
import { nicknameOf } from './nicknames.ts'
import type { TokenMint } from './tokens.ts'
import { newTimedId } from '../kit/timedId.ts'
import { VIEWER_COOKIE_MS } from './records/revokedViewers.ts'
import type { Revocations } from './revocations.ts'

export interface Viewer {
  readonly viewerId: ViewerId
  readonly name: string
  /** When this person was first seen, not when the token was last renewed. */
  readonly issuedAt: number
  readonly via: string | null
}

/** Whom a page is given to; it shows nobody's name. */
export type Visitor = Omit<Viewer, 'name'>

export interface IssuedViewer {
  readonly viewer: Visitor
  /** Null: the request already brought a good one. */
  readonly setCookie: string | null
}

export interface Viewers {
  /** The person behind the cookie, or a new one; a share link in the address replaces the one before. */
  issueViewer(cookieHeader: string | undefined, visit: { secure: boolean; via: string | null }): IssuedViewer
  /** Null: no token, or none that is good. */
  viewerFromCookie(browser: Browser): Viewer | null
}

/** Made once: a schema costs more to make than to use. */
const AnyVia = Via.nullable().catch(null)
const Claims = z.object({ sub: ViewerId, at: z.number(), iat: z.number(), via: Via.nullable() })

type Known = Visitor & { readonly mintedAt: number }

export function createViewers(tokens: TokenMint, clock: Clock, { isRevoked }: Pick<Revocations, 'isRevoked'>): Viewers {
  const read = (token: string): Known | null => {
    const claims = Claims.safeParse(tokens.read(token))
    if (!claims.success) return null
    const { sub, at, iat, via } = claims.data
    if (isRevoked(sub)) return null
    return { viewerId: sub, issuedAt: at, via, mintedAt: iat * 1000 }
  }

  const firstGood = (candidates: readonly string[]): Known | null => {
    for (const token of candidates) {
      const known = read(token)
      if (known !== null) return known
    }
    return null
  }

  const mint = (viewer: Visitor, secure: boolean): IssuedViewer => {
    const value = tokens.mint({ sub: viewer.viewerId, at: viewer.issuedAt, via: viewer.via }, VIEWER_COOKIE_MS)
    return { viewer, setCookie: writeCookie(VIEWER_COOKIE, { value, secure, maxAgeMs: VIEWER_COOKIE_MS }) }
  }

  return {
    issueViewer(cookieHeader, visit) {
      const via = AnyVia.parse(visit.via)
      const known = firstGood(readCookies(cookieHeader, VIEWER_COOKIE, visit.secure))
      if (known === null) {
        const viewerId = ViewerId.parse(`v_${newTimedId()}`)
        return mint({ viewerId, issuedAt: clock(), via }, visit.secure)
      }
      const { mintedAt, ...viewer } = known
      const isFresh = clock() - mintedAt < VIEWER_COOKIE_MS / 2
      if (isFresh && (via === null || via === viewer.via)) return { viewer, setCookie: null }
      return mint({ ...viewer, via: via ?? viewer.via }, visit.secure)
    },

    viewerFromCookie({ cookie, secure }) {
      const known = firstGood(readCookies(cookie, VIEWER_COOKIE, secure))
      if (known === null) return null
      const { viewerId, issuedAt, via } = known
      return { viewerId, name: nicknameOf(viewerId), issuedAt, via }
    },
  }
}
