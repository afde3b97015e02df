// Viewers who were erased: written down as they are, read on by every process.
import { StaffId, type ViewerId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import type { Job } from '../../database/database.ts'
import { hashOfViewer } from '../../kit/hashOfViewer.ts'
import { type Revocation, VIEWER_COOKIE_MS } from './revokedViewers.ts'
import type { Schema } from '../../database/schema.ts'

/** Another process may give such a cookie anew until it has heard. */
const SLACK_MS = 86_400_000

/**
 * Within the caller's transaction; safe to repeat. Those that are over are thrown away with it. Staff write under their own id and
 * have a session instead of a viewer's cookie: what they wrote can be erased, and they still see the picture.
 */
export async function revokeViewer(db: Kysely<Schema>, viewerId: ViewerId, now: number): Promise<void> {
  const staff = db.selectFrom('staff').select('id').where('id', '=', StaffId.parse(viewerId))
  if ((await staff.executeTakeFirst()) !== undefined) return
  const times = { revoked_at: now, over_at: now + VIEWER_COOKIE_MS + SLACK_MS }
  await db.deleteFrom('revoked_viewers').where('over_at', '<=', now).execute()
  await db
    .insertInto('revoked_viewers')
    .values({ viewer_hash: hashOfViewer(viewerId), ...times })
    .onConflict((conflict) => conflict.column('viewer_hash').doUpdateSet(times))
    .execute()
}

export const readRevoked: Job<{ since: number }, readonly Revocation[]> = {
  name: 'store.readRevoked',
  kind: 'read',
  async work(db, { since }, context) {
    const rows = await db
      .selectFrom('revoked_viewers')
      .selectAll()
      .where('revoked_at', '>=', since)
      .where('over_at', '>', await context.now())
      .execute()
    return rows.map((row) => ({ viewerHash: row.viewer_hash, revokedAt: row.revoked_at, overAt: row.over_at }))
  },
}
