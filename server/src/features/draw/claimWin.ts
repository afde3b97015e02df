// Job that takes down that a winner has claimed a prize, and how the shop reaches them.
import type { Contact, DrawWin } from '@lantern/shared/features/draw/contract.ts'
import type { ActivityId, ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import { CONTACT_TEXTS } from '@lantern/shared/contract/consents.ts'
import type { Locale } from '@lantern/shared/contract/things.ts'
import type { Kysely } from 'kysely'
import { keepContactRow } from '../../activities/contacts.ts'
import { keepConsent } from '../../consents/consents.ts'
import { type Changed, changedIn, unchanged } from '../../database/changed.ts'
import type { Job } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { appendEvent } from '../../events/append.ts'

export interface ClaimWin {
  readonly showId: ShowId
  readonly activityId: ActivityId
  readonly viewerId: ViewerId
  readonly contact: Contact
  /** In which its consent was read; absent: the page does not say. */
  readonly language?: Locale
}

export type ClaimOutcome = Outcome<DrawWin, 'ACTIVITY_NOT_FOUND' | 'NOT_A_WINNER' | 'CLAIM_OVER' | 'STAFF_CANNOT_WIN'>

/** Another contact takes the place of the one before. The fact says neither who it was nor how they are reached. */
export const claimWin: Job<ClaimWin, Changed<ClaimOutcome>> = {
  name: 'draw.claimWin',
  kind: 'write',
  async work(db, claim, context) {
    const { showId, activityId, viewerId, contact } = claim
    const shows = db.selectFrom('shows').select(['id', 'live_at']).where('id', '=', showId)
    const show = await context.words.lockRows(shows).executeTakeFirst()
    if (!show || !(await isDrawHere(db, claim))) return unchanged(refuse('ACTIVITY_NOT_FOUND'))
    const win = await findWin(db, claim)
    if (!win) return unchanged(refuse('NOT_A_WINNER'))
    if (win.state !== 'claimed' && (await isStaff(db, claim))) return unchanged(refuse('STAFF_CANNOT_WIN'))
    const now = await context.now()
    if (win.state === 'expired' || (win.state === 'won' && win.until <= now)) return unchanged(refuse('CLAIM_OVER'))
    const payload = { activityId, place: win.place }
    const version = await appendEvent(db, { show, actor: 'viewers', type: 'draw:claimed', payload }, context)
    const claimedAt = win.claimed_at ?? now
    const wins = db.updateTable('activity_wins').set({ state: 'claimed', claimed_at: claimedAt, version })
    await wins.where('activity_id', '=', activityId).where('entry_id', '=', win.entry_id).execute()
    await db.updateTable('activities').set({ version }).where('id', '=', activityId).execute()
    const told = { name: null, contact: JSON.stringify(contact), consented_at: now, version }
    await keepContactRow(db, { activity_id: activityId, viewer_id: viewerId, ...told })
    const { place, until } = win
    const text = { purpose: 'prize', about: activityId, version: CONTACT_TEXTS.prize } as const
    await keepConsent(db, { ...text, viewerId, language: claim.language ?? null }, context)
    return changedIn(grant({ activityId, place, state: 'claimed', until, claimedAt, contact, version }), showId)
  },
}

async function isDrawHere(db: Kysely<Schema>, { showId, activityId }: ClaimWin): Promise<boolean> {
  const query = db.selectFrom('activities').select('id').where('id', '=', activityId).where('show_id', '=', showId)
  return (await query.where('kind', '=', 'draw').executeTakeFirst()) !== undefined
}

/** Seen so after they were drawn: then the place goes on when its time is over. */
async function isStaff(db: Kysely<Schema>, { viewerId }: ClaimWin): Promise<boolean> {
  const query = db.selectFrom('staff_viewers').select('viewer_id').where('viewer_id', '=', viewerId)
  return (await query.executeTakeFirst()) !== undefined
}

function findWin(db: Kysely<Schema>, { activityId, viewerId }: ClaimWin) {
  return db
    .selectFrom('activity_wins')
    .innerJoin('activity_entries', 'activity_entries.entry_id', 'activity_wins.entry_id')
    .selectAll('activity_wins')
    .where('activity_wins.activity_id', '=', activityId)
    .where('activity_entries.viewer_id', '=', viewerId)
    .executeTakeFirst()
}
