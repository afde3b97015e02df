// Jobs on overlays: the address that works, beats, and who was seen.
import type { ShowId, StaffId } from '@lantern/shared/contract/ids.ts'
import type { OverlayStatus } from '@lantern/shared/contract/overlay.ts'
import type { Kysely } from 'kysely'
import { overlaySights } from '../../domain/overlay.ts'
import type { Job } from '../../database/database.ts'
import { appendEvent } from '../../events/append.ts'
import { changedIn, unchanged } from '../../database/changed.ts'
import type { Changed } from '../../database/changed.ts'
import type { OverlayKey } from '../../domain/overlay.ts'
import type { BeatRecord } from '../overlays.ts'
import type { OverlayRow } from '../../database/overlaySchema.ts'
import type { Schema } from '../../database/schema.ts'

const KEPT_MS = 3_600_000
/** Whoever has the address may open it again and again: of so many connections the latest are looked at. */
const ROWS_READ = 200

interface SetKey {
  readonly showId: ShowId
  readonly tokenHash: string | null
  readonly by: StaffId
}

export const setOverlayKey: Job<SetKey, Changed<null>> = {
  name: 'store.setOverlayKey',
  kind: 'write',
  async work(db, { showId, tokenHash, by }, context) {
    // Locked first: two who make an address at once do it one after the other.
    const shows = db.selectFrom('shows').select(['id', 'live_at']).where('id', '=', showId)
    const show = await context.words.lockRows(shows).executeTakeFirst()
    const known = await readKey(db, showId)
    if (!show || (tokenHash === null && (known?.tokenHash ?? null) === null)) return unchanged(null)

    const type = tokenHash === null ? 'overlay:revoked' : 'overlay:renewed'
    const version = await appendEvent(db, { show, actor: `staff:${by}`, type, payload: {} }, context)
    const row = { token_hash: tokenHash, made_by: by, made_at: await context.now(), version }
    await db
      .insertInto('overlay_keys')
      .values({ show_id: showId, ...row })
      .onConflict((conflict) => conflict.column('show_id').doUpdateSet(row))
      .execute()
    return changedIn(null, showId)
  },
}

export const findOverlayKey: Job<{ showId: ShowId }, OverlayKey | null> = {
  name: 'store.findOverlayKey',
  kind: 'read',
  work: (db, { showId }) => readKey(db, showId),
}

/** Null: unchanged since the cursor, or there never was one. */
export async function readKey(db: Kysely<Schema>, showId: ShowId, cursor = -1): Promise<OverlayKey | null> {
  const row = await db
    .selectFrom('overlay_keys')
    .select(['token_hash', 'made_at', 'version'])
    .where('show_id', '=', showId)
    .where('version', '>', cursor)
    .executeTakeFirst()
  return row ? { tokenHash: row.token_hash, madeAt: row.made_at, version: row.version } : null
}

export const beatOverlay: Job<BeatRecord, null> = {
  name: 'store.beatOverlay',
  kind: 'write',
  async work(db, { id, showId, name, active, painted }, { now }) {
    const at = await now()
    const beat = { active: active ? 1 : 0, beat_at: at, left_at: null, ...(painted ? { painted_at: at } : {}) } as const
    await db
      .insertInto('overlays')
      .values({ painted_at: at, ...beat, id, show_id: showId, name })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(beat))
      .execute()
    await db
      .deleteFrom('overlays')
      .where('show_id', '=', showId)
      .where('beat_at', '<', at - KEPT_MS)
      .execute()
    return null
  },
}

export const leaveOverlay: Job<{ id: string }, null> = {
  name: 'store.leaveOverlay',
  kind: 'write',
  async work(db, { id }, { now }) {
    await db
      .updateTable('overlays')
      .set({ left_at: await now() })
      .where('id', '=', id)
      .execute()
    return null
  },
}

export const readOverlays: Job<{ showId: ShowId }, OverlayStatus> = {
  name: 'store.readOverlays',
  kind: 'read',
  async work(db, { showId }, context) {
    const now = await context.now()
    const key = await readKey(db, showId)
    const rows = await db
      .selectFrom('overlays')
      .selectAll()
      .where('show_id', '=', showId)
      .where('beat_at', '>=', now - KEPT_MS)
      .orderBy('beat_at', 'desc')
      .limit(ROWS_READ)
      .execute()
    const madeAt = key === null || key.tokenHash === null ? null : key.madeAt
    return { madeAt, overlays: overlaySights(rows.map(toMarks), now) }
  },
}

function toMarks(row: OverlayRow) {
  return {
    name: row.name,
    active: row.active === 1,
    beatAt: row.beat_at,
    paintedAt: row.painted_at,
    leftAt: row.left_at,
  }
}
