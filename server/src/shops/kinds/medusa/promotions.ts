// The frozen price at Medusa: a promotion for one hold, used once, over when the hold is.
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { HandedHold, ShopRefusal } from '../../checkout.ts'
import type { HoldNames } from '../../handoff/holdNames.ts'
import { toDecimal } from '../../money.ts'
import type { MedusaApi } from './api.ts'

export interface Off {
  readonly offMinor: number
  /**
   * The shop's prices have the tax in them, and so has what is taken off; Medusa before 2.8.5 does not know that field, so that
   * others are not asked.
   */
  readonly isTaxInside: boolean
}

export interface MedusaPromotions {
  /** A promotion of this hold from before is replaced. */
  make(hold: HandedHold, off: Off): Promise<Outcome<string, ShopRefusal>>
  /** Nobody can use it any more. Safe to repeat. */
  end(holdId: HoldId): Promise<Outcome<null, ShopRefusal>>
}

const Listed = z.object({ promotions: z.array(z.object({ id: z.string() })) })
const Made = z.object({ promotion: z.object({ id: z.string() }) })
const Deleted = z.object({ id: z.string(), deleted: z.boolean() })

/** Medusa counts in major units. The campaign is what ends it; names of campaigns are used once. */
function toPromotion(hold: HandedHold, { offMinor, isTaxInside }: Off, named: { code: string; now: number }) {
  const { code, now } = named
  return {
    code,
    type: 'standard',
    status: 'active',
    is_automatic: false,
    limit: 1,
    campaign: {
      name: `Lantern ${hold.showId}`,
      campaign_identifier: `${code}-${now}`,
      starts_at: new Date(now).toISOString(),
      ends_at: new Date(hold.expiresAt).toISOString(),
    },
    application_method: {
      type: 'fixed',
      target_type: 'order',
      value: Number(toDecimal(offMinor, hold.currency)),
      currency_code: hold.currency.toLowerCase(),
    },
    ...(isTaxInside ? { is_tax_inclusive: true } : {}),
  }
}

export function createMedusaPromotions(admin: MedusaApi, names: HoldNames, clock: () => number): MedusaPromotions {
  async function remove(code: string): Promise<Outcome<null, ShopRefusal>> {
    const listed = await admin({ path: `/promotions?code=${encodeURIComponent(code)}` }, Listed)
    if (!listed.ok) return listed
    for (const { id } of listed.value.promotions) {
      const deleted = await admin({ path: `/promotions/${id}`, method: 'DELETE' }, Deleted)
      if (!deleted.ok) return deleted
    }
    return grant(null)
  }

  return {
    async make(hold, off) {
      const code = names.codeOf(hold.id)
      const removed = await remove(code)
      if (!removed.ok) return removed
      const json = toPromotion(hold, off, { code, now: clock() })
      const made = await admin({ path: '/promotions', method: 'POST', json }, Made)
      return made.ok ? grant(code) : made
    },
    end: (holdId) => remove(names.codeOf(holdId)),
  }
}
