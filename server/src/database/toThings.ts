// Rows turned into the things of the contract.
import type { ProductId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type {
  StaffHold,
  StaffOrder,
  GrantedLine,
  HeldGroup,
  LocalText,
  Offer,
  Pins,
  Product,
  Show,
  Variant,
  Wait,
} from '@lantern/shared/contract/things.ts'
import type { Goods } from '../domain/holdFact.ts'
import type { HeldLine, HoldRecord, OfferRecord, SaleRecord } from '../domain/hold.ts'
import type {
  FlashSaleRow,
  HoldRow,
  OfferRow,
  OrderRow,
  PinsRow,
  ProductRow,
  ShowRow,
  VariantRow,
  WaitRow,
} from './schema.ts'

/** A place in line as the room keeps it: whose it is, and the ticket by which the line is ordered. */
export interface WaitRecord extends Omit<Wait, 'ahead'> {
  readonly viewerId: ViewerId
  readonly ticket: number
}

export function toText(json: string): LocalText {
  return JSON.parse(json)
}

export function toShow(row: ShowRow): Show {
  return {
    id: row.id,
    title: toText(row.title),
    shopName: row.shop_name,
    currency: row.currency,
    phase: row.phase,
    startsAt: row.starts_at,
    liveAt: row.live_at,
    endedAt: row.ended_at,
    host: row.host,
    picture: row.picture,
    hostDevice: row.host_device,
    mediaNode: row.media_node,
    mediaEpoch: row.media_epoch,
    crowd: row.crowd,
    ...(row.shop_currency !== null && { shopCurrency: row.shop_currency }),
    version: row.version,
  }
}

export function toPins(row: PinsRow): Pins {
  const productIds: ProductId[] = JSON.parse(row.product_ids)
  return { productIds, version: row.version }
}

export function toProduct(row: ProductRow & { number: number }, variants: readonly VariantRow[]): Product {
  const own = variants.filter((variant) => variant.product_id === row.id)
  return {
    id: row.id,
    number: row.number,
    title: toText(row.title),
    picture: row.picture,
    variants: own.map(toVariant),
  }
}

function toVariant(row: VariantRow): Variant {
  return { id: row.id, sku: row.sku, title: row.title === null ? null : toText(row.title) }
}

export function toOfferRecord(row: OfferRow): OfferRecord {
  return {
    id: row.id,
    showId: row.show_id,
    productId: row.product_id,
    variantId: row.variant_id,
    priceMinor: row.price_minor,
    shopPriceMinor: row.shop_price_minor,
    currency: row.currency,
    allotted: row.allotted,
    free: row.free,
    taken: row.taken,
    paid: row.paid,
    perViewer: row.per_viewer,
    policy: row.policy,
    holdMs: row.hold_ms,
    waiting: row.waiting,
    lapsed: row.lapsed,
    ...(row.withdrawn === 1 && { withdrawn: true as const }),
    ...sharedOf(row),
    version: row.version,
  }
}

const SHARED = { more: 1, last: 2, gone: 3 } as const satisfies Record<NonNullable<Offer['shared']>, OfferRow['shared']>
const SAID = { 1: 'more', 2: 'last', 3: 'gone' } as const

export function sharedOf({ shared }: Pick<OfferRow, 'shared'>): Pick<Offer, 'shared'> {
  return shared === 0 ? {} : { shared: SAID[shared] }
}

export function toSharedFlag({ shared }: Pick<Offer, 'shared'>): OfferRow['shared'] {
  return shared === undefined ? 0 : SHARED[shared]
}

export function toGoods(row: Pick<OfferRow, 'product_id' | 'variant_id'> & { readonly sku: string }): Goods {
  return { productId: row.product_id, variantId: row.variant_id, sku: row.sku }
}

export function toSaleRecord(row: FlashSaleRow): SaleRecord {
  return {
    id: row.id,
    showId: row.show_id,
    productId: row.product_id,
    priceMinor: row.price_minor,
    currency: row.currency,
    allotted: row.allotted,
    free: row.free,
    taken: row.taken,
    paid: row.paid,
    perViewer: row.per_viewer,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    graceMs: row.grace_ms,
    endedAt: row.ended_at,
    endReason: row.end_reason,
    version: row.version,
  }
}

/** Drops what only the ledger needs to know. */
export function withoutShow<Pool extends { readonly showId: unknown }>(pool: Pool): Omit<Pool, 'showId'> {
  const { showId: _, ...rest } = pool
  return rest
}

export function checkoutPath(holdId: string): string {
  return `/c/${holdId}`
}

export function toHoldRecord(row: HoldRow): HoldRecord {
  return {
    id: row.id,
    showId: row.show_id,
    viewerId: row.viewer_id,
    viewerName: row.viewer_name,
    via: row.via,
    state: row.state,
    lines: toLines(row.lines),
    currency: row.currency,
    totalMinor: row.total_minor,
    grantedAt: row.granted_at,
    expiresAt: row.expires_at,
    extended: row.extended === 1,
    waited: row.waited === 1,
    source: row.source,
    crowd: row.crowd,
    asked: row.asked,
    checkoutPath: checkoutPath(row.id),
    orderId: row.order_id,
    credit: row.credit === null ? null : toCredit(row.credit),
    ...(row.group_terms !== null && { group: toGroup(row.group_terms) }),
    version: row.version,
  }
}

function toCredit(json: string): HoldRecord['credit'] {
  return JSON.parse(json)
}

function toGroup(json: string): HeldGroup {
  return JSON.parse(json)
}

export function toLines(json: string): HeldLine[] {
  return JSON.parse(json)
}

export function isReserved({ lines }: Pick<HoldRecord, 'lines'>): boolean {
  return lines.every((line) => line.takes)
}

/** A line without what only the ledger needs to know. */
export function toGrantedLine({ offerId, quantity, saleId, unitPriceMinor, adjustments }: HeldLine): GrantedLine {
  return { offerId, quantity, saleId, unitPriceMinor, adjustments }
}

export function toWaitRecord(row: WaitRow): WaitRecord {
  return {
    offerId: row.offer_id,
    saleId: row.sale_id,
    viewerId: row.viewer_id,
    quantity: row.quantity,
    state: row.state,
    joinedAt: row.joined_at,
    ticket: row.no,
    version: row.version,
  }
}

export function toStaffHold(record: HoldRecord): StaffHold {
  const { extended: _e, source: _s, asked: _a, ...hold } = record
  return { ...hold, reserved: isReserved(record), lines: record.lines.map(toGrantedLine) }
}

export function toStaffOrder(row: OrderRow & { viewer_name: string; via: string | null }): StaffOrder {
  return {
    orderId: row.order_id,
    holdId: row.hold_id,
    viewerName: row.viewer_name,
    amountMinor: row.amount_minor,
    currency: row.currency,
    at: row.at,
    via: row.via,
    state: row.state,
    matter: row.matter,
    backMinor: row.back_minor,
    refund: row.refund,
    ...(row.keep_minor > 0 && { askedMinor: row.amount_minor - row.keep_minor }),
    version: row.version,
  }
}
