// Money back at WooCommerce: what is still to go back of the order's total, by its payment gateway.
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { z } from 'zod'
import type { OrderToRefund, ShopRefusal } from '../../checkout.ts'
import { toDecimal, toMinor } from '../../money.ts'
import { refusedByShop } from '../../shopFetch.ts'
import { isOurNote, namedBacks, noteOf } from '../backs.ts'
import { ownOf, toGiveBack, toGiveBackOfOne } from '../toGiveBack.ts'
import type { HoldNames } from '../../handoff/holdNames.ts'
import type { WooApi } from './api.ts'
import { holdOfLine } from './orderHolds.ts'
import { goodsOf, grossOf, toNoted, WooGoods, WooLine, WooRefund } from './orderShape.ts'

const Order = z.object({
  ...WooGoods.shape,
  total: z.string(),
  line_items: z.array(WooLine.extend({ id: z.number().int(), quantity: z.number() })),
  /** Amounts with a minus. */
  refunds: z.array(WooRefund.extend({ id: z.number().int() })),
})
type Order = z.infer<typeof Order>
const Refund = z.object({ id: z.number().int() })

/** The order as far as it is the hold's: the buyer's own things beside it stay paid, as does the way there. */
function partOf(order: Order, isMine: (line: Order['line_items'][number]) => boolean): Order {
  const mine = order.line_items.filter(isMine)
  if (mine.length === 0 || mine.length === order.line_items.length) return order
  const total = mine.reduce((sum, line) => sum + Number(line.total) + Number(line.total_tax), 0)
  return { ...order, line_items: mine, total: total.toFixed(6) }
}

type Wish = Pick<OrderToRefund, 'holdId' | 'keepMinor'> & { readonly names: HoldNames }

/** Whether it pays several holds. */
function isOneOfSeveral({ line_items }: Order, names: HoldNames): boolean {
  return new Set(line_items.map((line) => holdOfLine(line, names)).filter((id) => id !== null)).size > 1
}

/** Null: not readable. Nothing is left where more than this went back already: of which line it was is not told. */
function leftOf(order: Order, keepMinor: number): number | null {
  const { total, refunds, currency } = order
  const backs = refunds.map((refund) => toMinor(refund.total, currency))
  const backMinor = backs.reduce((sum, part) => (sum === null || part === null ? null : sum - part), 0)
  const [paidMinor, goodsMinor] = [toMinor(total, currency), goodsOf(order)]
  if (paidMinor === null || goodsMinor === null || backMinor === null) return null
  return toGiveBack({ paidMinor, goodsMinor, backMinor }, keepMinor)
}

/** Of an order of several holds what is still to go back for one of them. */
function leftOfOne(order: Order, { holdId, keepMinor, names }: Wish): number | null {
  const { currency, total, refunds } = order
  const byHold = Map.groupBy(order.line_items, (line) => holdOfLine(line, names))
  const holds = [...byHold].flatMap(([id, line_items]) => {
    const goods = { ...order, line_items }
    return id === null ? [] : [{ holdId: id, goodsMinor: goodsOf(goods), grossMinor: grossOf(goods) ?? 0 }]
  })
  const noted = refunds.map(toNoted(currency))
  const backMinor = noted.reduce((sum, { minor }) => sum + (minor ?? 0), 0)
  const own = ownOf(holds, namedBacks(noted, { holdIds: holds.map((hold) => hold.holdId), backMinor }), holdId)
  const [paidMinor, goodsMinor, grossMinor] = [toMinor(total, currency), goodsOf(order), grossOf(order)]
  if (own === null || paidMinor === null || goodsMinor === null || grossMinor === null) return null
  return toGiveBackOfOne({ paidMinor, goodsMinor, backMinor, grossMinor, own }, keepMinor)
}

/** Units go back on the shop's shelf by their lines; after a part of it went back they are the shop's to count. */
function linesOf({ line_items, refunds }: Order, isRestocked: boolean, holdId: HoldId) {
  const isOfAnother = ({ reason }: Order['refunds'][number]) =>
    typeof reason === 'string' && isOurNote(reason) && reason !== noteOf(holdId)
  if (!isRestocked || !refunds.every(isOfAnother)) return {}
  return { line_items: line_items.map(({ id, quantity, total }) => ({ id, quantity, refund_total: Number(total) })) }
}

/** Said with status 500, also where the gateway cannot give money back: https://github.com/woocommerce/woocommerce/issues/31323 */
const REFUSALS = ['woocommerce_rest_cannot_create_order_refund']

/**
 * `refundTo`. WooCommerce itself refuses more than what is left, so two who ask at once cannot give all back twice; for a part of
 * it one asks at a time.
 */
export function createWooRefunds(api: WooApi, names: HoldNames) {
  return async ({ orderId, holdId, restock, keepMinor }: OrderToRefund): Promise<Outcome<null, ShopRefusal>> => {
    const path = `orders/${encodeURIComponent(orderId)}`
    const read = await api({ path }, Order)
    if (!read.ok) return read
    const order = partOf(read.value, (line) => holdOfLine(line, names) === holdId)
    const left = isOneOfSeveral(read.value, names)
      ? leftOfOne(read.value, { holdId, keepMinor, names })
      : leftOf(order, keepMinor)
    if (left === null) return refusedByShop('an amount that cannot be read')
    if (left === 0) return grant(null)
    const isRestocked = restock && keepMinor === 0
    const json = {
      amount: toDecimal(left, order.currency),
      reason: noteOf(holdId),
      api_refund: true,
      api_restock: isRestocked,
      ...linesOf(order, isRestocked, holdId),
    }
    const made = await api({ path: `${path}/refunds`, method: 'POST', json, refusals: REFUSALS }, Refund)
    return made.ok ? grant(null) : made
  }
}
