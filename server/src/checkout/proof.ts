// Proves that a delivery comes from the shop: an HMAC over its raw body, before a word of it is read.
import { createHmac, timingSafeEqual } from 'node:crypto'

/** Whether the signature, base64, is HMAC-SHA256 of the body; compared in constant time. */
export function isSigned(body: Buffer, signature: string | undefined, secret: string): boolean {
  const expected = createHmac('sha256', secret).update(body).digest()
  const given = Buffer.from(signature ?? '', 'base64')
  return given.length === expected.length && timingSafeEqual(expected, given)
}

/** Undefined: no JSON. */
export function parseBody(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return undefined
  }
}
