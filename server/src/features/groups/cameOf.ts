// What came of groups: of their links, and of the holds of their people, by the group and the show.
import type { CameOfLinks, GroupId } from '@lantern/shared/contract/groups.ts'
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../../database/schema.ts'
import { within } from './tables.ts'

export const NOTHING: CameOfLinks = { links: 0, opens: 0, people: 0, holds: 0, orders: 0, paid: [] }

export interface Came {
  readonly groupId: GroupId
  readonly showId: ShowId
  readonly came: CameOfLinks
}

/** Null: of every group. */
const linksOf = (db: Kysely<Schema>, groupId: GroupId | null) => {
  const query = within(db).selectFrom('links').innerJoin('chat_groups', 'chat_groups.id', 'links.group_id')
  return groupId === null ? query : query.where('chat_groups.id', '=', groupId)
}

/** Of people who were of the group when they held; null: of every group. */
export const holdsOfGroup = (db: Kysely<Schema>, groupId: GroupId | null) => {
  const query = within(db).selectFrom('chat_groups').innerJoin('holds', 'holds.group_id', 'chat_groups.id')
  return groupId === null ? query : query.where('chat_groups.id', '=', groupId)
}

export const BOUGHT = ['authorised', 'paid', 'late_paid'] as const

/** Handed out at the shop's counter, before the group had a page for its leader. */
export const AT_COUNTER = sql<boolean>`exists (
  select 1 from redemptions where redemptions.ref = holds.id and redemptions.kind = 'order')`

/** Those that were bought and are fetched somewhere: at the group's pick-up point, or from its leader, who has a page. */
export const holdsToFetch = (db: Kysely<Schema>) =>
  holdsOfGroup(db, null)
    .leftJoin('leader_pages', 'leader_pages.group_id', 'chat_groups.id')
    .where((eb) => eb.or([eb('chat_groups.point_id', 'is not', null), eb('leader_pages.group_id', 'is not', null)]))
    .where('holds.state', 'in', BOUGHT)
    .where(({ not }) => not(AT_COUNTER))

const KEYS = ['chat_groups.id as groupId', 'links.show_id as showId'] as const
const BY = ['chat_groups.id', 'links.show_id'] as const
const HELD_KEYS = ['chat_groups.id as groupId', 'holds.show_id as showId'] as const
const HELD_BY = ['chat_groups.id', 'holds.show_id'] as const
const keyOf = ({ groupId, showId }: Pick<Came, 'groupId' | 'showId'>) => `${groupId} ${showId}`

const countOpens = (db: Kysely<Schema>, groupId: GroupId | null) =>
  linksOf(db, groupId)
    .groupBy(BY)
    .select(KEYS)
    .select((eb) => [
      eb.fn.countAll<number>().as('links'),
      eb.fn.sum<number>('links.opens').as('opens'),
      eb.fn.sum<number>('links.people').as('people'),
    ])
    .execute()

const countHolds = (db: Kysely<Schema>, groupId: GroupId | null) =>
  holdsOfGroup(db, groupId)
    .groupBy(HELD_BY)
    .select(HELD_KEYS)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .execute()

const countOrders = (db: Kysely<Schema>, groupId: GroupId | null) =>
  holdsOfGroup(db, groupId)
    .innerJoin('orders', 'orders.hold_id', 'holds.id')
    .where('orders.state', '=', 'paid')
    .where(({ eb, ref }) => eb('orders.back_minor', '<', ref('orders.amount_minor')))
    .groupBy([...HELD_BY, 'orders.currency'])
    .select(HELD_KEYS)
    .select('orders.currency')
    .select((eb) => [
      eb.fn.countAll<number>().as('n'),
      sql<number>`sum(orders.amount_minor - orders.back_minor)`.as('minor'),
    ])
    .execute()

/** Every group and show that has a link; `groupId` null: of all groups. */
export async function readCame(db: Kysely<Schema>, groupId: GroupId | null): Promise<Came[]> {
  const opened = await countOpens(db, groupId)
  const held = new Map((await countHolds(db, groupId)).map((row) => [keyOf(row), Number(row.n)]))
  const sold = Map.groupBy(await countOrders(db, groupId), keyOf)
  return opened.map(({ links, opens, people, ...row }) => {
    const orders = sold.get(keyOf(row)) ?? []
    const paid = orders.map(({ currency, minor }) => ({ currency, minor: Number(minor) }))
    const counts = { links: Number(links), opens: Number(opens), people: Number(people) }
    const n = orders.reduce((sum, order) => sum + Number(order.n), 0)
    return { ...row, came: { ...counts, holds: held.get(keyOf(row)) ?? 0, orders: n, paid } }
  })
}

export function addUp(all: readonly CameOfLinks[]): CameOfLinks {
  const sum = (of: (one: CameOfLinks) => number) => all.reduce((total, one) => total + of(one), 0)
  const byCurrency = Map.groupBy(
    all.flatMap(({ paid }) => paid),
    ({ currency }) => currency,
  )
  return {
    links: sum(({ links }) => links),
    opens: sum(({ opens }) => opens),
    people: sum(({ people }) => people),
    holds: sum(({ holds }) => holds),
    orders: sum(({ orders }) => orders),
    paid: [...byCurrency].map(([currency, parts]) => ({
      currency,
      minor: parts.reduce((total, { minor }) => total + minor, 0),
    })),
  }
}
