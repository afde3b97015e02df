// What is said in a show, as it is read: whole, since a cursor, page by page.
import type { CommentId, ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type {
  CommentFilter,
  CommentPage,
  StaffComment,
  Standing,
  Commenting,
} from '@lantern/shared/contract/comments.ts'
import type { Comment, Quote } from '@lantern/shared/contract/things.ts'
import type { Kysely } from 'kysely'
import { OPEN_RULES } from '../../../domain/comment.ts'
import type { Job, SqlWords } from '../../../database/database.ts'
import type { CommentRow, Schema } from '../../../database/schema.ts'
import type { RoomPart } from '../../../room/reading.ts'
import {
  looksShown,
  toComment,
  toStaffComment,
  toQuote,
  toStanding,
  toCommenting,
} from '../../../database/toComments.ts'

const COMMENTS_SHOWN = 50
const REMOVED_TOLD = 50
const SILENT_KEPT = 500
const MARKED_SHOWN = 200
const STANDINGS_SHOWN = 200
const PAGE = 50
/** More than this since the cursor: the rest comes with the next read of a whole room. */
const COMMENTS_PER_READ = 5000

interface Since {
  readonly showId: ShowId
  readonly cursor: number
}

/** What each of the rows answers, where that is there to be seen; by the id of the answer. */
export async function readQuotes(
  db: Kysely<Schema>,
  rows: readonly CommentRow[],
  words: SqlWords,
): Promise<Map<CommentId, Quote>> {
  const answers = rows.flatMap(({ id, reply_to }) => (reply_to === null ? [] : [{ id, asked: reply_to }]))
  if (answers.length === 0) return new Map()
  const isAsked = words.isOneOf('id', [...new Set(answers.map(({ asked }) => asked))])
  const asked = await db.selectFrom('comments').selectAll().where(isAsked).where('state', '=', 'shown').execute()
  const quotes = new Map(asked.map((row) => [row.id, toQuote(row)]))
  return new Map(answers.flatMap((one) => pair(one.id, quotes.get(one.asked))))
}

function pair(id: CommentId, quote: Quote | undefined): [CommentId, Quote][] {
  return quote ? [[id, quote]] : []
}

/** The rules with the pinned comment; rules that nobody set are open. */
export async function readCommenting(db: Kysely<Schema>, showId: ShowId, words: SqlWords): Promise<Commenting> {
  const row = await db.selectFrom('talk').selectAll().where('show_id', '=', showId).executeTakeFirst()
  if (!row) return { ...OPEN_RULES, pinned: null, version: 0 }
  if (row.pinned_comment === null) return toCommenting(row, null)
  const pinned = await db.selectFrom('comments').selectAll().where('id', '=', row.pinned_comment).execute()
  const quotes = await readQuotes(db, pinned, words)
  const [comment] = pinned.filter(({ state }) => state === 'shown')
  return toCommenting(row, comment ? toComment(comment, quotes.get(comment.id)) : null)
}

/** 0: nobody has set rules, nor pinned anything. */
export async function readCommentingVersion(db: Kysely<Schema>, showId: ShowId): Promise<number> {
  const row = await db.selectFrom('talk').select('version').where('show_id', '=', showId).executeTakeFirst()
  return row?.version ?? 0
}

/** What a whole room begins with. */
export async function readAllComments(db: Kysely<Schema>, showId: ShowId, words: SqlWords): Promise<RoomPart> {
  const ofShow = db.selectFrom('comments').selectAll().where('show_id', '=', showId)
  const shown = ofShow.where('state', '=', 'shown').orderBy('seq', 'desc').limit(COMMENTS_SHOWN)
  const rows = (await shown.execute()).reverse()
  const quotes = await readQuotes(db, rows, words)
  const removed = await ofShow
    .where('state', 'in', ['hidden', 'erased'])
    .orderBy('version', 'desc')
    .limit(REMOVED_TOLD)
    .execute()
  const silent = await readSilent(db, showId, rows.length < COMMENTS_SHOWN ? 0 : (rows[0]?.seq ?? 0))
  return {
    room: { comments: { rows: rows.map((row) => toComment(row, quotes.get(row.id))), removed: removed.map(idOf) } },
    desk: { marked: await readMarked(db, showId, words) },
    inner: { silent },
  }
}

const idOf = ({ id }: CommentRow) => id

/** Oldest first. */
async function readSilent(db: Kysely<Schema>, showId: ShowId, fromSeq: number): Promise<Comment[]> {
  const ofShow = db.selectFrom('comments').selectAll().where('show_id', '=', showId).where('seq', '>=', fromSeq)
  const rows = await ofShow.where('state', '=', 'silent').orderBy('seq', 'desc').limit(SILENT_KEPT).execute()
  return rows
    .filter(looksShown)
    .reverse()
    .map((row) => toComment(row))
}

async function readMarked(db: Kysely<Schema>, showId: ShowId, words: SqlWords): Promise<StaffComment[]> {
  const ofShow = db.selectFrom('comments').selectAll().where('show_id', '=', showId)
  const states = ofShow.where('state', 'in', ['held', 'hidden', 'silent']).orderBy('seq', 'desc').limit(MARKED_SHOWN)
  const reported = ofShow.where('reports_version', '>', 0).where('reports', '>', 0).where('state', '=', 'shown')
  const rows = [...(await states.execute()), ...(await reported.orderBy('seq', 'desc').limit(MARKED_SHOWN).execute())]
  return toStaffComments(db, rows, words)
}

async function toStaffComments(db: Kysely<Schema>, rows: readonly CommentRow[], words: SqlWords) {
  const quotes = await readQuotes(db, rows, words)
  return rows.map((row) => toStaffComment(row, quotes.get(row.id)))
}

/** Comments that were written or judged after the cursor. */
export async function readChangedComments(db: Kysely<Schema>, since: Since, words: SqlWords): Promise<RoomPart> {
  const changed = await db
    .selectFrom('comments')
    .selectAll()
    .where('show_id', '=', since.showId)
    .where('version', '>', since.cursor)
    .orderBy('version', 'desc')
    .limit(COMMENTS_PER_READ)
    .execute()
  const bySeq = (rows: readonly CommentRow[]) => rows.toSorted((a, b) => a.seq - b.seq)
  const shown = bySeq(changed.filter(({ state }) => state === 'shown'))
  const quotes = await readQuotes(db, shown, words)
  const gone = changed.filter(({ state }) => state === 'hidden' || state === 'erased')
  const silent = bySeq(changed.filter((row) => row.state === 'silent' && looksShown(row)))
  return {
    room: { comments: { rows: shown.map((row) => toComment(row, quotes.get(row.id))), removed: gone.map(idOf) } },
    desk: { marked: await toStaffComments(db, changed.filter(isMarked), words) },
    inner: { silent: silent.map((row) => toComment(row)) },
  }
}

/** Comments that viewers reported after the cursor. */
export async function readReported(
  db: Kysely<Schema>,
  { showId, cursor }: Since,
  words: SqlWords,
): Promise<StaffComment[]> {
  const ofShow = db.selectFrom('comments').selectAll().where('show_id', '=', showId)
  const reported = await ofShow.where('reports_version', '>', 0).where('reports_version', '>', cursor).execute()
  return toStaffComments(db, reported, words)
}

function isMarked({ state, judged_by, reports_version }: CommentRow): boolean {
  return state !== 'shown' || judged_by !== null || reports_version > 0
}

/** Mutes of the show and bans of the shop; with a cursor above 0 those that changed since, pardoned ones as well. */
export async function readStandings(
  db: Kysely<Schema>,
  { showId, cursor }: Since,
  words: SqlWords,
): Promise<readonly Standing[]> {
  const mutes = db.selectFrom('mutes').select(['viewer_id', 'version']).where('show_id', '=', showId)
  const bans = db.selectFrom('bans').select(['viewer_id', 'version'])
  const muted = await mutes.where('version', '>', cursor).orderBy('version', 'desc').limit(STANDINGS_SHOWN).execute()
  const banned = await bans.where('version', '>', cursor).orderBy('version', 'desc').limit(STANDINGS_SHOWN).execute()
  const viewers = [...new Set([...muted, ...banned].map((row) => row.viewer_id))]
  if (viewers.length === 0) return []
  const told = await readStandingsOf(db, { showId, viewers }, words)
  return cursor > 0 ? told : told.filter(({ mutedUntil, ban }) => mutedUntil !== null || ban !== null)
}

/** Whoever was neither muted nor banned, ever, is left out. */
export async function readStandingsOf(
  db: Kysely<Schema>,
  { showId, viewers }: { readonly showId: ShowId; readonly viewers: readonly ViewerId[] },
  words: SqlWords,
): Promise<readonly Standing[]> {
  const areTheirs = words.isOneOf('viewer_id', viewers)
  const mutes = await db.selectFrom('mutes').selectAll().where('show_id', '=', showId).where(areTheirs).execute()
  const bans = await db.selectFrom('bans').selectAll().where(areTheirs).execute()
  const muteOf = new Map(mutes.map((row) => [row.viewer_id, row]))
  const banOf = new Map(bans.map((row) => [row.viewer_id, row]))
  return viewers.flatMap((viewerId) => toStanding(muteOf.get(viewerId), banOf.get(viewerId)) ?? [])
}

interface ReadComments {
  readonly showId: ShowId
  readonly filter: CommentFilter
  readonly before: number | null
}

/** Older than `before`, newest first, at most 50. */
export const readComments: Job<ReadComments, CommentPage> = {
  name: 'comments.readComments',
  kind: 'read',
  async work(db, { showId, filter, before }, { words }) {
    const ofShow = db.selectFrom('comments').selectAll().where('show_id', '=', showId)
    const rows = await ofShow
      .$if(filter === 'all', (query) => query.where('state', '<>', 'erased'))
      .$if(filter === 'reported', (query) => query.where('reports_version', '>', 0).where('reports', '>', 0))
      .$if(filter === 'held', (query) => query.where('state', '=', 'held'))
      .$if(filter === 'hidden', (query) => query.where('state', '=', 'hidden'))
      .$if(filter === 'silent', (query) => query.where('state', '=', 'silent'))
      .$if(before !== null, (query) => query.where('seq', '<', before))
      .orderBy('seq', 'desc')
      .limit(PAGE + 1)
      .execute()
    return { comments: await toStaffComments(db, rows.slice(0, PAGE), words), more: rows.length > PAGE }
  },
}
