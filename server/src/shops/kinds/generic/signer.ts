// Signs hand-off tokens: ES256 with a key of the studio's own, or HS256 with a secret that the shop knows, too.
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type JWK, type JWTPayload, SignJWT } from 'jose'
import { z } from 'zod'
import type { Store } from '../../../records/store.ts'

export interface Signer {
  /** A token with `iat` and `exp` in seconds. */
  sign(claims: JWTPayload): Promise<string>
  publicKeys(): { readonly keys: readonly JWK[] }
}

const PrivateKey = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  d: z.string(),
})

async function makeKey(): Promise<string> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  return JSON.stringify(await exportJWK(privateKey))
}

async function createOwnKeySigner(store: Pick<Store, 'secret'>): Promise<Signer> {
  const { d, ...open } = PrivateKey.parse(JSON.parse(await store.secret('handoff-es256-key', makeKey)))
  const kid = await calculateJwkThumbprint(open)
  const key = await importJWK({ ...open, d }, 'ES256')
  return {
    sign: (claims) => new SignJWT(claims).setProtectedHeader({ alg: 'ES256', typ: 'JWT', kid }).sign(key),
    publicKeys: () => ({ keys: [{ ...open, kid, alg: 'ES256', use: 'sig' }] }),
  }
}

function createSecretSigner(secret: string): Signer {
  const key = new TextEncoder().encode(secret)
  return {
    sign: (claims) => new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).sign(key),
    publicKeys: () => ({ keys: [] }),
  }
}

export async function createSigner(store: Pick<Store, 'secret'>, sharedSecret: string | null): Promise<Signer> {
  return sharedSecret === null ? createOwnKeySigner(store) : createSecretSigner(sharedSecret)
}
