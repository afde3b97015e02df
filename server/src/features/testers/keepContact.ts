// Job that takes down how the shop may reach a tester, who said so.
import type { TesterContact } from '@lantern/shared/features/testers/contract.ts'
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

export interface KeepContact {
  readonly showId: ShowId
  readonly activityId: ActivityId
  readonly viewerId: ViewerId
  readonly name: string
  readonly contact: string
  /** In which its consent was read; absent: the page does not say. */
  readonly language?: Locale
}

export type ContactOutcome = Outcome<TesterContact, 'ACTIVITY_NOT_FOUND' | 'NO_PLACE'>

/** Another contact takes the place of the one before. The fact says neither who it was nor how they are reached. */
export const keepContact: Job<KeepContact, Changed<ContactOutcome>> = {
  name: 'testers.keepContact',
  kind: 'write',
  async work(db, asked, context) {
    const { showId, activityId, viewerId, name, contact } = asked
    const shows = db.selectFrom('shows').select(['id', 'live_at']).where('id', '=', showId)
    const show = await context.words.lockRows(shows).executeTakeFirst()
    if (!show || !(await isHere(db, asked))) return unchanged(refuse('ACTIVITY_NOT_FOUND'))
    const places = db.selectFrom('activity_entries').select('no').where('activity_id', '=', activityId)
    const place = await places.where('viewer_id', '=', viewerId).executeTakeFirst()
    if (!place) return unchanged(refuse('NO_PLACE'))
    const payload = { activityId, no: place.no }
    const version = await appendEvent(db, { show, actor: 'viewers', type: 'testers:told', payload }, context)
    const consentedAt = await context.now()
    const told = { name, contact, consented_at: consentedAt, version }
    await keepContactRow(db, { activity_id: activityId, viewer_id: viewerId, ...told })
    await db.updateTable('activities').set({ version }).where('id', '=', activityId).execute()
    const text = { purpose: 'contact', about: activityId, version: CONTACT_TEXTS.contact } as const
    await keepConsent(db, { ...text, viewerId, language: asked.language ?? null }, context)
    return changedIn(grant({ activityId, contact, consentedAt, version }), showId)
  },
}

async function isHere(db: Kysely<Schema>, { showId, activityId }: KeepContact): Promise<boolean> {
  const query = db.selectFrom('activities').select('id').where('id', '=', activityId).where('show_id', '=', showId)
  return (await query.where('kind', '=', 'testers').executeTakeFirst()) !== undefined
}
