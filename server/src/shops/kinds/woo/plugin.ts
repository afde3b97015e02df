// The studio's side of its plugin for WooCommerce: what a hold becomes there, what it would come to, and its end.
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { SignJWT } from 'jose'
import { z } from 'zod'
import type { HandedHold, ShopRefusal } from '../../checkout.ts'
import { holdsOf, ownersOf } from '../../handoff/basket.ts'
import type { KnownItem } from '../../handoff/handed.ts'
import type { HoldNames } from '../../handoff/holdNames.ts'
import { toDecimal, toMinor } from '../../money.ts'
import { refusedByShop, type ShopFetch } from '../../shopFetch.ts'
import { askWoo } from './api.ts'

export interface WooPluginParts {
  readonly fetchShop: ShopFetch
  readonly names: HoldNames
  readonly shopUrl: string
  readonly secret: string
  /** ms since the epoch. */
  readonly clock: () => number
}

export interface WooPlugin {
  /** The buyer's way: beside what is in the cart already, at the frozen price, until the hold's deadline. */
  linkTo(hold: HandedHold, items: readonly KnownItem[]): Promise<string>
  /** What the shop would ask for the goods, its own rules and other plugins' discounts included. */
  quote(hold: HandedHold, items: readonly KnownItem[]): Promise<Outcome<number, ShopRefusal>>
  /** The link and what it put into a cart are worth nothing any more. Safe to repeat. */
  end(holdId: HoldId): Promise<Outcome<null, ShopRefusal>>
  /** Whether it is there, and has the same secret. */
  test(): Promise<Outcome<null, ShopRefusal>>
}

type Use = 'cart' | 'quote' | 'end' | 'ready'

/** A question of the studio's own is good for as long as clocks may differ. */
const QUESTION_MS = 300_000

const Done = z.object({ ok: z.literal(true) })
const Quote = z.object({
  ok: z.boolean(),
  why: z.string(),
  currency: z.string().length(3),
  total: z.string(),
  /** How many holds it has read; a plugin from before baskets does not say. */
  holds: z.number().default(1),
})

/** In a basket each item has the name of its hold. */
function claimsOf(hold: HandedHold, items: readonly KnownItem[], names: HoldNames) {
  const ownerOf = ownersOf(hold)
  const nameAt = (index: number) => (hold.together === undefined ? {} : { hold: names.nameOf(ownerOf(index)) })
  return {
    currency: hold.currency,
    items: items.map(({ externalId, quantity, payMinor }, index) => ({
      id: Number(externalId),
      quantity,
      total: toDecimal(payMinor, hold.currency),
      ...nameAt(index),
    })),
  }
}

export function createWooPlugin({ fetchShop, names, shopUrl, secret, clock }: WooPluginParts): WooPlugin {
  const key = new TextEncoder().encode(secret)

  function sign(use: Use, jti: string, more: { readonly exp: number; readonly [claim: string]: unknown }) {
    return new SignJWT({ use, jti, ...more }).setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).sign(key)
  }

  const soon = () => Math.ceil((clock() + QUESTION_MS) / 1000)

  async function ask<Body>(use: Use, token: string, schema: z.ZodType<Body>): Promise<Outcome<Body, ShopRefusal>> {
    const url = `${shopUrl}/wp-json/lantern/v1/${use}`
    return askWoo(fetchShop, { url, method: 'POST', json: { token } }, schema)
  }

  return {
    async linkTo(hold, items) {
      const exp = Math.floor(hold.expiresAt / 1000)
      const token = await sign('cart', names.nameOf(hold.id), { exp, ...claimsOf(hold, items, names) })
      return `${shopUrl}/?lantern=${token}`
    },

    async quote(hold, items) {
      const token = await sign('quote', names.nameOf(hold.id), { exp: soon(), ...claimsOf(hold, items, names) })
      const told = await ask('quote', token, Quote)
      if (!told.ok) return told
      const { ok, why, currency, total, holds } = told.value
      if (!ok) return refusedByShop(`not to be had as it is held: ${why.slice(0, 300)}`)
      if (holds !== holdsOf(hold).length)
        return refusedByShop('Lantern’s plugin there is of before 1.1 and takes one hold')
      if (currency !== hold.currency) return refusedByShop(`the shop asks ${currency}, the show ${hold.currency}`)
      const minor = toMinor(total, currency)
      return minor === null ? refusedByShop('an amount that cannot be read') : grant(minor)
    },

    async end(holdId) {
      const told = await ask('end', await sign('end', names.nameOf(holdId), { exp: soon() }), Done)
      return told.ok ? grant(null) : told
    },

    async test() {
      const told = await ask('ready', await sign('ready', 'ready', { exp: soon() }), Done)
      return told.ok ? grant(null) : told
    },
  }
}
