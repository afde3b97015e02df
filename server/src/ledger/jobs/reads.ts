// Jobs that look into the ledger without changing it.
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import { sql } from 'kysely'
import type { Job } from '../../store/database.ts'
import { readHoldRecords } from '../../store/jobs/desk.ts'
import { toHold } from '../decide/toHold.ts'
import type { HoldForHandoff } from '../ledger.ts'

export const findForHandoff: Job<{ holdId: HoldId }, HoldForHandoff | null> = {
  name: 'ledger.findForHandoff',
  kind: 'read',
  async work(db, { holdId }, { words }) {
    const row = await db.selectFrom('holds').selectAll().where('id', '=', holdId).executeTakeFirst()
    if (!row) return null
    const items = await db
      .selectFrom('hold_lines')
      .innerJoin('offers', 'offers.id', 'hold_lines.offer_id')
      .innerJoin('variants', 'variants.id', 'offers.variant_id')
      .select(['variants.sku', 'variants.external_id as externalId', 'variants.price_minor as shopPriceMinor'])
      .select(['hold_lines.quantity', 'hold_lines.unit_price_minor as unitPriceMinor'])
      .where('hold_lines.hold_no', '=', row.no)
      .orderBy('hold_lines.offer_id')
      .execute()
    const [record] = await readHoldRecords(db, [row], words)
    if (!record) return null
    return { ...toHold(record), viewerId: record.viewerId, via: record.via, items }
  },
}

export const countOpenHolds: Job<null, number> = {
  name: 'ledger.countOpenHolds',
  kind: 'read',
  async work(db) {
    const open = db.selectFrom('holds').where(sql<boolean>`state in ('held', 'paying')`)
    const row = await open.select((eb) => eb.fn.countAll<number>().as('holds')).executeTakeFirstOrThrow()
    return row.holds
  },
}

/** People in line, over all shows. */
export const countWaiting: Job<null, number> = {
  name: 'ledger.countWaiting',
  kind: 'read',
  async work(db) {
    const waiting = db.selectFrom('waits').where('state', '=', 'waiting')
    const row = await waiting.select((eb) => eb.fn.countAll<number>().as('places')).executeTakeFirstOrThrow()
    return row.places
  },
}
