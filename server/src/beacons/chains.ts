// The networks of public random numbers that are known, with the keys that prove what they say.
import { bls12_381 } from '@noble/curves/bls12-381.js'
import { createHash } from 'node:crypto'
import { type Chain, QUICKNET } from '@lantern/shared/activities/rounds.ts'
import type { RandomNumber } from '../activities/seals/beacon.ts'

export interface ProvenChain extends Chain {
  /** Compressed, on G2, in hex. */
  readonly publicKey: string
}

/** https://api.drand.sh/52db9ba7…/info; scheme bls-unchained-g1-rfc9380. */
export const DRAND: ProvenChain = {
  ...QUICKNET,
  publicKey:
    '83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a',
}

const DOMAIN = 'BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_'
const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, 'hex'))

/** What is signed of a round: the hash of its number, as eight bytes. */
export function messageOf(round: number) {
  const number = Buffer.alloc(8)
  number.writeBigUInt64BE(BigInt(round))
  return bls12_381.shortSignatures.hash(new Uint8Array(createHash('sha256').update(number).digest()), DOMAIN)
}

/** Whether the network has signed it, and the number is that of the signature. */
export function isProven({ publicKey }: ProvenChain, { round, randomness, signature }: RandomNumber): boolean {
  if (createHash('sha256').update(bytes(signature)).digest('hex') !== randomness) return false
  try {
    return bls12_381.shortSignatures.verify(bytes(signature), messageOf(round), bytes(publicKey))
  } catch {
    // No point of the curve at all.
    return false
  }
}
