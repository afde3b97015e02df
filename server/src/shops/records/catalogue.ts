// Jobs on the shop's settings.
import type { Kysely } from 'kysely'
import type { Job } from '../../database/database.ts'
import { appendEvent, appendToShop } from '../../events/append.ts'
import { changedIn } from '../../database/changed.ts'
import type { Changed } from '../../database/changed.ts'
import type { Schema } from '../../database/schema.ts'

/** The name shown on every show that has not ended. */
export const setShop: Job<{ name: string }, Changed<void>> = {
  name: 'store.setShop',
  kind: 'write',
  async work(db, { name }, context) {
    const known = await readSetting(db, 'shop_name')
    await saveSetting(db, 'shop_name', name)
    const others = db.selectFrom('shows').selectAll().where('phase', '!=', 'ended').where('shop_name', '!=', name)
    const shows = await context.words.lockRows(others.orderBy('id')).execute()
    for (const show of shows) {
      const version = await appendEvent(db, { show, actor: 'setup', type: 'shop:renamed', payload: { name } }, context)
      await db.updateTable('shows').set({ shop_name: name, version }).where('id', '=', show.id).execute()
    }
    if (known !== name) await appendToShop(db, { actor: 'setup', type: 'shop:renamed', payload: { name } }, context)
    return changedIn(undefined, ...shows.map((show) => show.id))
  },
}

export async function saveSetting(db: Kysely<Schema>, name: string, value: string): Promise<void> {
  await db
    .insertInto('settings')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}

export async function readSetting(db: Kysely<Schema>, name: string): Promise<string | null> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst()
  return row?.value ?? null
}
