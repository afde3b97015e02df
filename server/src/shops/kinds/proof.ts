// Proves that a delivery comes from the shop: an HMAC over its raw body, before a word of it is read.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { refuse } from '@lantern/shared/contract/refusals.ts'
import type { z } from 'zod'

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

/** BAD_INPUT that says which part of a message is not as it should be, never what stands there: that may be a buyer's. */
export function misread({ issues }: z.ZodError) {
  const parts = issues.slice(0, 3).map(({ path, code }) => `${path.map(String).join('.')} (${code})`)
  return refuse('BAD_INPUT', { detail: { why: parts.join(', ') } })
}
