// The Vendure plugin that sells what Lantern holds. Goes into the shop as src/plugins/lantern/, with lantern.ts and lanternRules.ts.
import { randomUUID } from 'node:crypto'
import { Controller, Get, Inject, Injectable, type OnApplicationBootstrap, Post, Query, Req, Res } from '@nestjs/common'
import {
  Allow,
  Ctx,
  EventBus,
  type ID,
  isGraphQlErrorResult,
  type JobQueue,
  JobQueueService,
  Order,
  OrderService,
  OrderStateTransitionEvent,
  Permission,
  PluginCommonModule,
  ProductVariant,
  ProductVariantService,
  RefundStateTransitionEvent,
  RequestContext,
  RequestContextService,
  SessionService,
  StockMovementEvent,
  TransactionalConnection,
  type Type,
  VendurePlugin,
  ConfigService,
} from '@vendure/core'
import type { Response } from 'express'
import {
  createKeyFinder,
  type HandedOver,
  type Held,
  type LanternOptions,
  readNotice,
  readToken,
  tell,
  toMinor,
  toShopAmount,
} from './lantern'
import { asLantern, goodsOf, type Heard, waitingUnits, setUp } from './lanternRules'

const OPTIONS = Symbol('lantern')
const GONE = 'This link is not valid any more. Go back to the show.'
const SOLD_OUT = 'Somebody else has just bought the last one. Go back to the show.'
/** Exponential, from a second: more than a day in all. */
const RETRIES = 17

type Prepared = Order | 'sold out' | 'over'

@Injectable()
class LanternOrders {
  constructor(
    private readonly connection: TransactionalConnection,
    private readonly orders: OrderService,
    private readonly config: ConfigService,
  ) {}

  get precision(): number {
    return this.config.entityOptions.moneyStrategy.precision ?? 2
  }

  find(ctx: RequestContext, holdId: string): Promise<Order | null> {
    const where = { customFields: { lanternHold: holdId } }
    return this.connection.getRepository(ctx, Order).findOne({ where, relations: { surcharges: true } })
  }

  /** The order of this hold, with exactly its units at their prices. Safe to repeat. */
  prepare(ctx: RequestContext, held: Held): Promise<Prepared> {
    return this.connection.withTransaction(ctx, (inside) => asLantern(inside, () => this.fill(inside, held)))
  }

  private async fill(ctx: RequestContext, held: Held): Promise<Prepared> {
    const amountOf = (minor: number) => {
      const amount = toShopAmount(minor, held.currency, this.precision)
      if (amount === null || held.currency !== ctx.channel.defaultCurrencyCode)
        throw new Error(`${minor} ${held.currency} (minor units) cannot be said in this shop`)
      return amount
    }
    // First of all: the notice of a hold and its buyer come at one moment, and make one order.
    await this.lock(ctx, held)
    const known = await this.find(ctx, held.holdId)
    if (known !== null && known.state !== 'AddingItems') return known.state === 'Cancelled' ? 'over' : known
    const order = known ?? (await this.orders.create(ctx))
    for (const { id } of order.surcharges ?? []) await this.orders.removeSurchargeFromOrder(ctx, order.id, id)
    await this.orders.removeAllItemsFromOrder(ctx, order.id)
    for (const { sku, quantity, unitPriceMinor } of held.items) {
      const productVariantId = await this.variantOf(ctx, sku)
      const customFields = { lanternPrice: amountOf(unitPriceMinor) }
      const added = await this.orders.addItemToOrder(ctx, order.id, productVariantId, quantity, customFields)
      if (!isGraphQlErrorResult(added)) continue
      await this.orders.removeAllItemsFromOrder(ctx, order.id)
      return 'sold out'
    }
    if (held.offMinor > 0)
      await this.orders.addSurchargeToOrder(ctx, order.id, {
        description: 'Live',
        sku: 'LANTERN',
        listPrice: -amountOf(held.offMinor),
      })
    const whole = held.items.reduce((sum, { quantity, unitPriceMinor }) => sum + quantity * unitPriceMinor, 0)
    return this.orders.updateCustomFields(ctx, order.id, {
      lanternHold: held.holdId,
      lanternExpiresAt: new Date(held.expiresAt),
      lanternTotal: amountOf(whole - held.offMinor),
    })
  }

  /** Two holds on the last unit come one after the other, the same way round. */
  private async lock(ctx: RequestContext, held: Held): Promise<void> {
    const { type } = this.connection.rawConnection.options
    if (type !== 'postgres' && type !== 'mysql' && type !== 'mariadb') return
    for (const sku of held.items.map((item) => item.sku).sort())
      await this.connection
        .getRepository(ctx, ProductVariant)
        .createQueryBuilder('variant')
        .setLock('pessimistic_write')
        .where('variant.sku = :sku', { sku })
        .select('variant.id')
        .getMany()
  }

  private async variantOf(ctx: RequestContext, sku: string): Promise<ID> {
    const found = await this.connection.getRepository(ctx, ProductVariant).findOneByOrFail({ sku })
    return found.id
  }

  async markOpened(ctx: RequestContext, orderId: ID): Promise<void> {
    await this.orders.updateCustomFields(ctx, orderId, { lanternOpened: true })
  }

  /** The hold is over before anybody pays. A buyer who is paying is left alone. */
  async end(ctx: RequestContext, holdId: string): Promise<void> {
    const order = await this.find(ctx, holdId)
    if (order?.state === 'AddingItems') await this.orders.cancelOrder(ctx, { orderId: order.id })
  }
}

@Controller()
class LanternController {
  private readonly findKey

  constructor(
    private readonly lantern: LanternOrders,
    private readonly sessions: SessionService,
    @Inject(OPTIONS) private readonly options: LanternOptions,
  ) {
    this.findKey = createKeyFinder(options)
  }

  /** The buyer comes: the order is theirs from here. */
  @Get('handoff')
  @Allow(Permission.Owner)
  async handoff(@Ctx() ctx: RequestContext, @Query('token') token: unknown, @Res() res: Response): Promise<void> {
    res.set({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
    const known = { options: this.options, findKey: this.findKey, now: Date.now() }
    const handed = await readToken(String(token), known)
    if (handed === null) return void res.status(401).send(GONE)
    const order = await this.lantern.prepare(ctx, handed)
    if (order === 'sold out') return void res.status(409).send(SOLD_OUT)
    if (order === 'over') return void res.status(410).send(GONE)
    await this.open(ctx, order, { handed, res })
  }

  private async open(
    ctx: RequestContext,
    order: Order,
    { handed, res }: { handed: HandedOver; res: Response },
  ): Promise<void> {
    if (!order.active) return res.redirect(303, handed.returnUrl)
    await this.lantern.markOpened(ctx, order.id)
    if (ctx.session !== undefined) await this.sessions.setActiveOrder(ctx, ctx.session, order)
    res.redirect(303, this.options.checkoutUrl)
  }

  /** The studio tells of a hold: its units are set apart before its buyer comes. */
  @Post('lantern/events')
  async heard(@Ctx() ctx: RequestContext, @Req() { rawBody, headers }: Heard, @Res() res: Response): Promise<void> {
    const secret = this.options.studioSecret
    if (secret === undefined || rawBody === undefined) return void res.status(404).end()
    const said = readNotice(rawBody, headers, { secret, now: Date.now() })
    if (said === null) return void res.status(401).end()
    if (said.type === 'held' && said.held.expiresAt > Date.now()) await this.lantern.prepare(ctx, said.held)
    if (said.type === 'ended') await this.lantern.end(ctx, said.holdId)
    res.status(204).end()
  }
}

interface Message {
  readonly [key: string]: string
  readonly id: string
  readonly body: string
}

@Injectable()
class LanternTeller implements OnApplicationBootstrap {
  private queue?: JobQueue<Message>

  constructor(
    private readonly bus: EventBus,
    private readonly jobs: JobQueueService,
    private readonly connection: TransactionalConnection,
    private readonly variants: ProductVariantService,
    private readonly contexts: RequestContextService,
    private readonly lantern: LanternOrders,
    @Inject(OPTIONS) private readonly options: LanternOptions,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const process = ({ data }: { data: Message }) => tell(this.options, data)
    this.queue = await this.jobs.createQueue<Message>({ name: 'lantern', process })
    this.bus.ofType(OrderStateTransitionEvent).subscribe((event) => void this.onOrder(event))
    this.bus.ofType(RefundStateTransitionEvent).subscribe((event) => void this.onRefund(event))
    this.bus.ofType(StockMovementEvent).subscribe((event) => void this.onStock(event))
  }

  /** The id is made once: told again it acts once. */
  private async post(type: string, data: object): Promise<void> {
    const body = JSON.stringify({ type, timestamp: new Date().toISOString(), data })
    await this.queue?.add({ id: `msg_${randomUUID()}`, body }, { retries: RETRIES })
  }

  private async onOrder({ ctx, toState, order }: OrderStateTransitionEvent): Promise<void> {
    const holdId = order.customFields.lanternHold
    if (holdId === null) return
    const [orderId, placed] = [order.code, order.orderPlacedAt !== undefined && order.orderPlacedAt !== null]
    if (toState === 'ArrangingPayment') await this.post('checkout.opened', { holdId })
    if (toState === 'Cancelled') await this.post('order.cancelled', placed ? { holdId, orderId } : { holdId })
    if (toState !== 'PaymentAuthorized' && toState !== 'PaymentSettled') return
    const { currencyCode: currency } = order
    const minorOf = (amount: number) => toMinor(amount, currency, this.lantern.precision)
    await this.post(toState === 'PaymentSettled' ? 'order.paid' : 'order.authorised', {
      holdId,
      orderId,
      currency,
      amountMinor: minorOf(goodsOf(ctx, order)),
      items: order.lines.map(({ productVariant, quantity, listPrice }) => ({
        sku: productVariant.sku,
        quantity,
        unitPriceMinor: minorOf(listPrice),
      })),
      at: new Date().toISOString(),
    })
  }

  /** All that has gone back so far: the studio takes the sum, so a message that comes late or twice changes nothing. */
  private async onRefund({ ctx, toState, order }: RefundStateTransitionEvent): Promise<void> {
    if (toState !== 'Settled') return
    const relations = { payments: { refunds: true }, surcharges: true, lines: true } as const
    const whole = await this.connection.getRepository(ctx, Order).findOne({ where: { id: order.id }, relations })
    const holdId = whole?.customFields.lanternHold
    if (!whole || !holdId) return
    const settled = whole.payments.flatMap(({ refunds }) => refunds).filter(({ state }) => state === 'Settled')
    const back = settled.reduce((sum, { total }) => sum + total, 0)
    const amountMinor = toMinor(back, whole.currencyCode, this.lantern.precision)
    const paidMinor = toMinor(whole.customFields.lanternTotal ?? 0, whole.currencyCode, this.lantern.precision)
    const isAll = amountMinor >= paidMinor
    await this.post('order.refunded', { holdId, orderId: whole.code, ...(!isAll && { amountMinor }) })
  }

  /** What the shop can sell, units that are held in the show among it until their buyer comes. */
  private async onStock({ ctx, stockMovements }: StockMovementEvent): Promise<void> {
    const ids = new Set(stockMovements.map(({ productVariant }) => productVariant.id))
    for (const id of ids) {
      const variant = await this.connection.getRepository(ctx, ProductVariant).findOneByOrFail({ id })
      const anyone = await this.contexts.create({ apiType: 'admin', channelOrToken: ctx.channel })
      const free = await this.variants.getSaleableStockLevel(anyone, variant)
      const waiting = await waitingUnits(anyone, { connection: this.connection, variantId: id })
      if (free < Number.MAX_SAFE_INTEGER)
        await this.post('stock.changed', { sku: variant.sku, available: free + waiting })
    }
  }
}

@VendurePlugin({
  imports: [PluginCommonModule],
  compatibility: '^3.0.0',
  controllers: [LanternController],
  providers: [LanternOrders, LanternTeller, { provide: OPTIONS, useFactory: () => LanternPlugin.options }],
  configuration: setUp,
})
export class LanternPlugin {
  static options: LanternOptions

  static init(options: LanternOptions): Type<LanternPlugin> {
    LanternPlugin.options = options
    return LanternPlugin
  }
}
