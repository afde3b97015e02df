// Job that reads a page of a topic's answers for staff: newest first, searched in text and name.
import type { ActivityId, ShowId } from '@lantern/shared/contract/ids.ts'
import type { AnswerFilter, AnswerPlace, StaffAnswer } from '@lantern/shared/features/topic/contract.ts'
import { type Kysely, sql } from 'kysely'
import type { Job, SqlWords } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { type AnswerRow, answersOf, isMarked, toAnswer } from './answers.ts'

const PAGE = 50
/** Read at once while something is searched for, or few are picked or hidden. */
const STRETCH = 500
/** Looked at for one page: whoever searches further asks again. */
export const MOST_LOOKED_AT = 5000

export interface AskAnswers {
  readonly showId: ShowId
  readonly activityId: ActivityId
  readonly filter: AnswerFilter
  readonly search: string
  readonly before: AnswerPlace | null
  /** So many at most; default: MOST_LOOKED_AT. */
  readonly lookAt?: number
}

export interface AnswersPage {
  readonly answers: StaffAnswer[]
  /** Where the next page goes on, also where so many were looked at that it has fewer; null: there is nothing older. */
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
    const { found, next } = await findPage(db, asked)
    return { answers: await toStaffAnswers(db, found, words), next }
  },
}

interface Found {
  readonly found: AnswerRow[]
  readonly next: AnswerPlace | null
}

/** One more than the page holds says that there is more. */
async function findPage(db: Kysely<Schema>, asked: AskAnswers): Promise<Found> {
  const found: AnswerRow[] = []
  const { search, lookAt = MOST_LOOKED_AT } = asked
  const size = Math.min(search === '' ? PAGE + 1 : STRETCH, lookAt)
  let { before } = asked
  for (let lookedAt = 0; lookedAt < lookAt; lookedAt += size) {
    const rows = await readStretch(db, { ...asked, before }, size)
    found.push(...rows.filter((row) => fits(row, asked)))
    const last = found.length > PAGE ? found[PAGE - 1] : rows.at(-1)
    before = last ? { version: last.version, no: last.no } : null
    if (found.length > PAGE) return { found: found.slice(0, PAGE), next: before }
    if (rows.length < size) return { found, next: null }
  }
  return { found, next: before }
}

/** As they lie in the index, hidden ones too; of marked ones, which are few, by the marks. */
async function readStretch(
  db: Kysely<Schema>,
  { activityId, filter, before }: AskAnswers,
  size: number,
): Promise<AnswerRow[]> {
  const own = answersOf(db).where('entries.activity_id', '=', activityId)
  const all = filter === 'all' ? own : own.where('marks.mark', '=', filter).where(isMarked(filter))
  const older =
    before === null ? all : all.where(sql<boolean>`(entries.version, entries.no) < (${before.version}, ${before.no})`)
  const rows = await older.orderBy('entries.version', 'desc').orderBy('entries.no', 'desc').limit(size).execute()
  return rows.flatMap(toAnswer)
}

const plain = (text: string) => text.normalize('NFKC').toLocaleLowerCase('en')

function fits({ text, viewer_name: name, mark }: AnswerRow, { filter, search }: AskAnswers): boolean {
  if (filter === 'all' ? mark === 'hidden' : mark !== filter) return false
  const wanted = plain(search.trim())
  if (wanted === '') return true
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
