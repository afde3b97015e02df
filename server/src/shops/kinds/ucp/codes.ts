// The frozen price at a UCP shop: it is asked, by a signed message, for a single-use code of this hold; the standard has no way to make one.
import { createHash } from 'node:crypto'
import type { CodeMessage } from '@lantern/shared/contract/handoff.ts'
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { Webhook } from 'standardwebhooks'
import { z } from 'zod'
import type { Clock } from '../../../kit/clock.ts'
import type { HandedHold, ShopRefusal } from '../../checkout.ts'
import { discountOf, type KnownItem } from '../../handoff/handed.ts'
import type { HoldNames } from '../../handoff/holdNames.ts'
import { askShop, type ShopFetch } from '../../shopFetch.ts'

export interface UcpCodes {
  /** Once the shop has the code it is answered. Safe to repeat: another amount or end replaces the one before. */
  make(hold: HandedHold, items: readonly KnownItem[]): Promise<Outcome<string, ShopRefusal>>
  /** Nobody can use it any more. Safe to repeat. */
  end(holdId: HoldId): Promise<Outcome<null, ShopRefusal>>
}

export interface UcpCodeNeeds {
  readonly fetchShop: ShopFetch
  readonly names: HoldNames
  readonly clock: Clock
  /** Where the shop takes such messages, and the secret that both know. */
  readonly url: string
  readonly secret: string
}

/** Each asking acts, also where it says what an earlier one said: the code may have been ended, or made anew, in between. */
function idOf(type: string, data: object, at: Date): string {
  return `code_${createHash('sha256')
    .update(JSON.stringify([type, data, at.getTime()]))
    .digest('base64url')
    .slice(0, 32)}`
}

export function createUcpCodes({ fetchShop, names, clock, url, secret }: UcpCodeNeeds): UcpCodes {
  const webhook = new Webhook(secret)

  function post({ type, data }: Pick<CodeMessage, 'type' | 'data'>): Promise<Outcome<unknown, ShopRefusal>> {
    const at = new Date(clock())
    const json = { type, timestamp: at.toISOString(), data }
    const id = idOf(type, data, at)
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': webhook.sign(id, at, JSON.stringify(json)),
    }
    return askShop(fetchShop, { url, method: 'POST', headers, json }, z.unknown())
  }

  return {
    async make(hold, items) {
      const code = names.codeOf(hold.id)
      const data = {
        holdId: names.nameOf(hold.id),
        code,
        items: items.map(({ externalId, sku, quantity }) => ({ id: externalId, sku, quantity })),
        amountMinor: discountOf(hold),
        currency: hold.currency,
        expiresAt: hold.expiresAt,
      }
      const made = await post({ type: 'code.wanted', data })
      return made.ok ? grant(code) : made
    },

    async end(holdId) {
      const ended = await post({
        type: 'code.ended',
        data: { holdId: names.nameOf(holdId), code: names.codeOf(holdId) },
      })
      return ended.ok ? grant(null) : ended
    },
  }
}
