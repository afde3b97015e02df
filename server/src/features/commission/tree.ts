// Job that reads the tree of an order: who brought its buyer by which link, who brought that sharer, and what it brought whom.
import { HoldId, OrderId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { OrderTree } from '@lantern/shared/contract/sharerPage.ts'
import { Credit, type SharerId } from '@lantern/shared/contract/sharing.ts'
import type { Kysely } from 'kysely'
import type { Job } from '../../database/database.ts'
import type { HoldRow, Schema } from '../../database/schema.ts'
import { toText } from '../../database/toThings.ts'
import { readLinesOfHold } from './lines.ts'

/** `id`: the shop's number of the order, or the id of its hold. */
export const readTree: Job<{ readonly id: string }, Outcome<OrderTree, 'HOLD_NOT_FOUND'>> = {
  name: 'commission.readTree',
  kind: 'read',
  async work(db, { id }) {
    const hold = await findHold(db, id)
    if (hold === undefined) return refuse('HOLD_NOT_FOUND')
    const order = db.selectFrom('orders').select('order_id').where('hold_id', '=', hold.id).where('second', '=', 0)
    const show = db.selectFrom('shows').select('title').where('id', '=', hold.show_id)
    return grant({
      orderId: (await order.executeTakeFirst())?.order_id ?? null,
      holdId: hold.id,
      showTitle: toText((await show.executeTakeFirstOrThrow()).title),
      buyer: hold.viewer_name,
      totalMinor: hold.total_minor,
      currency: hold.currency,
      credit: await readCredit(db, hold),
      lines: await readLinesOfHold(db, hold.id),
    })
  },
}

async function findHold(db: Kysely<Schema>, id: string): Promise<HoldRow | undefined> {
  const holds = db.selectFrom('holds').selectAll()
  const [orderId, holdId] = [OrderId.safeParse(id), HoldId.safeParse(id)]
  const order = orderId.success
    ? await db.selectFrom('orders').select('hold_id').where('order_id', '=', orderId.data).executeTakeFirst()
    : undefined
  if (order?.hold_id) return holds.where('id', '=', order.hold_id).executeTakeFirst()
  return holdId.success ? holds.where('id', '=', holdId.data).executeTakeFirst() : undefined
}

async function readCredit(db: Kysely<Schema>, { credit, viewer_id }: HoldRow): Promise<OrderTree['credit']> {
  if (credit === null) return null
  const { sharerId, upperId, by, link, rules } = Credit.parse(JSON.parse(credit))
  const clicks = db.selectFrom('sharer_clicks').where('viewer_id', '=', viewer_id).where('code', '=', link)
  const days = await clicks.select(['first_at', 'last_at', 'clicks']).orderBy('day').execute()
  const named = await db.selectFrom('sharer_links').select('name').where('code', '=', link).executeTakeFirst()
  return {
    sharer: await readNamed(db, sharerId),
    upper: upperId === null ? null : await readNamed(db, upperId),
    ...{ by, link, rules, linkName: named?.name ?? null },
    clicks: days.map((day) => ({ firstAt: day.first_at, lastAt: day.last_at, clicks: Number(day.clicks) })),
  }
}

async function readNamed(db: Kysely<Schema>, id: SharerId) {
  const row = await db.selectFrom('sharers').select('name').where('id', '=', id).executeTakeFirst()
  return { id, name: row?.name ?? '' }
}
