// Job by which staff pick an answer for everyone to see, hide one, or take either back.
import type { ActivityId, ShowId, StaffId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { AnswerMark, StaffAnswer } from '@lantern/shared/features/topic/contract.ts'
import { MOST_PICKED } from '@lantern/shared/features/topic/limits.ts'
import type { Kysely } from 'kysely'
import { type Changed, changedIn, unchanged } from '../../database/changed.ts'
import type { Job } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { appendEvent } from '../../events/append.ts'
import { type AnswerRow, answersOf, pickedOf, toAnswer } from './answers.ts'
import { toStaffAnswers } from './readAnswers.ts'
import { within } from './tables.ts'

export interface MarkAnswer {
  readonly showId: ShowId
  readonly activityId: ActivityId
  readonly no: number
  /** Of the text that whoever marks it has read. */
  readonly version: number
  readonly mark: AnswerMark
  readonly by: StaffId
}

type MarkRefusal = 'ACTIVITY_NOT_FOUND' | 'ANSWER_NOT_FOUND' | 'ANSWER_CHANGED' | 'PICKED_ENOUGH'
export type MarkOutcome = Outcome<StaffAnswer, MarkRefusal>

/** The fact says which answer it was, and nothing of it. */
export const markAnswer: Job<MarkAnswer, Changed<MarkOutcome>> = {
  name: 'topic.markAnswer',
  kind: 'write',
  async work(db, asked, context) {
    const { showId, activityId, no, mark, by } = asked
    const shows = db.selectFrom('shows').select(['id', 'live_at']).where('id', '=', showId)
    const show = await context.words.lockRows(shows).executeTakeFirst()
    if (!show || !(await isTopicHere(db, asked))) return unchanged(refuse('ACTIVITY_NOT_FOUND'))
    const answer = await findAnswer(db, asked)
    if (!answer) return unchanged(refuse('ANSWER_NOT_FOUND'))
    const told = async (one: AnswerRow) => grant(only(await toStaffAnswers(db, [one], context.words)))
    if (answer.mark === mark) return unchanged(await told(answer))
    const refusal = mark === 'picked' ? await whyNoPick(db, asked, answer) : null
    if (refusal) return unchanged(refusal)
    const event = { show, actor: `staff:${by}`, type: 'topic:marked' } as const
    const version = await appendEvent(db, { ...event, payload: { activityId, no, mark } }, context)
    await save(db, { ...asked, version: answer.version }, version)
    await db.updateTable('activities').set({ version }).where('id', '=', activityId).execute()
    return changedIn(await told({ ...answer, mark }), showId)
  },
}

async function isTopicHere(db: Kysely<Schema>, { showId, activityId }: MarkAnswer): Promise<boolean> {
  const query = db.selectFrom('activities').select('id').where('id', '=', activityId).where('show_id', '=', showId)
  return (await query.where('kind', '=', 'topic').executeTakeFirst()) !== undefined
}

async function findAnswer(db: Kysely<Schema>, { activityId, no }: MarkAnswer): Promise<AnswerRow | null> {
  const query = answersOf(db).where('entries.activity_id', '=', activityId).where('entries.no', '=', no)
  return (await query.execute()).flatMap(toAnswer)[0] ?? null
}

/** What everyone is to see must be what staff have read. */
async function whyNoPick(db: Kysely<Schema>, { activityId, version }: MarkAnswer, answer: AnswerRow) {
  if (answer.version !== version) return refuse('ANSWER_CHANGED')
  const picked = await pickedOf(db).where('marks.activity_id', '=', activityId).execute()
  return picked.length < MOST_PICKED ? null : refuse('PICKED_ENOUGH')
}

async function save(
  db: Kysely<Schema>,
  { activityId, no, mark, version: answerVersion, by }: MarkAnswer,
  version: number,
): Promise<void> {
  const key = { activity_id: activityId, no }
  if (mark === 'plain') {
    const marks = within(db).deleteFrom('topic_marks').where('activity_id', '=', activityId)
    return void (await marks.where('no', '=', no).execute())
  }
  const set = { mark, answer_version: answerVersion, marked_by: by, version }
  await within(db)
    .insertInto('topic_marks')
    .values({ ...key, ...set })
    .onConflict((conflict) => conflict.columns(['activity_id', 'no']).doUpdateSet(set))
    .execute()
}

function only<One>([one]: readonly One[]): One {
  if (one === undefined) throw new Error('an answer that was found is not told')
  return one
}
