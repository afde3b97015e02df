// The frozen price at Shopify: a discount code for one hold, used once, over when the hold is.
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { HandedHold, ShopRefusal } from '../../checkout.ts'
import { type KnownItem, unitsOf } from '../../handoff/handed.ts'
import type { HoldNames } from '../../handoff/holdNames.ts'
import { toDecimal } from '../../money.ts'
import { type Graphql, refusalOf, UserErrors } from './graphql.ts'

export interface CodeOff {
  readonly hold: HandedHold
  readonly items: readonly KnownItem[]
  readonly offMinor: number
}

export interface ShopifyCodes {
  /** A code that takes so much off these items; a code of this hold from before is replaced. */
  make(off: CodeOff): Promise<Outcome<string, ShopRefusal>>
  /** Nobody can use it any more. Safe to repeat. */
  end(holdId: HoldId): Promise<Outcome<null, ShopRefusal>>
}

const CREATE = `mutation LanternCreateCode($basicCodeDiscount: DiscountCodeBasicInput!) {
  discountCodeBasicCreate(basicCodeDiscount: $basicCodeDiscount) {
    codeDiscountNode { id }
    userErrors { field code message }
  }
}`
const UPDATE = `mutation LanternUpdateCode($id: ID!, $basicCodeDiscount: DiscountCodeBasicInput!) {
  discountCodeBasicUpdate(id: $id, basicCodeDiscount: $basicCodeDiscount) {
    codeDiscountNode { id }
    userErrors { field code message }
  }
}`
const FIND = `query LanternFindCode($code: String!) {
  codeDiscountNodeByCode(code: $code) { id }
}`
const END = `mutation LanternEndCode($id: ID!) {
  discountCodeDeactivate(id: $id) {
    codeDiscountNode { id }
    userErrors { field code message }
  }
}`

const Created = z.object({ discountCodeBasicCreate: z.object({ userErrors: UserErrors }) })
const Updated = z.object({ discountCodeBasicUpdate: z.object({ userErrors: UserErrors }) })
const Found = z.object({ codeDiscountNodeByCode: z.object({ id: z.string() }).nullable() })
const Ended = z.object({ discountCodeDeactivate: z.object({ userErrors: UserErrors }) })

/** On the goods nothing comes on top: what the shop takes off by itself would silently change the price. Shipping is the shop's. */
const ALONE = { orderDiscounts: false, productDiscounts: false, shippingDiscounts: true } as const

/**
 * One amount over all units, which Shopify spreads over the lines: more units do not make it more. The least quantity keeps a
 * buyer from taking the whole amount off a part of the goods.
 */
function toDiscount({ hold, items, offMinor }: CodeOff, now: number) {
  const variants = items.map(({ externalId }) => `gid://shopify/ProductVariant/${externalId}`)
  return {
    title: `Lantern ${hold.showId}`,
    startsAt: new Date(now).toISOString(),
    endsAt: new Date(hold.expiresAt).toISOString(),
    usageLimit: 1,
    appliesOncePerCustomer: true,
    combinesWith: ALONE,
    context: { all: 'ALL' },
    minimumRequirement: { quantity: { greaterThanOrEqualToQuantity: String(unitsOf(hold)) } },
    customerGets: {
      value: { discountAmount: { amount: toDecimal(offMinor, hold.currency), appliesOnEachItem: false } },
      items: { products: { productVariantsToAdd: variants } },
    },
  }
}

export function createShopifyCodes(admin: Graphql, names: HoldNames, clock: () => number): ShopifyCodes {
  async function find(code: string): Promise<Outcome<string | null, ShopRefusal>> {
    const found = await admin(FIND, { code }, Found)
    return found.ok ? grant(found.value.codeDiscountNodeByCode?.id ?? null) : found
  }

  async function replace(id: string, discount: object): Promise<Outcome<null, ShopRefusal>> {
    const updated = await admin(UPDATE, { id, basicCodeDiscount: discount }, Updated)
    if (!updated.ok) return updated
    return refusalOf(updated.value.discountCodeBasicUpdate.userErrors) ?? grant(null)
  }

  return {
    async make(off) {
      const code = names.codeOf(off.hold.id)
      const discount = { code, ...toDiscount(off, clock()) }
      const known = await find(code)
      if (!known.ok) return known
      if (known.value !== null) {
        const replaced = await replace(known.value, discount)
        return replaced.ok ? grant(code) : replaced
      }
      const created = await admin(CREATE, { basicCodeDiscount: discount }, Created)
      if (!created.ok) return created
      return refusalOf(created.value.discountCodeBasicCreate.userErrors) ?? grant(code)
    },

    async end(holdId) {
      const known = await find(names.codeOf(holdId))
      if (!known.ok) return known
      if (known.value === null) return grant(null)
      const ended = await admin(END, { id: known.value }, Ended)
      if (!ended.ok) return ended
      return refusalOf(ended.value.discountCodeDeactivate.userErrors) ?? grant(null)
    },
  }
}
