// How topics are read: alike for everyone and for staff, who ask for the answers that nobody picked page by page.
import { ACTIVITY_FACTS } from '@lantern/shared/activities/facts.ts'
import { isShown } from '@lantern/shared/activities/states.ts'
import type { ActivityId } from '@lantern/shared/contract/ids.ts'
import { type Topic, TopicConfig } from '@lantern/shared/features/topic/contract.ts'
import type { Kysely } from 'kysely'
import { readActivities } from '../../activities/readActivities.ts'
import type { SqlWords } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import type { Reading } from '../../room/reading.ts'
import { type AnswerRow, pickedOf, toAnswer } from './answers.ts'

const TOPICS: Reading = {
  changedBy: [...ACTIVITY_FACTS, 'topic:marked', 'viewer:erased'],
  async read(db, since, words) {
    const found = await readActivities(db, { ...since, kind: 'topic' }, words)
    const picked = await readPicked(
      db,
      found.map(({ life }) => life.id),
      words,
    )
    const topics = found.map(({ life, config }): Topic => {
      const answers = (picked.get(life.id) ?? []).map(({ no, viewer_name: name, text }) => ({ no, name, text }))
      return { ...life, ...TopicConfig.parse(config), picked: answers }
    })
    return { room: { topics: topics.filter(({ state }) => isShown(state)) }, desk: { topics } }
  },
}

export const readings = [TOPICS]

/** By topic, the latest pick first. */
async function readPicked(db: Kysely<Schema>, ids: readonly ActivityId[], words: SqlWords) {
  if (ids.length === 0) return new Map<ActivityId, AnswerRow[]>()
  const query = pickedOf(db).where(words.isOneOf('marks.activity_id', ids))
  const rows = (await query.orderBy('marks.version', 'desc').execute()).flatMap(toAnswer)
  return Map.groupBy(rows, ({ activity_id }) => activity_id)
}
