// Job that reads a page of a topic's answers for staff: newest first, searched in text and name.
import type { ActivityId, ShowId } from '@lantern/shared/contract/ids.ts'
import type { AnswerFilter, AnswerPlace, StaffAnswer } from '@lantern/shared/features/topic/contract.ts'
import { type Kysely, sql } from 'kysely'
import type { Job, SqlWords } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { type AnswerRow, answersOf, isMarked, toAnswer } from './answers.ts'

const PAGE = 50
/** Read at once while something is searched for. */
const STRETCH = 500

export interface AskAnswers {
  readonly showId: ShowId
  readonly activityId: ActivityId
  readonly filter: AnswerFilter
  readonly search: string
  readonly before: AnswerPlace | null
}

export interface AnswersPage {
  readonly answers: StaffAnswer[]
  /** Null: there is nothing older. */
  readonly next: AnswerPlace | null
}

/** Null: the show has no such topic. */
export const readAnswers: Job<AskAnswers, AnswersPage | null> = {
  name: 'topic.readAnswers',
  kind: 'read',
  async work(db, asked, { words }) {
    const { showId, activityId } = asked
    const topics = db.selectFrom('activities').select('id').where('id', '=', activityId).where('show_id', '=', showId)
    if (!(await topics.where('kind', '=', 'topic').executeTakeFirst())) return null
    const found = await findOne(db, asked, PAGE + 1)
    const page = found.slice(0, PAGE)
    const last = found.length > PAGE ? page.at(-1) : undefined
    const next = last ? { version: last.version, no: last.no } : null
    return { answers: await toStaffAnswers(db, page, words), next }
  },
}

/** So many that fit, or all there are. */
async function findOne(db: Kysely<Schema>, asked: AskAnswers, most: number): Promise<AnswerRow[]> {
  const found: AnswerRow[] = []
  const size = asked.search === '' ? most : STRETCH
  let { before } = asked
  for (;;) {
    const rows = await readStretch(db, { ...asked, before }, size)
    found.push(...rows.filter((row) => fits(row, asked.search)))
    const last = rows.at(-1)
    if (found.length >= most || rows.length < size || last === undefined) return found.slice(0, most)
    before = { version: last.version, no: last.no }
  }
}

async function readStretch(
  db: Kysely<Schema>,
  { activityId, filter, before }: AskAnswers,
  size: number,
): Promise<AnswerRow[]> {
  const all = answersOf(db)
    .where('entries.activity_id', '=', activityId)
    .where(filter === 'all' ? sql<boolean>`not ${isMarked('hidden')}` : isMarked(filter))
  const older =
    before === null
      ? all
      : all.where(
          sql<boolean>`(entries.version < ${before.version} or (entries.version = ${before.version} and entries.no < ${before.no}))`,
        )
  const rows = await older.orderBy('entries.version', 'desc').orderBy('entries.no', 'desc').limit(size).execute()
  return rows.flatMap(toAnswer)
}

const plain = (text: string) => text.normalize('NFKC').toLocaleLowerCase('en')

function fits({ text, viewer_name: name }: AnswerRow, search: string): boolean {
  const wanted = plain(search.trim())
  return plain(text).includes(wanted) || plain(name).includes(wanted)
}

export async function toStaffAnswers(
  db: Kysely<Schema>,
  rows: readonly AnswerRow[],
  words: SqlWords,
): Promise<StaffAnswer[]> {
  const viewers = [...new Set(rows.map((row) => row.viewer_id))]
  const bans =
    viewers.length === 0
      ? []
      : await db.selectFrom('bans').select('viewer_id').where(words.isOneOf('viewer_id', viewers)).execute()
  const banned = new Set(bans.map((row) => row.viewer_id))
  return rows.map(({ no, viewer_id: viewerId, viewer_name: name, text, changed_at: at, mark, version }) => {
    return { no, viewerId, name, text, at, mark, isBanned: banned.has(viewerId), version }
  })
}
