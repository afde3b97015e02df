/** Decides whether a hand-off token was signed by the studio for this shop, and what it asks for. */
import { createRemoteJWKSet, errors, jwtVerify } from 'jose'
import type { JWTPayload, JWTVerifyOptions } from 'jose'
import { z } from 'zod'
import { Attribution, BasketHold, LineItem, Pickup } from './records.ts'
import { toLocale } from './languages.ts'
import type { Locale } from './words.ts'

const Claims = z.object({
  jti: z.string().min(1).max(200),
  holds: z.array(BasketHold).min(2).max(50).optional(),
  exp: z.number(),
  sub: z.string().max(200).optional(),
  show: z.string().max(200).optional(),
  items: z
    .array(LineItem.extend({ currency: z.string().regex(/^[A-Z]{3}$/) }))
    .min(1)
    .max(50),
  /** What comes off the whole, whatever the reason; prices of items are lowered already. */
  discounts: z
    .array(z.object({ amountMinor: z.number().int().nonnegative(), currency: z.string().regex(/^[A-Z]{3}$/) }))
    .max(50)
    .default([]),
  attribution: Attribution.nullish(),
  pickup: Pickup.nullish(),
  returnUrl: z.string().max(2000).optional(),
  locale: z.string().max(40).optional(),
})

export interface Handoff {
  holdId: string
  holds: z.infer<typeof BasketHold>[] | null
  show: string | null
  buyer: string | null
  items: LineItem[]
  discountMinor: number
  currency: string
  attribution: z.infer<typeof Attribution> | null
  pickup: z.infer<typeof Pickup> | null
  returnUrl: string | null
  locale: Locale | null
  expiresAt: number
}

export type HandoffOutcome =
  | { ok: true; value: Handoff }
  | { ok: false; code: 'malformed' | 'forged' | 'unreachable' }
  /** Well signed, but over: what it asked for is still known. */
  | { ok: false; code: 'expired'; value: Handoff }

export interface HandoffReader {
  read(token: string): Promise<HandoffOutcome>
}

export interface HandoffSettings {
  studioUrl: () => string
  issuer: string
  audience: string
  /** With a shared secret only HS256 is accepted, without one only ES256. */
  sharedSecret?: string | undefined
  now: () => number
}

function webUrl(text: string | undefined): string | null {
  if (!text || !URL.canParse(text)) return null
  const url = new URL(text)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null
}

function toHandoff(payload: JWTPayload): Handoff | null {
  const claims = Claims.safeParse(payload)
  if (!claims.success) return null
  const { jti, holds, exp, sub, show, items, discounts, attribution, pickup, returnUrl, locale } = claims.data
  const currencies = [...new Set([...items, ...discounts].map((money) => money.currency))]
  const currency = currencies[0]
  if (!currency || currencies.length > 1) return null
  return {
    holdId: jti,
    holds: holds ?? null,
    show: show ?? null,
    buyer: sub ?? null,
    items: items.map(({ sku, quantity, unitPriceMinor }) => ({ sku, quantity, unitPriceMinor })),
    discountMinor: discounts.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    currency,
    attribution: attribution ?? null,
    pickup: pickup ?? null,
    returnUrl: webUrl(returnUrl),
    locale: locale ? toLocale(locale) : null,
    expiresAt: exp * 1000,
  }
}

function explain(error: unknown): HandoffOutcome {
  // jose checks signature, issuer and audience before the time, so these claims can be trusted.
  if (error instanceof errors.JWTExpired) {
    const value = toHandoff(error.payload)
    return value ? { ok: false, code: 'expired', value } : { ok: false, code: 'malformed' }
  }
  if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid || error instanceof TypeError) {
    return { ok: false, code: 'unreachable' }
  }
  if (error instanceof errors.JWTInvalid || error instanceof errors.JWSInvalid) return { ok: false, code: 'malformed' }
  // The plain class is what a key set that does not answer 200 throws.
  if (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC') return { ok: false, code: 'unreachable' }
  if (error instanceof errors.JOSEError) return { ok: false, code: 'forged' }
  throw error
}

function createStudioKeys(studioUrl: () => string): () => ReturnType<typeof createRemoteJWKSet> {
  let keys: { url: string; set: ReturnType<typeof createRemoteJWKSet> } | null = null
  return () => {
    const url = new URL('/.well-known/jwks.json', studioUrl()).href
    if (keys?.url !== url) {
      // The pause between two refetches keeps made-up key ids from turning into requests to the studio.
      keys = { url, set: createRemoteJWKSet(new URL(url), { cooldownDuration: 1000, cacheMaxAge: 600_000 }) }
    }
    return keys.set
  }
}

export function createHandoffReader(settings: HandoffSettings): HandoffReader {
  const studioKeys = createStudioKeys(settings.studioUrl)
  const secret = settings.sharedSecret ? new TextEncoder().encode(settings.sharedSecret) : null

  const verify = (token: string) => {
    const options: JWTVerifyOptions = {
      issuer: settings.issuer,
      audience: settings.audience,
      requiredClaims: ['exp', 'jti'],
      currentDate: new Date(settings.now()),
    }
    if (secret) return jwtVerify(token, secret, { ...options, algorithms: ['HS256'] })
    return jwtVerify(token, studioKeys(), { ...options, algorithms: ['ES256'] })
  }

  return {
    async read(token) {
      try {
        const { payload } = await verify(token)
        const value = toHandoff(payload)
        return value ? { ok: true, value } : { ok: false, code: 'malformed' }
      } catch (error) {
        return explain(error)
      }
    },
  }
}
