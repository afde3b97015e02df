// Signed tokens of our own (HS256): a purpose each, so that one cannot be shown where another is meant.
import { randomBytes } from 'node:crypto'
import { jwtVerify, SignJWT, errors, type JWTPayload } from 'jose'
import type { Clock } from '../clock.ts'

export interface KeptSecrets {
  secret(name: string, make: () => Promise<string>): Promise<string>
}

export interface TokenMint {
  mint(claims: JWTPayload, lifeMs: number): Promise<string>
  /** The claims of a token that was minted here for the same purpose and has not run out, else null. */
  read(token: string): Promise<JWTPayload | null>
}

const ISSUER = 'lantern'
const LONGEST = 4096

/** Makes a key that is kept in the database, once for all processes. */
export const makeKey = () => Promise.resolve(randomBytes(32).toString('base64url'))

export async function createTokenMint(store: KeptSecrets, purpose: string, clock: Clock): Promise<TokenMint> {
  const key = Buffer.from(await store.secret(`${purpose}-token-key`, makeKey), 'base64url')
  const seconds = () => Math.floor(clock() / 1000)

  return {
    mint: (claims, lifeMs) =>
      new SignJWT(claims)
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setIssuer(ISSUER)
        .setAudience(purpose)
        .setIssuedAt(seconds())
        .setExpirationTime(seconds() + Math.ceil(lifeMs / 1000))
        .sign(key),

    async read(token) {
      if (token.length > LONGEST) return null
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['HS256'],
          issuer: ISSUER,
          audience: purpose,
          requiredClaims: ['exp', 'iat'],
          currentDate: new Date(clock()),
        })
        return payload
      } catch (error) {
        if (error instanceof errors.JOSEError) return null
        throw error
      }
    },
  }
}
