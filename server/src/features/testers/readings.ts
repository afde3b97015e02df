// How lists of testers are read: with names and contacts for staff, without for everyone, and each viewer's own contact.
import { ACTIVITY_FACTS } from '@lantern/shared/activities/facts.ts'
import { isShown } from '@lantern/shared/activities/states.ts'
import type { ActivityId } from '@lantern/shared/contract/ids.ts'
import { TestersConfig } from '@lantern/shared/features/testers/contract.ts'
import type { Kysely } from 'kysely'
import { readActivities } from '../../activities/readActivities.ts'
import type { SqlWords } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import type { Reading } from '../../room/reading.ts'

const TESTERS: Reading = {
  changedBy: [...ACTIVITY_FACTS, 'testers:told', 'contact:withdrawn', 'viewer:erased'],
  async read(db, since, words) {
    const found = await readActivities(db, { ...since, kind: 'testers' }, words)
    const places = await readPlaces(
      db,
      found.map(({ life }) => life.id),
      words,
    )
    const all = found.map(({ life, config }) => ({ ...life, ...TestersConfig.parse(config) }))
    const newer = [...places.values()].flat().filter(({ version }) => (version ?? -1) > (since.cursor ?? -1))
    return {
      room: { testers: all.filter(({ state }) => isShown(state)) },
      desk: { testers: all.map((one) => ({ ...one, list: (places.get(one.id) ?? []).map(toPlace) })) },
      own: newer.flatMap(toOwn),
    }
  },
}

export const readings = [TESTERS]

type PlaceRow = Awaited<ReturnType<typeof selectPlaces>>[number]

/** By activity, in the order of their places. */
async function readPlaces(db: Kysely<Schema>, ids: readonly ActivityId[], words: SqlWords) {
  const rows = ids.length === 0 ? [] : await selectPlaces(db, ids, words)
  return Map.groupBy(rows, ({ activity_id }) => activity_id)
}

function selectPlaces(db: Kysely<Schema>, ids: readonly ActivityId[], words: SqlWords) {
  return db
    .selectFrom('activity_entries')
    .leftJoin('activity_contacts', (join) =>
      join
        .onRef('activity_contacts.activity_id', '=', 'activity_entries.activity_id')
        .onRef('activity_contacts.viewer_id', '=', 'activity_entries.viewer_id'),
    )
    .select(['activity_entries.activity_id', 'activity_entries.no', 'activity_entries.viewer_id'])
    .select([
      'activity_contacts.name',
      'activity_contacts.contact',
      'activity_contacts.consented_at',
      'activity_contacts.version',
    ])
    .where(words.isOneOf('activity_entries.activity_id', ids))
    .orderBy('activity_entries.no')
    .execute()
}

function toPlace({ no, name, contact, consented_at: consentedAt }: PlaceRow) {
  return { no, name, contact, consentedAt }
}

function toOwn({
  activity_id: activityId,
  viewer_id: viewerId,
  contact,
  consented_at: consentedAt,
  version,
}: PlaceRow) {
  if (viewerId === null || contact === null || consentedAt === null || version === null) return []
  return [{ viewerId, changes: { testerContacts: [{ activityId, contact, consentedAt, version }] } }]
}
