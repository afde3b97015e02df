// Signed tokens of our own (HS256): a purpose each, so that one cannot be shown where another is meant.
import { createHmac, createSecretKey, randomBytes, timingSafeEqual } from 'node:crypto'
import * as z from 'zod'
import type { Clock } from '../kit/clock.ts'
import { createRemembered } from './remembered.ts'

export interface KeptSecrets {
  secret(name: string, make: () => Promise<string>): Promise<string>
}

export type Claims = Readonly<Record<string, unknown>>

/** Made and read at once, in microseconds: a WebCrypto signature goes to another thread and back, for each who arrives. */
export interface TokenMint {
  mint(claims: Claims, lifeMs: number): string
  /** The claims of a token that was minted here for the same purpose and has not run out, else null. */
  read(token: string): Claims | null
}

const ISSUER = 'lantern'
const LONGEST = 4096
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
/** No other header is read, so that nobody can choose how a token is checked. */
const HEADER = encode({ alg: 'HS256', typ: 'JWT' })
/** Only what carries our signature is parsed. */
const Signed = z.looseObject({ iss: z.string(), aud: z.string(), iat: z.number(), exp: z.number() })
type Signed = z.infer<typeof Signed>

/** Makes a key that is kept in the database, once for all processes. */
export const makeKey = () => Promise.resolve(randomBytes(32).toString('base64url'))

/** As text: base64url has more than one text for some bytes, and only one of them is ours. */
function isSame(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)]
  return one.length === other.length && timingSafeEqual(one, other)
}

/** The payload of a token that `sign` has signed, else null. */
function payloadOf(token: string, sign: (text: string) => string): string | null {
  const [header, payload, signature, ...more] = token.split('.')
  if (header !== HEADER || payload === undefined || signature === undefined || more.length > 0) return null
  return isSame(signature, sign(`${header}.${payload}`)) ? payload : null
}

/** What was minted or read lately is known without asking its signature again: a page's cookie comes back with its socket. */
const MOST_REMEMBERED = 20_000

export async function createTokenMint(store: KeptSecrets, purpose: string, clock: Clock): Promise<TokenMint> {
  const key = createSecretKey(Buffer.from(await store.secret(`${purpose}-token-key`, makeKey), 'base64url'))
  const sign = (text: string) => createHmac('sha256', key).update(text).digest('base64url')
  const seconds = () => Math.floor(clock() / 1000)

  const remembered = createRemembered<Signed>(MOST_REMEMBERED)
  /** Null: not signed by us for this purpose. */
  const verify = (token: string): Signed | null => {
    if (token.length > LONGEST) return null
    const payload = payloadOf(token, sign)
    if (payload === null) return null
    const { data = null } = Signed.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
    if (data === null || data.iss !== ISSUER || data.aud !== purpose) return null
    remembered.put(token, data)
    return data
  }

  return {
    mint: (claims, lifeMs) => {
      const iat = seconds()
      const all = { ...claims, iss: ISSUER, aud: purpose, iat, exp: iat + Math.ceil(lifeMs / 1000) }
      const text = `${HEADER}.${encode(all)}`
      const token = `${text}.${sign(text)}`
      remembered.put(token, all)
      return token
    },
    read: (token) => {
      const claims = remembered.get(token) ?? verify(token)
      return claims !== null && claims.exp > seconds() ? claims : null
    },
  }
}
