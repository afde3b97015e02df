// Job that reads what a leader's page shows: the shows of two weeks, and what is still to hand over, with the orders of the group.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import {
  LeaderGoods,
  type LeaderOrder,
  type LeaderShow,
  type LeaderState,
} from '@lantern/shared/contract/leaderPage.ts'
import { grant, type Outcome } from '@lantern/shared/contract/refusals.ts'
import { LocalText } from '@lantern/shared/contract/things.ts'
import type { Kysely } from 'kysely'
import type { Job } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { toLines } from '../../database/toThings.ts'
import { AT_COUNTER, BOUGHT, holdsOfGroup } from './cameOf.ts'
import { type Entered, type EnterRefusal, enterPage, type FromPhone } from './enterPage.ts'
import { codesOf } from './pickupCode.ts'
import { type HandOverRow, within } from './tables.ts'

const DAY_MS = 24 * 3_600_000
const TWO_WEEKS_MS = 14 * DAY_MS
const MOST_SHOWS = 30
const SHOWN = ['held', 'paying', 'authorised', 'paid', 'late_paid'] as const

interface Reading extends FromPhone {
  readonly key: string
}

export const readLeader: Job<Reading, Outcome<LeaderState, EnterRefusal>> = {
  name: 'groups.readLeader',
  kind: 'read',
  async work(db, { key, ...from }, context) {
    const entered = await enterPage(db, from)
    if (!entered.ok) return entered
    const group = entered.value
    const now = await context.now()
    const shows = await readShows(db, group, now)
    const orders = await readOrders(db, { group, shows, key, deviceHash: from.deviceHash })
    const { id, name, theme, messenger, deleted_at } = group
    return grant({
      now,
      group: { id, name, theme, messenger, isDeleted: deleted_at !== null },
      ...(await readPoint(db, group, from)),
      shows: shows.map((show) => ({ ...show, orders: orders.get(show.id) ?? [] })),
      goods: await readGoods(db, shows),
    })
  },
}

async function readPoint(db: Kysely<Schema>, { point_id }: Entered, { deviceHash }: FromPhone) {
  if (point_id === null) return { point: null, counter: 'none' } as const
  const points = within(db).selectFrom('pickup_points').selectAll().where('id', '=', point_id)
  const row = await points.executeTakeFirst()
  if (row === undefined) return { point: null, counter: 'none' } as const
  const { device_hash, ...point } = row
  const counter = device_hash === null ? 'none' : device_hash === deviceHash ? 'this' : 'other'
  return { point, counter } as const
}

const toHand = (db: Kysely<Schema>, id: Entered['id']) =>
  holdsOfGroup(db, id)
    .leftJoin('hand_overs', (join) => join.onRef('hand_overs.hold_id', '=', 'holds.id').on('is_first', '=', 1))
    .where('holds.state', 'in', BOUGHT)
    .where('hand_overs.id', 'is', null)
    .where(({ not }) => not(AT_COUNTER))

type Shown = Omit<LeaderShow, 'orders'>

async function readShows(db: Kysely<Schema>, { id }: Entered, now: number): Promise<Shown[]> {
  const codes = within(db).selectFrom('links').select('show_id').where('group_id', '=', id)
  const rows = await within(db)
    .selectFrom('shows')
    .leftJoin('pickup_arrivals', (join) =>
      join.onRef('pickup_arrivals.show_id', '=', 'shows.id').on('pickup_arrivals.group_id', '=', id),
    )
    .select(['shows.id', 'title', 'starts_at', 'currency', 'pickup_arrivals.at as arrivedAt', 'told'])
    .where('shows.id', 'in', codes)
    .where((eb) =>
      eb.or([
        eb.between('starts_at', now - TWO_WEEKS_MS, now + DAY_MS),
        eb('shows.id', 'in', toHand(db, id).select('holds.show_id')),
      ]),
    )
    .orderBy('starts_at', 'desc')
    .limit(MOST_SHOWS)
    .execute()
  return rows.map(({ title, starts_at: startsAt, told, ...row }) => ({
    ...row,
    title: LocalText.parse(JSON.parse(title)),
    startsAt,
    told: told ?? 0,
  }))
}

interface OrdersOf {
  readonly group: Entered
  readonly shows: readonly Shown[]
  readonly key: string
  readonly deviceHash: string | null
}

/** By show, in the order of their granting. What went back after it was handed over stays to be seen. */
async function readOrders(db: Kysely<Schema>, { group, shows, key, deviceHash }: OrdersOf) {
  const showIds = shows.map(({ id }) => id)
  if (showIds.length === 0) return new Map<ShowId, LeaderOrder[]>()
  const holds = await holdsOfGroup(db, group.id)
    .select(['holds.id', 'holds.show_id', 'viewer_id', 'viewer_name', 'state', 'total_minor', 'lines', 'granted_at'])
    .where('holds.show_id', 'in', showIds)
    .where(({ not }) => not(AT_COUNTER))
    .orderBy('granted_at')
    .orderBy('holds.id')
    .execute()
  const handed = await readHanded(db, group)
  const shown = holds.filter(({ id, state }) => handed.has(id) || SHOWN.some((one) => one === state))
  const orders = shown.map((hold) => {
    const rows = (handed.get(hold.id) ?? []).map(toHanded(deviceHash))
    const [first = null, ...conflicts] = rows
    const codes = codesOf(key, { showId: hold.show_id, viewerId: hold.viewer_id })
    const order: LeaderOrder = {
      holdId: hold.id,
      ...codes,
      name: hold.viewer_name,
      isPaid: hold.state !== 'held' && hold.state !== 'paying',
      totalMinor: hold.total_minor,
      lines: toLines(hold.lines).map(({ offerId, quantity }) => ({ offerId, quantity })),
      handed: first,
      conflicts,
    }
    return { showId: hold.show_id, order }
  })
  const byShow = Map.groupBy(orders, ({ showId }) => showId)
  return new Map([...byShow].map(([showId, all]) => [showId, all.map(({ order }) => order)]))
}

const toHanded =
  (deviceHash: string | null) =>
  ({ id, at, device_hash }: HandOverRow) => ({ id, at, here: device_hash === deviceHash })

/** By hold, the one that counts first. */
async function readHanded(db: Kysely<Schema>, { id }: Entered) {
  const query = within(db).selectFrom('hand_overs').selectAll().where('group_id', '=', id)
  const rows = await query.orderBy('is_first', 'desc').orderBy('taken_at').orderBy('id').execute()
  return Map.groupBy(rows, ({ hold_id }) => hold_id)
}

async function readGoods(db: Kysely<Schema>, shows: readonly Shown[]): Promise<LeaderState['goods']> {
  if (shows.length === 0) return {}
  const rows = await db
    .selectFrom('offers')
    .innerJoin('products', 'products.id', 'offers.product_id')
    .innerJoin('variants', 'variants.id', 'offers.variant_id')
    .select(['offers.id', 'products.title', 'picture', 'variants.title as variant'])
    .where(
      'offers.show_id',
      'in',
      shows.map(({ id }) => id),
    )
    .execute()
  return Object.fromEntries(
    rows.map(({ id, title, variant, picture }) => [
      id,
      LeaderGoods.parse({
        title: JSON.parse(title),
        variant: variant === null ? null : JSON.parse(variant),
        picture,
      }),
    ]),
  )
}
