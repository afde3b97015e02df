// Job that reads who brought most orders in a show or in a time: such as still bring something, however much.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { SharersBoard, StaffBoard } from '@lantern/shared/contract/sharerPage.ts'
import type { SharerId } from '@lantern/shared/contract/sharing.ts'
import { CONSENT_TO_BOARD } from '@lantern/shared/features/commission/limits.ts'
import { type Kysely, sql } from 'kysely'
import type { Job } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { within } from './tables.ts'

export type BoardOf =
  | { readonly showId: ShowId }
  /** By when an order was paid first. */
  | { readonly from: number; readonly to: number }

export interface Placed {
  readonly place: number
  readonly id: SharerId
  readonly name: string
  /** Whether other sharers may read it. */
  readonly isOpen: boolean
  readonly orders: number
  readonly earned: readonly { readonly currency: string; readonly minor: number }[]
}

/** Of the first level: whoever brought the buyer. The most first. */
export const readBoard: Job<BoardOf, Placed[]> = {
  name: 'commission.readBoard',
  kind: 'read',
  async work(db, of) {
    const sums = Map.groupBy(await readSums(db, of), ({ sharer_id }) => sharer_id)
    const sharers = await db.selectFrom('sharers').select(['id', 'name', 'consent']).execute()
    const known = new Map(sharers.map((row) => [row.id, row]))
    const counted = [...sums].map(([id, rows]) => ({
      id,
      name: known.get(id)?.name ?? '',
      isOpen: (known.get(id)?.consent ?? '') >= CONSENT_TO_BOARD && known.get(id)?.name !== '',
      orders: rows.reduce((sum, { orders }) => sum + Number(orders), 0),
      earned: rows.map(({ currency, minor }) => ({ currency, minor: Number(minor) })),
    }))
    counted.sort((a, b) => b.orders - a.orders || (a.id < b.id ? -1 : 1))
    return counted.map((one) => ({ ...one, place: 1 + counted.filter(({ orders }) => orders > one.orders).length }))
  },
}

/** By sharer and currency, of orders of which something is left. */
function readSums(db: Kysely<Schema>, of: BoardOf) {
  const rows = within(db).selectFrom('commission_rows').where('level', '=', 1)
  const begun = within(db).selectFrom('commission_rows').select('hold_id').where('why', '=', 'earned')
  const chosen =
    'showId' in of
      ? rows.where('show_id', '=', of.showId)
      : rows.where('hold_id', 'in', begun.where('at', '>=', of.from).where('at', '<', of.to))
  const orders = chosen
    .groupBy(['sharer_id', 'currency', 'hold_id'])
    .select(['sharer_id', 'currency', sql<number>`sum(amount_minor)`.as('minor')])
    .having(sql<boolean>`sum(amount_minor) > 0`)
    .as('orders')
  return within(db)
    .selectFrom(orders)
    .groupBy(['orders.sharer_id', 'orders.currency'])
    .select(['orders.sharer_id', 'orders.currency', (eb) => eb.fn.countAll<number>().as('orders')])
    .select((eb) => eb.fn.sum<number>('orders.minor').as('minor'))
    .orderBy('orders.currency')
    .execute()
}

/** Of a long list. */
const MOST_FOR_STAFF = 200
const MOST_FOR_SHARERS = 20

export function toStaffBoard(placed: readonly Placed[]): StaffBoard {
  const rows = placed.slice(0, MOST_FOR_STAFF)
  return { rows: rows.map(({ isOpen: _, earned, ...one }) => ({ ...one, earned: [...earned] })) }
}

/** The first of them, and whoever asks, wherever they stand. */
export function toSharersBoard(placed: readonly Placed[], me: SharerId): SharersBoard {
  const shown = placed.filter(({ id }, nth) => nth < MOST_FOR_SHARERS || id === me)
  const rows = shown.map(({ place, id, name, isOpen, orders }) => {
    const isMe = id === me
    return { place, name: isOpen || isMe ? name : null, orders, isMe }
  })
  return { rows }
}
