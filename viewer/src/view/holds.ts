// Which of a viewer's own holds matter on the screen, and where each is shown.
import { MOST_TOGETHER } from '@lantern/shared/contract/placing.ts'
import type { RoomState } from '@lantern/shared/contract/snapshot.ts'
import type { Hold, LocalText, Offer, Product, Variant } from '@lantern/shared/contract/things.ts'

const TOLD_AGAIN_MS = 10 * 60_000

/** A hold whose units are still this viewer's and not yet paid. */
export function isLive(hold: Hold): boolean {
  return hold.state === 'held' || hold.state === 'paying'
}

/** An order at the shop, whether its money is taken already or not. */
export function isBought(hold: Hold): boolean {
  return hold.state === 'authorised' || hold.state === 'paid'
}

/** The newest word on each hold, from the room and from replies that came before it. */
export function mergeHolds(known: readonly Hold[], told: readonly Hold[]): Hold[] {
  const byId = new Map(known.map((hold) => [hold.id, hold]))
  for (const hold of told) {
    const old = byId.get(hold.id)
    if (old === undefined || old.version < hold.version) byId.set(hold.id, hold)
  }
  return [...byId.values()]
}

export interface HeldThing {
  readonly product: Product
  readonly variant: Variant
  readonly offer: Offer
}

/** What a hold is on, by its first line. */
export function heldThing(room: RoomState, hold: Hold): HeldThing | null {
  const line = hold.lines[0]
  return line === undefined ? null : thingOf(room, line.offerId)
}

/** Every line in words: `2 × Linen shirt · M` and `Mug`. */
export function nameLines(room: RoomState, { lines }: Hold, text: (text: LocalText | null) => string): string[] {
  return lines.map(({ offerId, quantity }) => {
    const thing = thingOf(room, offerId)
    const size = (thing?.product.variants.length ?? 0) > 1 ? text(thing?.variant.title ?? null) : ''
    const name = [text(thing?.product.title ?? null), size].filter(Boolean).join(' · ')
    return quantity > 1 ? `${quantity} × ${name}` : name
  })
}

/** What a hold is of, where the product is plain already: `S` and `2 × M`; none for one unit of what comes in one size. */
export function nameSizes(room: RoomState, { lines }: Hold, text: (text: LocalText | null) => string): string[] {
  const names = lines.map(({ offerId, quantity }) => {
    const thing = thingOf(room, offerId)
    const size = (thing?.product.variants.length ?? 0) > 1 ? text(thing?.variant.title ?? null) : ''
    return [quantity > 1 ? `${quantity} ×` : '', size].filter(Boolean).join(' ')
  })
  return names.filter(Boolean)
}

/** Whether nobody else can take what is held, or what was paid already. */
export function isReserved(hold: Hold): boolean {
  return hold.reserved || hold.state !== 'held'
}

export function thingOf(room: RoomState, offerId: string): HeldThing | null {
  const offer = room.offers.find((one) => one.id === offerId)
  const product = room.products.find((one) => one.id === offer?.productId)
  const variant = product?.variants.find((one) => one.id === offer?.variantId)
  return offer === undefined || product === undefined || variant === undefined ? null : { product, variant, offer }
}

/** The hold a product's card speaks about: a live one first, else the latest that is worth telling. */
export function holdOf(
  room: RoomState,
  holds: readonly Hold[],
  { productId, now }: { productId: string; now: number },
) {
  const told = holds
    .filter((hold) => heldThing(room, hold)?.product.id === productId && isWorthTelling(hold, now))
    .sort((a, b) => Number(isLive(b)) - Number(isLive(a)) || b.grantedAt - a.grantedAt)
  return told[0] ?? null
}

function isWorthTelling(hold: Hold, now: number): boolean {
  if (hold.state === 'released') return false
  return hold.state !== 'expired' || now < hold.expiresAt + TOLD_AGAIN_MS
}

/** Units of one product that count against the limit: held, being paid, ordered, paid; in a sale only those drawn from it. */
export function unitsTaken(offerIds: ReadonlySet<string>, holds: readonly Hold[], saleId: string | null): number {
  return holds
    .filter((hold) => isLive(hold) || isBought(hold))
    .flatMap((hold) => hold.lines)
    .filter((line) => offerIds.has(line.offerId) && (saleId === null || line.saleId === saleId))
    .reduce((total, line) => total + line.quantity, 0)
}

/** The product in front: the first pin, else the one on sale, else the latest held. */
export function frontProductId(room: RoomState, holds: readonly Hold[]): string | null {
  const pinned = room.pins.productIds[0]
  if (pinned !== undefined) return pinned
  if (room.sale !== null && room.sale.endedAt === null) return room.sale.productId
  const latest = [...holds].filter(isLive).sort((a, b) => b.grantedAt - a.grantedAt)[0]
  return latest === undefined ? null : (heldThing(room, latest)?.product.id ?? null)
}

/** Pins beside the front one, and the product on sale where it is not pinned. */
export function besideIds(room: RoomState, front: string | null): string[] {
  const ids: string[] = [...room.pins.productIds]
  if (room.sale !== null && room.sale.endedAt === null) ids.push(room.sale.productId)
  return [...new Set(ids)].filter((id) => id !== front)
}

export interface Together {
  /** The one whose time runs out first leads. */
  readonly holds: readonly [Hold, ...Hold[]]
  readonly units: number
  readonly totalMinor: number
}

/** What can be paid in one order; null: there are no two of them. */
export function together(holds: readonly Hold[]): Together | null {
  const [first, ...others] = holds
    .filter(isLive)
    .sort((a, b) => a.expiresAt - b.expiresAt)
    .slice(0, MOST_TOGETHER)
  if (first === undefined || others.length === 0) return null
  const all = [first, ...others] as const
  return {
    holds: all,
    units: all.flatMap(({ lines }) => lines).reduce((sum, { quantity }) => sum + quantity, 0),
    totalMinor: all.reduce((sum, { totalMinor }) => sum + totalMinor, 0),
  }
}

/** Live holds that the front card does not show: they stay in sight as a strip. */
export function stripHolds(holds: readonly Hold[], shown: Hold | null): Hold[] {
  return holds.filter((hold) => isLive(hold) && hold.id !== shown?.id).sort((a, b) => a.expiresAt - b.expiresAt)
}
