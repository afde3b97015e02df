// Jobs that read groups: all of them with what came of each, the shows of one, and whether one is there.
import {
  type GroupBoard,
  type GroupId,
  GroupPrices,
  type GroupShows,
  SaveGroup,
} from '@lantern/shared/contract/groups.ts'
import { LocalText } from '@lantern/shared/contract/things.ts'
import type { Kysely } from 'kysely'
import type { Job } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { EVERY_SHOW } from '../../sharing/readGrouped.ts'
import { addUp, holdsToFetch, NOTHING, readCame } from './cameOf.ts'
import { type GroupRow, within } from './tables.ts'

const Tags = SaveGroup.shape.tags

export const readBoard: Job<null, Omit<GroupBoard, 'carriesPrice'>> = {
  name: 'groups.readBoard',
  kind: 'read',
  async work(db) {
    const rows = await within(db).selectFrom('chat_groups').selectAll().execute()
    const points = await readPoints(db)
    const came = Map.groupBy(await readCame(db, null), ({ groupId }) => groupId)
    const standing = await readStanding(db)
    const prices = await readPrices(db)
    const groups = rows.map((row) => ({
      ...toGroup(row),
      came: addUp(came.get(row.id)?.map((one) => one.came) ?? []),
      ...standing(row.id),
      prices: prices.get(row.id) ?? [],
    }))
    return { groups: groups.sort(asListed), points }
  },
}

const readPoints = (db: Kysely<Schema>) => {
  const points = within(db).selectFrom('pickup_points').select(['id', 'name', 'address', 'hours', 'note'])
  return points.orderBy('name').orderBy('id').execute()
}

async function readPrices(db: Kysely<Schema>): Promise<Map<GroupId, GroupPrices[]>> {
  const rows = await within(db).selectFrom('group_prices').selectAll().orderBy('show_id').execute()
  const lists = rows.map(({ group_id, show_id, off }) => {
    const showId = show_id === EVERY_SHOW ? null : show_id
    return { groupId: group_id, prices: GroupPrices.parse({ showId, off: JSON.parse(off) }) }
  })
  const byGroup = Map.groupBy(lists, ({ groupId }) => groupId)
  return new Map([...byGroup].map(([groupId, all]) => [groupId, all.map(({ prices }) => prices)]))
}

/** What is still to be handed over, and whether its leader has a page. */
async function readStanding(db: Kysely<Schema>) {
  const counted = await holdsToFetch(db)
    .leftJoin('hand_overs', (join) => join.onRef('hand_overs.hold_id', '=', 'holds.id').on('is_first', '=', 1))
    .where('hand_overs.id', 'is', null)
    .groupBy('chat_groups.id')
    .select((eb) => ['chat_groups.id', eb.fn.countAll<number>().as('n')])
    .execute()
  const toHand = new Map(counted.map(({ id, n }) => [id, Number(n)]))
  const pages = await within(db).selectFrom('leader_pages').select(['group_id', 'bound_at']).execute()
  const bound = new Map(pages.map(({ group_id, bound_at }) => [group_id, bound_at === null ? 'new' : 'bound'] as const))
  return (id: GroupId) => ({ toHand: toHand.get(id) ?? 0, leaderPage: bound.get(id) ?? 'none' }) as const
}

const toGroup = ({ tags, point_id, made_at, deleted_at, ...row }: GroupRow) => ({
  ...row,
  tags: Tags.parse(JSON.parse(tags)),
  pointId: point_id,
  madeAt: made_at,
  deletedAt: deleted_at,
})

type Listed = Pick<GroupBoard['groups'][number], 'deletedAt' | 'name' | 'id'>

const asListed = (a: Listed, b: Listed) =>
  Number(a.deletedAt !== null) - Number(b.deletedAt !== null) || a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1)

export const readShows: Job<{ readonly id: GroupId }, GroupShows> = {
  name: 'groups.readShows',
  kind: 'read',
  async work(db, { id }) {
    const came = new Map((await readCame(db, id)).map((one) => [one.showId, one.came]))
    if (came.size === 0) return { shows: [] }
    const query = db
      .selectFrom('shows')
      .select(['id', 'title', 'starts_at'])
      .where('id', 'in', [...came.keys()])
    const rows = await query.orderBy('starts_at', 'desc').execute()
    return {
      shows: rows.map((row) => ({
        showId: row.id,
        title: LocalText.parse(JSON.parse(row.title)),
        startsAt: row.starts_at,
        came: came.get(row.id) ?? NOTHING,
      })),
    }
  },
}

/** Not one that was deleted. */
export const isGroupThere: Job<{ readonly id: GroupId }, boolean> = {
  name: 'groups.isGroupThere',
  kind: 'read',
  async work(db, { id }) {
    const query = within(db).selectFrom('chat_groups').select('deleted_at').where('id', '=', id)
    const row = await query.executeTakeFirst()
    return row !== undefined && row.deleted_at === null
  },
}
