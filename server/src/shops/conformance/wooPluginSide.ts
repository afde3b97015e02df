// What Lantern's plugin does in the WooCommerce stand-in: reads the studio's tokens, prices what is held, ends holds.
import { createHmac } from 'node:crypto'
import { decodeJwt } from 'jose'
import { z } from 'zod'
import { toDecimal, toMinor } from '../money.ts'
import type { Shelf } from './sales.ts'
import { type Asked, Status } from './standIn.ts'

export const PLUGIN_SECRET = 'the secret of the plugin'

const Claims = z.object({
  use: z.string(),
  jti: z.string(),
  exp: z.number(),
  currency: z.string().default(''),
  items: z.array(z.object({ id: z.number(), quantity: z.number(), total: z.string() })).default([]),
})
type Claims = z.infer<typeof Claims>

/** Of the buyer's link; null: it is none of the plugin's. */
export function claimsOf(link: string): Claims | null {
  const token = new URL(link).searchParams.get('lantern')
  return token === null ? null : Claims.parse(decodeJwt(token))
}

export function createPluginSide(shelf: Shelf, shopCurrency: string) {
  const ended = new Set<string>()

  function read({ body, path }: Asked): Claims {
    const { token } = z.object({ token: z.string() }).parse(body)
    const [head = '', text = '', signature] = token.split('.')
    const right = createHmac('sha256', PLUGIN_SECRET).update(`${head}.${text}`).digest('base64url')
    const claims = Claims.parse(decodeJwt(token))
    if (signature !== right || !path.endsWith(claims.use)) throw new Status(401, { code: 'lantern_not_signed' })
    return claims
  }

  /** Never dearer than the shop's own price; what the shop takes off by itself comes on top. */
  function priceOf({ items, currency }: Claims): number {
    const ownOff = -shelf.sumOf([])
    const lines = items.map(({ id, quantity, total }) =>
      Math.min(toMinor(total, currency) ?? 0, shelf.sumOf([{ id: String(id), quantity }]) + ownOff),
    )
    return lines.reduce((sum, minor) => sum + minor, -ownOff)
  }

  return {
    answerers: {
      pluginQuote(asked: Asked) {
        const total = toDecimal(priceOf(read(asked)), shopCurrency)
        return { ok: true, why: '', currency: shopCurrency, total }
      },
      pluginEnd(asked: Asked) {
        ended.add(read(asked).jti)
        return null
      },
      pluginReady(asked: Asked) {
        read(asked)
        return null
      },
    },
    priceOf,
    endsAt: ({ jti, exp }: Claims) => (ended.has(jti) ? 0 : exp * 1000),
  }
}
