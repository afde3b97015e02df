// Jobs of comment to buy: rules and keywords, comments found again, and which comments changed holds.
import type { Buying, BuyingChange } from '@lantern/shared/contract/commentOrders.ts'
import { HoldId } from '@lantern/shared/contract/ids.ts'
import type { CommentId, ShowId, StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Comment, Hold } from '@lantern/shared/contract/things.ts'
import type { Kysely } from 'kysely'
import {
  changeRules,
  completeKeywords,
  foldKeyword,
  RULES_AT_FIRST,
  sameRules,
} from '../../domain/commentOrders/showKeywords.ts'
import type { NumberedOffer, ShowRules } from '../../domain/commentOrders/showKeywords.ts'
import type { Job } from '../../database/database.ts'
import { appendEvent } from '../../events/append.ts'
import { changedIn, unchanged } from '../../database/changed.ts'
import type { Changed } from '../../database/changed.ts'
import { toStaffHold, toHoldRecord } from '../../database/toThings.ts'
import type { Schema } from '../../database/schema.ts'
import { toComment } from '../../database/toComments.ts'
import { type OfferKeywordRow, within } from './tables.ts'

const HoldIds = HoldId.array()

type BuyingOutcome = Outcome<
  Buying,
  'OFFER_NOT_FOUND' | 'KEYWORD_TAKEN' | 'KEYWORD_UNFIT' | 'SHOW_NOT_FOUND' | 'SHOW_ENDED'
>

interface SetBuying {
  readonly showId: ShowId
  readonly change: BuyingChange
  readonly by: StaffId
}

/** Changes the rules and makes the keywords that are missing. Appends an event; unchanged rules write nothing. */
export const setBuying: Job<SetBuying, Changed<BuyingOutcome>> = {
  name: 'commentOrders.setBuying',
  kind: 'write',
  async work(db, { showId, change, by }, context) {
    const shows = db.selectFrom('shows').select(['id', 'live_at', 'phase']).where('id', '=', showId)
    const show = await context.words.lockRows(shows).executeTakeFirst()
    if (!show) return unchanged(refuse('SHOW_NOT_FOUND'))
    if (show.phase === 'ended') return unchanged(refuse('SHOW_ENDED'))
    const known = await readBuying(db, showId)
    const outcome = changeRules(known ?? RULES_AT_FIRST, change, await readOffers(db, showId))
    if (!outcome.ok) return unchanged(outcome)
    const rules = outcome.value
    if (known && sameRules(known, rules)) return unchanged(grant(known))
    const event = { show, actor: `staff:${by}`, type: 'buying:changed', payload: { ...rules } } as const
    const version = await appendEvent(db, event, context)
    await saveRules(db, { showId, rules, version })
    return changedIn(grant({ ...rules, version }), showId)
  },
}

/** The rules of a new show: off, with a keyword for every offer. */
export async function startBuying(
  db: Kysely<Schema>,
  { showId, version }: { showId: ShowId; version: number },
): Promise<void> {
  const keywords = completeKeywords(await readOffers(db, showId), [])
  await saveRules(db, { showId, rules: { ...RULES_AT_FIRST, keywords }, version })
}

/** A keyword for every offer of the rundown as it is now; those that there were stay. */
export async function followRundown(
  db: Kysely<Schema>,
  { showId, version }: { showId: ShowId; version: number },
): Promise<void> {
  const { version: _, ...rules } = (await readBuying(db, showId)) ?? { ...RULES_AT_FIRST, version }
  const offers = await readOffers(db, showId)
  const isThere = new Set(offers.map(({ offerId }) => offerId))
  const known = rules.keywords.filter(({ offerId }) => isThere.has(offerId))
  await saveRules(db, { showId, rules: { ...rules, keywords: completeKeywords(offers, known) }, version })
}

async function saveRules(
  db: Kysely<Schema>,
  { showId, rules, version }: { showId: ShowId; rules: ShowRules; version: number },
): Promise<void> {
  const tables = within(db)
  const row = {
    is_on: rules.on ? 1 : 0,
    matching: rules.matching,
    number_required: rules.numberRequired ? 1 : 0,
    version,
  } as const
  await tables
    .insertInto('buyings')
    .values({ show_id: showId, ...row })
    .onConflict((conflict) => conflict.column('show_id').doUpdateSet(row))
    .execute()
  // All anew: two may have changed places.
  await tables.deleteFrom('offer_keywords').where('show_id', '=', showId).execute()
  const keywords = rules.keywords.map(({ offerId, keyword }, position): OfferKeywordRow => {
    return { offer_id: offerId, show_id: showId, position, keyword, folded: foldKeyword(keyword) }
  })
  if (keywords.length > 0) await tables.insertInto('offer_keywords').values(keywords).execute()
}

/** Null: unchanged since the cursor, or never set up. */
export async function readBuying(db: Kysely<Schema>, showId: ShowId, cursor = -1): Promise<Buying | null> {
  const row = await within(db)
    .selectFrom('buyings')
    .selectAll()
    .where('show_id', '=', showId)
    .where('version', '>', cursor)
    .executeTakeFirst()
  if (!row) return null
  const keywords = within(db).selectFrom('offer_keywords').select(['offer_id as offerId', 'keyword'])
  return {
    on: row.is_on === 1,
    matching: row.matching,
    numberRequired: row.number_required === 1,
    keywords: await keywords.where('show_id', '=', showId).orderBy('position').execute(),
    version: row.version,
  }
}

/** In the order of the rundown. */
function readOffers(db: Kysely<Schema>, showId: ShowId): Promise<NumberedOffer[]> {
  return db
    .selectFrom('offers')
    .innerJoin('show_products', (join) =>
      join
        .onRef('show_products.product_id', '=', 'offers.product_id')
        .onRef('show_products.show_id', '=', 'offers.show_id'),
    )
    .select(['offers.id as offerId', 'offers.product_id as productId', 'show_products.number'])
    .where('offers.show_id', '=', showId)
    .orderBy('show_products.number')
    .orderBy('offers.position')
    .execute()
}

/** Null: there is none in this show. */
export const findComment: Job<{ showId: ShowId; commentId: CommentId }, Comment | null> = {
  name: 'commentOrders.findComment',
  kind: 'read',
  async work(db, { showId, commentId }) {
    const comments = db.selectFrom('comments').selectAll().where('id', '=', commentId).where('show_id', '=', showId)
    const row = await comments.where('state', '!=', 'erased').executeTakeFirst()
    return row ? toComment(row) : null
  },
}

/** Comments of viewers, newest first. */
export const latestComments: Job<{ showId: ShowId; limit: number }, Comment[]> = {
  name: 'commentOrders.latestComments',
  kind: 'read',
  async work(db, { showId, limit }) {
    const comments = db.selectFrom('comments').selectAll().where('show_id', '=', showId).where('from_staff', '=', 0)
    const there = comments.where('state', '!=', 'erased')
    return (await there.orderBy('seq', 'desc').limit(limit).execute()).map((row) => toComment(row))
  },
}

/** Held or paying, by the database's clock; the oldest first. */
export const liveHolds: Job<{ showId: ShowId; viewerId: ViewerId }, Hold[]> = {
  name: 'commentOrders.liveHolds',
  kind: 'read',
  async work(db, { showId, viewerId }, { now }) {
    const holds = db.selectFrom('holds').selectAll().where('viewer_id', '=', viewerId).where('show_id', '=', showId)
    const live = holds.where('state', 'in', ['held', 'paying']).where('expires_at', '>', await now())
    const rows = await live.orderBy('granted_at').orderBy('id').execute()
    return rows.map((row) => {
      const { viewerId: _v, viewerName: _n, via: _via, ...hold } = toStaffHold(toHoldRecord(row))
      return hold
    })
  },
}

/** Takes down that the comment is about to change these holds; false: it was taken down before. */
export const startAct: Job<{ commentId: CommentId; holdIds: readonly HoldId[] }, boolean> = {
  name: 'commentOrders.startAct',
  kind: 'write',
  async work(db, { commentId, holdIds }) {
    const row = { comment_id: commentId, hold_ids: JSON.stringify(holdIds) }
    const insert = within(db)
      .insertInto('comment_acts')
      .values(row)
      .onConflict((conflict) => conflict.column('comment_id').doNothing())
    return (await insert.returning('comment_id').execute()).length === 1
  },
}

/** The holds that the comment was about to change; null: it was not. */
export const findAct: Job<{ commentId: CommentId }, readonly HoldId[] | null> = {
  name: 'commentOrders.findAct',
  kind: 'read',
  async work(db, { commentId }) {
    const acts = within(db).selectFrom('comment_acts').select('hold_ids').where('comment_id', '=', commentId)
    const row = await acts.executeTakeFirst()
    return row ? HoldIds.parse(JSON.parse(row.hold_ids)) : null
  },
}

export const jobs = [setBuying, findComment, latestComments, liveHolds, findAct, startAct]
