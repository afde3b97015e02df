// Reads the token by which the shop says who its customer is: signed with a secret that shop and studio share.
import { MemberClaims, MOST_TOKEN, TOKEN_CLOCKS_SECONDS, TOKEN_LIFE_SECONDS } from '@lantern/shared/contract/members.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { errors, jwtVerify } from 'jose'
import type { Clock } from '../kit/clock.ts'

/** `aud` of every member token. */
const STUDIO = 'lantern'

export interface MemberTokenSettings {
  /** Null: the shop signs none. */
  readonly memberSecret: string | null
  /** What the shop calls itself. */
  readonly shopAudience: string
}

export interface MemberTokens {
  /** Whether it was taken before is for the database to say. Nothing of a token stands in what is answered. */
  read(token: string): Promise<Outcome<MemberClaims, 'MEMBER_LINK_UNREAD' | 'MEMBER_LINK_OLD'>>
}

export function createMemberTokens({ memberSecret, shopAudience }: MemberTokenSettings, clock: Clock): MemberTokens {
  const key = memberSecret === null ? null : new TextEncoder().encode(memberSecret)
  return {
    async read(token) {
      if (key === null || token.length > MOST_TOKEN) return refuse('MEMBER_LINK_UNREAD')
      const now = clock()
      const options = {
        algorithms: ['HS256'],
        issuer: shopAudience,
        audience: STUDIO,
        clockTolerance: TOKEN_CLOCKS_SECONDS,
        currentDate: new Date(now),
        requiredClaims: ['exp', 'iat', 'jti', 'sub'],
      }
      try {
        return readClaims((await jwtVerify(token, key, options)).payload, now)
      } catch (error) {
        if (error instanceof errors.JWTExpired) return refuse('MEMBER_LINK_OLD')
        if (error instanceof errors.JOSEError) return refuse('MEMBER_LINK_UNREAD')
        throw error
      }
    },
  }
}

/** A token that would be good for longer, or was made in time to come, is none of those that were agreed on. */
function readClaims(payload: unknown, now: number): Outcome<MemberClaims, 'MEMBER_LINK_UNREAD'> {
  const claims = MemberClaims.safeParse(payload)
  if (!claims.success) return refuse('MEMBER_LINK_UNREAD')
  const { exp, iat, sub, replaces = [] } = claims.data
  const seconds = Math.floor(now / 1000) + TOKEN_CLOCKS_SECONDS
  if (exp > seconds + TOKEN_LIFE_SECONDS || iat > seconds) return refuse('MEMBER_LINK_UNREAD')
  return grant({ ...claims.data, replaces: replaces.filter((id) => id !== sub) })
}
