// Jobs that read groups: all of them with what came of each, the shows of one, and whether one is there.
import { type GroupBoard, type GroupId, type GroupShows, SaveGroup } from '@lantern/shared/contract/groups.ts'
import { LocalText } from '@lantern/shared/contract/things.ts'
import type { Job } from '../../database/database.ts'
import { addUp, NOTHING, readCame } from './cameOf.ts'
import { type GroupRow, within } from './tables.ts'

const Tags = SaveGroup.shape.tags

export const readBoard: Job<null, GroupBoard> = {
  name: 'groups.readBoard',
  kind: 'read',
  async work(db) {
    const rows = await within(db).selectFrom('chat_groups').selectAll().execute()
    const points = await within(db).selectFrom('pickup_points').selectAll().orderBy('name').orderBy('id').execute()
    const came = Map.groupBy(await readCame(db, null), ({ groupId }) => groupId)
    const groups = rows.map((row) => ({ ...toGroup(row), came: addUp(came.get(row.id)?.map((one) => one.came) ?? []) }))
    return { groups: groups.sort(asListed), points }
  },
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
