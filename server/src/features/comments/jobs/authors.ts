// What the rules of talking ask about those who write: read for a whole batch of comments at once.
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import type { CommentRules } from '@lantern/shared/contract/comments.ts'
import type { Kysely } from 'kysely'
import { type Author, factsNeeded, OPEN_RULES } from '../../../domain/comment.ts'
import type { SqlWords } from '../../../database/database.ts'
import type { Schema } from '../../../database/schema.ts'
import type { NewComment } from '../newComment.ts'
import { toRules } from '../../../database/toComments.ts'

export interface Authors {
  rulesOf(showId: ShowId): CommentRules
  authorOf(comment: NewComment): Author
  /** A comment of the batch was taken: the next one of its author finds it. */
  posted(comment: NewComment, at: number): void
}

interface Asked {
  readonly db: Kysely<Schema>
  readonly words: SqlWords
  readonly viewers: readonly ViewerId[]
}

const keyOf = ({ showId, viewerId }: { showId: ShowId; viewerId: ViewerId }) => `${showId} ${viewerId}`

export async function readAuthors(
  db: Kysely<Schema>,
  comments: readonly NewComment[],
  words: SqlWords,
): Promise<Authors> {
  const rules = await readRules(db, [...new Set(comments.map(({ showId }) => showId))], words)
  const viewers = [...new Set(comments.filter(({ fromStaff }) => !fromStaff).map(({ viewerId }) => viewerId))]
  const needs = [...rules.values()].map(factsNeeded)
  const asked = { db, words, viewers }
  const bans = await readBans(asked)
  const mutes = await readMutes(asked)
  const visits = needs.some((need) => need.visits) ? await readVisits(asked) : new Map<string, number>()
  const posts = needs.some((need) => need.posts) ? await readPosts(asked) : new Map<string, number>()
  const buyers = needs.some((need) => need.orders) ? await readBuyers(asked) : new Set<ViewerId>()
  return {
    rulesOf: (showId) => rules.get(showId) ?? OPEN_RULES,
    authorOf: (comment) => ({
      mutedUntil: mutes.get(keyOf(comment)) ?? null,
      ban: bans.get(comment.viewerId) ?? null,
      firstSeenAt: visits.get(keyOf(comment)) ?? null,
      lastPostAt: posts.get(keyOf(comment)) ?? null,
      hasBought: buyers.has(comment.viewerId),
    }),
    posted: (comment, at) => void posts.set(keyOf(comment), at),
  }
}

async function readRules(db: Kysely<Schema>, showIds: readonly ShowId[], words: SqlWords) {
  const rows = await db.selectFrom('talk').selectAll().where(words.isOneOf('show_id', showIds)).execute()
  return new Map(rows.map((row) => [row.show_id, toRules(row)]))
}

async function readBans({ db, words, viewers }: Asked) {
  const rows = await db.selectFrom('bans').selectAll().where(words.isOneOf('viewer_id', viewers)).execute()
  return new Map(rows.map((row) => [row.viewer_id, row.ban]))
}

async function readMutes({ db, words, viewers }: Asked) {
  const rows = await db.selectFrom('mutes').selectAll().where(words.isOneOf('viewer_id', viewers)).execute()
  return new Map(rows.map((row) => [keyOf({ showId: row.show_id, viewerId: row.viewer_id }), row.muted_until]))
}

async function readVisits({ db, words, viewers }: Asked) {
  const rows = await db.selectFrom('visits').selectAll().where(words.isOneOf('viewer_id', viewers)).execute()
  return new Map(rows.map((row) => [keyOf({ showId: row.show_id, viewerId: row.viewer_id }), row.at]))
}

async function readPosts({ db, words, viewers }: Asked) {
  const rows = await db
    .selectFrom('comments')
    .select(['show_id', 'viewer_id', (eb) => eb.fn.max('at').as('at')])
    .where(words.isOneOf('viewer_id', viewers))
    .groupBy(['show_id', 'viewer_id'])
    .execute()
  return new Map(rows.map((row) => [keyOf({ showId: row.show_id, viewerId: row.viewer_id }), row.at]))
}

async function readBuyers({ db, words, viewers }: Asked) {
  const ofThem = db.selectFrom('holds').select('viewer_id').where(words.isOneOf('viewer_id', viewers))
  const rows = await ofThem.where('state', 'in', ['authorised', 'paid', 'late_paid']).execute()
  return new Set(rows.map((row) => row.viewer_id))
}
