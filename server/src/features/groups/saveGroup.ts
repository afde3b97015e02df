// Jobs that make and change groups and pick-up points, and take groups away.
import { MOST_GROUPS, MOST_POINTS, type PointId, type GroupId } from '@lantern/shared/contract/groups.ts'
import type { SaveGroup, SavePoint } from '@lantern/shared/contract/groups.ts'
import type { StaffId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Kysely } from 'kysely'
import type { Job, JobContext } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { appendToShop } from '../../events/append.ts'
import { within } from './tables.ts'

interface ByStaff {
  readonly staffId: StaffId
}

export interface GroupSaved extends ByStaff {
  readonly id: GroupId
  readonly group: SaveGroup
}

export interface PointSaved extends ByStaff {
  readonly id: PointId
  readonly point: SavePoint
}

const countOf = async (db: Kysely<Schema>, table: 'chat_groups' | 'pickup_points') => {
  const query = within(db).selectFrom(table)
  const { n } = await query.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  return Number(n)
}

/** Until the transaction ends: groups are changed by hand, now and then. */
const alone = (db: Kysely<Schema>, { words }: JobContext) => words.lockNames(db, ['groups'])

type SaveRefusal = 'GROUP_NOT_FOUND' | 'POINT_NOT_FOUND' | 'TOO_MANY_GROUPS'

export const saveGroup: Job<GroupSaved, Outcome<null, SaveRefusal>> = {
  name: 'groups.saveGroup',
  kind: 'write',
  async work(db, { id, group, staffId }, context) {
    await alone(db, context)
    const { pointId, tags, ...told } = group
    const point = pointId === null ? null : await findPoint(db, pointId)
    if (point === undefined) return refuse('POINT_NOT_FOUND')
    const groups = within(db).selectFrom('chat_groups')
    const known = await groups.select(['made_at', 'deleted_at']).where('id', '=', id).executeTakeFirst()
    if (known !== undefined && known.deleted_at !== null) return refuse('GROUP_NOT_FOUND')
    if (known === undefined && (await countOf(db, 'chat_groups')) >= MOST_GROUPS) return refuse('TOO_MANY_GROUPS')
    const fact = { actor: `staff:${staffId}`, type: 'group:saved', payload: { id, ...group } } as const
    await appendToShop(db, fact, context)
    const row = { ...told, tags: JSON.stringify([...new Set(tags)]), point_id: pointId }
    const made = { id, made_at: await context.now(), deleted_at: null, ...row }
    const insert = within(db).insertInto('chat_groups').values(made)
    await insert.onConflict((conflict) => conflict.column('id').doUpdateSet(row)).execute()
    return grant(null)
  },
}

const findPoint = (db: Kysely<Schema>, id: PointId) =>
  within(db).selectFrom('pickup_points').select('id').where('id', '=', id).executeTakeFirst()

/** Its rows stay: what was bought by its links is still handed over. Safe to repeat. */
export const removeGroup: Job<ByStaff & { readonly id: GroupId }, Outcome<null, 'GROUP_NOT_FOUND'>> = {
  name: 'groups.removeGroup',
  kind: 'write',
  async work(db, { id, staffId }, context) {
    await alone(db, context)
    const groups = within(db).selectFrom('chat_groups')
    const known = await groups.select('deleted_at').where('id', '=', id).executeTakeFirst()
    if (known === undefined) return refuse('GROUP_NOT_FOUND')
    if (known.deleted_at !== null) return grant(null)
    await appendToShop(db, { actor: `staff:${staffId}`, type: 'group:deleted', payload: { id } }, context)
    const change = { deleted_at: await context.now() }
    await within(db).updateTable('chat_groups').set(change).where('id', '=', id).execute()
    return grant(null)
  },
}

export const savePoint: Job<PointSaved, Outcome<null, 'TOO_MANY_POINTS'>> = {
  name: 'groups.savePoint',
  kind: 'write',
  async work(db, { id, point, staffId }, context) {
    await alone(db, context)
    const isNew = (await findPoint(db, id)) === undefined
    if (isNew && (await countOf(db, 'pickup_points')) >= MOST_POINTS) return refuse('TOO_MANY_POINTS')
    await appendToShop(db, { actor: `staff:${staffId}`, type: 'point:saved', payload: { id, ...point } }, context)
    const insert = within(db)
      .insertInto('pickup_points')
      .values({ id, ...point })
    await insert.onConflict((conflict) => conflict.column('id').doUpdateSet(point)).execute()
    return grant(null)
  },
}
