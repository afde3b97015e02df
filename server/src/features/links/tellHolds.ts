// Step of the schema: tells holds that were granted before they said so of which group their buyers were, by their links.
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../../database/schema.ts'

type Then = {
  links: { code: string; show_id: string; group_id: string | null; voided_at: number | null }
  chat_groups: { id: string; name: string; point_id: string | null; deleted_at: number | null }
  pickup_points: { id: string; name: string; address: string; hours: string | null; note: string | null }
}

const FOR_EVER = Number.MAX_SAFE_INTEGER

/** With name and pick-up point as they are today: nobody kept those of then. */
export async function tellHolds(db: Kysely<Schema>): Promise<void> {
  const then = db.withTables<Then>()
  const points = new Map(
    (await then.selectFrom('pickup_points').select(['id', 'name', 'address', 'hours', 'note']).execute()).map(
      (point) => [point.id, point],
    ),
  )
  const links = await then
    .selectFrom('links')
    .innerJoin('chat_groups', 'chat_groups.id', 'links.group_id')
    .select(['links.code', 'links.show_id', 'links.voided_at', 'chat_groups.id', 'chat_groups.name'])
    .select(['chat_groups.point_id', 'chat_groups.deleted_at'])
    .execute()
  for (const { code, show_id, id, name, point_id, voided_at, deleted_at } of links) {
    const group = { id, name, link: code, point: points.get(point_id ?? '') ?? null }
    await db
      .updateTable('holds')
      .set({ group_id: id, group_terms: JSON.stringify(group) })
      .where('via', '=', code)
      .where(sql<boolean>`show_id = ${show_id}`)
      .where('granted_at', '<=', Math.min(voided_at ?? FOR_EVER, deleted_at ?? FOR_EVER))
      .execute()
  }
}
