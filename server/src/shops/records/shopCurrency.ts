// Shows that sell in another currency than the shop asks in: nothing more is granted in them until it is the same again.
import type { ShowId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import type { JobContext } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { appendEvent } from '../../events/append.ts'

/** `currency`: of the shop as it was read last; null: not known, and nothing is held against it. Answers which shows changed. */
export async function tellShopCurrency(
  db: Kysely<Schema>,
  currency: string | null,
  context: JobContext,
): Promise<ShowId[]> {
  const open = db.selectFrom('shows').selectAll().where('phase', '!=', 'ended').orderBy('id')
  // The ledger takes the same locks: who asks later is refused.
  const shows = await context.words.lockRows(open).execute()
  const changed: ShowId[] = []
  for (const show of shows) {
    const other = currency === null || currency === show.currency ? null : currency
    if (other === show.shop_currency) continue
    const event = { show, actor: 'shop', type: 'shop:currency', payload: { currency: other } } as const
    const version = await appendEvent(db, event, context)
    await db.updateTable('shows').set({ shop_currency: other, version }).where('id', '=', show.id).execute()
    changed.push(show.id)
  }
  return changed
}
