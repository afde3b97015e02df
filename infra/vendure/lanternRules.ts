// What Vendure lets happen to an order that Lantern made: its prices, its units, its lines. Goes beside lanternPlugin.ts.
import type { IncomingMessage } from 'node:http'
import {
  type CustomFieldConfig,
  type ID,
  type Injector,
  type Order,
  type OrderInterceptor,
  type OrderItemPriceCalculationStrategy,
  type OrderProcess,
  OrderLine,
  type RequestContext,
  type RuntimeVendureConfig,
  type StockLocationStrategy,
  TransactionalConnection,
} from '@vendure/core'
import { json } from 'express'

declare module '@vendure/core/dist/entity/custom-entity-fields' {
  interface CustomOrderFields {
    lanternHold: string | null
    lanternExpiresAt: Date | null
    lanternTotal: number | null
    lanternOpened: boolean | null
  }
  interface CustomOrderLineFields {
    lanternPrice: number | null
  }
}

/** Nobody reads or writes them through the Shop API: a buyer does not name a price. */
const closed = { nullable: true, public: false, readonly: true } as const
const ORDER_FIELDS: CustomFieldConfig[] = [
  { name: 'lanternHold', type: 'string', unique: true, ...closed },
  { name: 'lanternExpiresAt', type: 'datetime', ...closed },
  { name: 'lanternTotal', type: 'int', ...closed },
  { name: 'lanternOpened', type: 'boolean', ...closed },
]
const LINE_FIELDS: CustomFieldConfig[] = [{ name: 'lanternPrice', type: 'int', ...closed }]

/** A buyer who is paying when the time ends may still finish; so long the units are kept apart. */
export const PAYING_GRACE_MS = 900_000
const FIXED = 'What was held in the show cannot be changed here'

/** Orders that the plugin itself is working on, by the request. */
const ours = new WeakSet<RequestContext>()

/** Runs what changes lines of an order of Lantern's. */
export async function asLantern<Result>(ctx: RequestContext, work: () => Promise<Result>): Promise<Result> {
  ours.add(ctx)
  try {
    return await work()
  } finally {
    ours.delete(ctx)
  }
}

const isFixed = (ctx: RequestContext, order: Order) => order.customFields.lanternHold !== null && !ours.has(ctx)

const interceptor: OrderInterceptor = {
  willAddItemToOrder: (ctx, order) => (isFixed(ctx, order) ? FIXED : undefined),
  willAdjustOrderLine: (ctx, order) => (isFixed(ctx, order) ? FIXED : undefined),
  willRemoveItemFromOrder: (ctx, order) => (isFixed(ctx, order) ? FIXED : undefined),
}

/** The goods as they are compared with what was promised: with tax where the shop's prices have it inside. */
export function goodsOf(ctx: RequestContext, order: Order): number {
  return ctx.channel.pricesIncludeTax ? order.subTotalWithTax : order.subTotal
}

/** Nobody pays another amount than was promised, or after the time. */
const process: OrderProcess<string> = {
  onTransitionStart(_from, to, { ctx, order }) {
    const { lanternExpiresAt, lanternTotal } = order.customFields
    if (to !== 'ArrangingPayment' || lanternExpiresAt === null) return undefined
    if (lanternExpiresAt.getTime() <= Date.now()) return 'The time for this order is over. Go back to the show.'
    return goodsOf(ctx, order) === lanternTotal
      ? undefined
      : 'This order does not come to what was promised in the show'
  },
}

function livePrices(others: OrderItemPriceCalculationStrategy): OrderItemPriceCalculationStrategy {
  const strategy: OrderItemPriceCalculationStrategy = Object.create(others)
  strategy.calculateUnitPrice = (ctx, variant, fields, order, quantity) => {
    const price: unknown = fields['lanternPrice']
    if (typeof price !== 'number') return others.calculateUnitPrice(ctx, variant, fields, order, quantity)
    return { price, priceIncludesTax: ctx.channel.pricesIncludeTax }
  }
  return strategy
}

/** Open orders of Lantern's whose time is not over, and whoever is paying. */
const KEPT = `order.customFields.lanternHold IS NOT NULL AND (
  (order.state = 'AddingItems' AND order.customFields.lanternExpiresAt > :now) OR
  (order.state = 'ArrangingPayment' AND order.customFields.lanternExpiresAt > :paying))`
/** Buyers of the shop's own who were let through to the payment: Vendure takes their units off only once they have paid. */
const BEING_PAID = `order.customFields.lanternHold IS NULL AND order.state = 'ArrangingPayment' AND order.updatedAt > :paying`

/** Units of the variant in such orders, beside the one that asks. */
async function unitsIn(which: string, ctx: RequestContext, { connection, variantId }: Asked): Promise<number> {
  const now = Date.now()
  const found = await connection
    .getRepository(ctx, OrderLine)
    .createQueryBuilder('line')
    .innerJoin('line.order', 'order')
    .select('COALESCE(SUM(line.quantity), 0)', 'units')
    .where('line.productVariantId = :variantId', { variantId })
    .andWhere('order.id != :own', { own: ctx.session?.activeOrderId ?? 0 })
    .andWhere(which, { now: new Date(now), paying: new Date(now - PAYING_GRACE_MS) })
    .getRawOne()
  return Number(found.units)
}

interface Asked {
  readonly connection: TransactionalConnection
  readonly variantId: ID
}

const keptUnits = (ctx: RequestContext, asked: Asked) => unitsIn(KEPT, ctx, asked)

/** Those whose buyer has not come yet: the studio counts units of a buyer who is paying as taken off already. */
export const waitingUnits = (ctx: RequestContext, asked: Asked) =>
  unitsIn(`${KEPT} AND order.customFields.lanternOpened IS NULL`, ctx, asked)

/** Held units are not for sale to anybody else, though they are on the shelf. */
function keepUnits(others: StockLocationStrategy): StockLocationStrategy {
  let connection: TransactionalConnection
  const strategy: StockLocationStrategy = Object.create(others)
  strategy.init = async (injector: Injector) => {
    connection = injector.get(TransactionalConnection)
    // Not on `others` itself: what it keeps of the injector is read through `this`.
    await others.init?.call(strategy, injector)
  }
  strategy.getAvailableStock = async (ctx, variantId, levels) => {
    const { stockOnHand, stockAllocated } = await others.getAvailableStock.call(strategy, ctx, variantId, levels)
    const kept = await keptUnits(ctx, { connection, variantId })
    const paid = ours.has(ctx) ? await unitsIn(BEING_PAID, ctx, { connection, variantId }) : 0
    return { stockOnHand, stockAllocated: stockAllocated + kept + paid }
  }
  return strategy
}

/** A signature goes over bytes: they are kept beside what is read of them. */
const keepBytes = json({
  verify(req: Heard, _res, bytes) {
    req.rawBody = Buffer.from(bytes)
  },
})

export interface Heard extends IncomingMessage {
  rawBody?: Buffer
}

export function setUp(config: RuntimeVendureConfig): RuntimeVendureConfig {
  config.customFields.Order.push(...ORDER_FIELDS)
  config.customFields.OrderLine.push(...LINE_FIELDS)
  const { orderOptions, catalogOptions, apiOptions } = config
  orderOptions.orderItemPriceCalculationStrategy = livePrices(orderOptions.orderItemPriceCalculationStrategy)
  orderOptions.orderInterceptors.push(interceptor)
  orderOptions.process.push(process)
  catalogOptions.stockLocationStrategy = keepUnits(catalogOptions.stockLocationStrategy)
  apiOptions.middleware.push({ route: '/lantern/events', handler: keepBytes, beforeListen: true })
  return config
}
