// Jobs of consents: which a viewer has given, and taking one back with all that it allowed.
import { ActivityId, type ViewerId } from '@lantern/shared/contract/ids.ts'
import type { OwnConsent } from '@lantern/shared/contract/consents.ts'
import { type Locale, LocalText } from '@lantern/shared/contract/things.ts'
import type { Kysely } from 'kysely'
import { type Changed, changedIn, unchanged } from '../database/changed.ts'
import type { Job, JobContext } from '../database/database.ts'
import type { Schema } from '../database/schema.ts'
import { appendEvent } from '../events/append.ts'
import { endSharerWithin } from '../sharing/people.ts'
import { endConsent } from './consents.ts'
import type { ConsentRow } from './schema.ts'

const MOST = 200

interface Own {
  readonly viewerId: ViewerId
}

export const readConsents: Job<Own & { readonly locale: Locale }, OwnConsent[]> = {
  name: 'consents.read',
  kind: 'read',
  async work(db, { viewerId, locale }) {
    const rows = await db
      .selectFrom('consents')
      .leftJoin('activities', 'activities.id', 'consents.about')
      .leftJoin('shows', 'shows.id', 'activities.show_id')
      .selectAll('consents')
      .select('shows.title')
      .where('viewer_id', '=', viewerId)
      .orderBy('given_at', 'desc')
      .orderBy('consents.id')
      .limit(MOST)
      .execute()
    return rows.map(({ id, purpose, title, version, language, given_at, withdrawn_at }) => ({
      ...{ id, purpose, version, language, givenAt: given_at, withdrawnAt: withdrawn_at },
      show: title === null ? null : textIn(title, locale),
    }))
  },
}

function textIn(json: string, locale: Locale): string {
  const text = LocalText.parse(JSON.parse(json))
  return text[locale] ?? text.en ?? Object.values(text)[0] ?? ''
}

/** One that is not this viewer's, or is withdrawn already, changes nothing. */
export const withdrawConsent: Job<Own & { readonly id: string }, Changed<null>> = {
  name: 'consents.withdraw',
  kind: 'write',
  async work(db, { viewerId, id }, context) {
    const own = db.selectFrom('consents').selectAll().where('id', '=', id).where('viewer_id', '=', viewerId)
    const row = await own.executeTakeFirst()
    if (row === undefined || row.withdrawn_at !== null) return unchanged(null)
    return row.purpose === 'share' ? stopSharing(db, row, context) : forgetContact(db, row, context)
  },
}

const aboutOf = ({ viewer_id: viewerId, purpose, about }: ConsentRow) => ({ viewerId, purpose, about })

/** What was earned stays, as when they leave by their own page. */
async function stopSharing(db: Kysely<Schema>, row: ConsentRow, context: JobContext): Promise<Changed<null>> {
  const own = db.selectFrom('sharers').select('id').where('viewer_id', '=', row.viewer_id)
  const sharer = await own.executeTakeFirst()
  if (sharer !== undefined) await endSharerWithin(db, { sharerId: sharer.id, by: null }, context)
  await endConsent(db, aboutOf(row), await context.now())
  return unchanged(null)
}

/** A prize stays won and a place taken; the shop knows no way to reach whoever has it. */
async function forgetContact(db: Kysely<Schema>, row: ConsentRow, context: JobContext): Promise<Changed<null>> {
  const activities = db.selectFrom('activities').innerJoin('shows', 'shows.id', 'activities.show_id')
  const found = activities.select(['activities.id', 'shows.id as showId', 'shows.live_at'])
  const activity = await found.where('activities.id', '=', ActivityId.parse(row.about)).executeTakeFirst()
  if (activity === undefined) return unchanged(null)
  const { id: activityId, showId, live_at } = activity
  const shows = db.selectFrom('shows').select('id').where('id', '=', showId)
  await context.words.lockRows(shows).execute()
  const show = { id: showId, live_at }
  const fact = { show, actor: 'viewers', type: 'contact:withdrawn', payload: { activityId } } as const
  const version = await appendEvent(db, fact, context)
  const contacts = db.deleteFrom('activity_contacts').where('activity_id', '=', activityId)
  await contacts.where('viewer_id', '=', row.viewer_id).execute()
  await db.updateTable('activities').set({ version }).where('id', '=', activityId).execute()
  await endConsent(db, aboutOf(row), await context.now())
  return changedIn(null, showId)
}
