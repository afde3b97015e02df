// Which holds a WooCommerce order pays: named by its lines, where our plugin wrote them, or by the coupon of one hold.
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import type { HoldNames } from '../../handoff/holdNames.ts'
import type { WooGoods, WooLine, WooOrder } from './orderShape.ts'

export interface PaidHold {
  readonly holdId: HoldId
  /** What of the order is its own. */
  readonly goods: WooGoods
}

/** As the plugin (infra/woocommerce) writes it. */
export const LINE_NAME = '_lantern_hold'

export function holdOfLine({ meta_data }: WooLine, names: HoldNames): HoldId | null {
  const name = meta_data.find(({ key }) => key === LINE_NAME)?.value
  return typeof name === 'string' ? names.readName(name) : null
}

/** What other plugins take off the whole order stands among its fees, below nothing. */
const discountsOf = ({ fee_lines }: WooOrder) => fee_lines.filter(({ total }) => Number(total) < 0)

/** A discount on the whole order is a hold's own where all of the order is. */
export function holdsIn(order: WooOrder, names: HoldNames): readonly PaidHold[] {
  const { currency, prices_include_tax, line_items } = order
  const named = line_items.flatMap((line) => {
    const holdId = holdOfLine(line, names)
    return holdId === null ? [] : [{ holdId, line }]
  })
  const withDiscounts = [...line_items, ...discountsOf(order)]
  if (named.length > 0) {
    const byHold = [...Map.groupBy(named, ({ holdId }) => holdId)]
    const isAll = byHold.length === 1 && named.length === line_items.length
    return byHold.map(([holdId, lines]) => ({
      holdId,
      goods: { currency, prices_include_tax, line_items: isAll ? withDiscounts : lines.map(({ line }) => line) },
    }))
  }
  const holdId = order.coupon_lines.map(({ code }) => names.readCode(code)).find((hold) => hold !== null)
  return holdId === undefined || holdId === null
    ? []
    : [{ holdId, goods: { currency, prices_include_tax, line_items: withDiscounts } }]
}
