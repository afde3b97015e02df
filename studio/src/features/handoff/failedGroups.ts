// Buyers who could not be taken to the shop, together by the reason the shop gave: a pure reading.
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { HandoffFailure } from '@lantern/shared/contract/shop.ts'
import type { Locale } from '@lantern/shared/contract/things.ts'
import { pickText } from '@lantern/shared/ui/i18n.ts'

export interface FailedGroup {
  readonly code: HandoffFailure['code']
  /** In the shop's own words, of the newest one; empty: it gave none. */
  readonly why: string
  readonly buyers: number
  /** Names of what they hold, each once. */
  readonly goods: readonly string[]
}

/** The same failure seen twice; another one of the same hold is another one. */
export const failureKey = ({ holdId, at }: HandoffFailure) => `${holdId} ${at}`

/** Words that name one cart or hold would make each reason one of its own. */
const OWN_NAME = /(?=[\w-]*\d)[\w-]{6,}/g
const kindOf = ({ code, why }: HandoffFailure) => `${code} ${why.replace(OWN_NAME, '')}`

/** Reasons of the most buyers first; `failed` has the newest first. */
export function failedGroups(
  products: RoomState['products'],
  failed: readonly HandoffFailure[],
  locale: Locale,
): readonly FailedGroup[] {
  const nameOf = (sku: string) => {
    const product = products.find(({ variants }) => variants.some((variant) => variant.sku === sku))
    return product === undefined ? sku : pickText(product.title, locale)
  }
  const groups = [...Map.groupBy(failed, kindOf).values()].flatMap((alike) => {
    const [newest] = alike
    if (newest === undefined) return []
    const goods = [...new Set(alike.flatMap(({ skus }) => skus.map(nameOf)))]
    const buyers = new Set(alike.map(({ holdId }) => holdId)).size
    return [{ code: newest.code, why: newest.why, buyers, goods }]
  })
  return groups.sort((one, other) => other.buyers - one.buyers)
}
