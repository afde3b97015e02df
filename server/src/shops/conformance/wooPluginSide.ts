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
  items: z
    .array(z.object({ id: z.number(), quantity: z.number(), total: z.string(), hold: z.string().optional() }))
    .default([]),
})
type Claims = z.infer<typeof Claims>

/** Of the buyer's link; null: it is none of the plugin's. */
export function claimsOf(link: string): Claims | null {
  const token = new URL(link).searchParams.get('lantern')
  return token === null ? null : Claims.parse(decodeJwt(token))
}

/** A line of the order, and whose it is. */
export interface Priced {
  readonly name: string
  readonly quantity: number
  readonly minor: number
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
  function linesOf({ items, currency, jti }: Claims): readonly Priced[] {
    const ownOff = -shelf.sumOf([])
    return items.map(({ id, quantity, total, hold = jti }) => {
      const own = shelf.sumOf([{ id: String(id), quantity }]) + ownOff
      return { name: hold, quantity, minor: Math.min(toMinor(total, currency) ?? 0, own) }
    })
  }

  const priceOf = (claims: Claims) => linesOf(claims).reduce((sum, { minor }) => sum + minor, shelf.sumOf([]))

  return {
    answerers: {
      pluginQuote(asked: Asked) {
        const claims = read(asked)
        const total = toDecimal(priceOf(claims), shopCurrency)
        const holds = new Set(linesOf(claims).map(({ name }) => name)).size
        return { ok: true, why: '', currency: shopCurrency, total, holds }
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
    linesOf,
    endsAt: ({ jti, exp }: Claims) => (ended.has(jti) ? 0 : exp * 1000),
  }
}
