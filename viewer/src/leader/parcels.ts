// What lies ready for whom: the orders of a person that are in one state, with hand-overs that still wait on this phone.
import type { HandOver, LeaderOrder, LeaderShow } from '@lantern/shared/contract/leaderPage.ts'
import type { OfferId } from '@lantern/shared/contract/ids.ts'

/** A hand-over on its way: `refused`: the server will not take it, and why. */
export interface Waiting extends HandOver {
  readonly refused: string | null
}

/** The server does not know of it yet, and has not refused it. */
export const unsentOf = (waiting: readonly Waiting[]) => waiting.filter(({ refused }) => refused === null)

export interface Parcel {
  readonly key: string
  readonly state: 'unpaid' | 'ready' | 'waiting' | 'handed'
  readonly orders: readonly LeaderOrder[]
  readonly name: string
  readonly digits: string
  readonly token: string
  readonly totalMinor: number
  readonly lines: readonly Goods[]
  readonly pieces: number
  /** When it was handed over; null: it was not. */
  readonly at: number | null
  /** Every time that somebody says it was, where it was more than once. */
  readonly twice: readonly number[]
}

export interface Goods {
  readonly offerId: OfferId
  readonly quantity: number
}

const ORDER = ['unpaid', 'ready', 'waiting', 'handed'] as const

export function parcelsOf({ orders, id }: LeaderShow, waiting: readonly Waiting[]): Parcel[] {
  const outgoing = unsentOf(waiting).filter(({ showId }) => showId === id)
  const ownOf = (order: LeaderOrder) => outgoing.find(({ holdIds }) => holdIds.includes(order.holdId))
  const byParcel = Map.groupBy(orders, (order) => {
    const done = order.handed ?? ownOf(order)
    return `${order.person} ${done?.id ?? (order.isPaid ? 'ready' : 'unpaid')}`
  })
  return [...byParcel].flatMap(([key, all]) => toParcel(key, all, ownOf)).sort(inOrder)
}

type OwnOf = (order: LeaderOrder) => Waiting | undefined

function toParcel(key: string, orders: readonly LeaderOrder[], ownOf: OwnOf): Parcel[] {
  const [first] = orders
  if (first === undefined) return []
  const { name, digits, token } = first
  const lines = addUp(orders)
  const at = first.handed?.at ?? ownOf(first)?.at ?? null
  const again = againOf(orders, ownOf)
  return [
    {
      ...{ key, orders, name, digits, token, lines, at },
      state: stateOf(first, ownOf(first)),
      totalMinor: orders.reduce((sum, { totalMinor }) => sum + totalMinor, 0),
      pieces: lines.reduce((sum, { quantity }) => sum + quantity, 0),
      twice: again.length === 0 || at === null ? [] : [at, ...again],
    },
  ]
}

function stateOf({ handed, isPaid }: LeaderOrder, own: Waiting | undefined): Parcel['state'] {
  if (handed !== null) return 'handed'
  if (own !== undefined) return 'waiting'
  return isPaid ? 'ready' : 'unpaid'
}

/** When others handed it over as well, and this phone that has not sent it yet. */
function againOf(orders: readonly LeaderOrder[], ownOf: OwnOf): number[] {
  const times = orders.flatMap((order) => {
    const own = ownOf(order)
    const isSecond = own !== undefined && order.handed !== null && order.handed.id !== own.id
    return [...order.conflicts.map(({ at }) => at), ...(isSecond ? [own.at] : [])]
  })
  return [...new Set(times)]
}

function inOrder(a: Parcel, b: Parcel): number {
  return ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || (b.at ?? 0) - (a.at ?? 0)
}

/** Pieces of each thing, over these orders. */
export function addUp(orders: readonly LeaderOrder[]): Goods[] {
  const sums = new Map<OfferId, number>()
  for (const { offerId, quantity } of orders.flatMap(({ lines }) => lines))
    sums.set(offerId, (sums.get(offerId) ?? 0) + quantity)
  return [...sums].map(([offerId, quantity]) => ({ offerId, quantity }))
}

/** As a buyer's QR code has it (PickupCode in shared/contract/leaderPage.ts). */
export const isToken = (code: string) => /^P[A-Za-z0-9_-]{16}$/.test(code)

/** Those whose buyer shows this; what is to hand over comes first. */
export function findByCode(parcels: readonly Parcel[], code: string): readonly Parcel[] {
  const theirs = parcels.filter(({ digits, token, state }) => (digits === code || token === code) && state !== 'unpaid')
  const ready = theirs.filter(({ state }) => state === 'ready')
  return ready.length > 0 ? ready : theirs
}
