// Job that takes what verified member tokens say: each once, the newest word of the shop last, and its bearer known from then on.
import { createHash } from 'node:crypto'
import { type MemberClaims, TOKEN_CLOCKS_SECONDS } from '@lantern/shared/contract/members.ts'
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Kysely } from 'kysely'
import type { Job, JobContext } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { wasErased } from '../../database/erasure/erased.ts'
import { bind, joinInto, memberOf } from './knowing.ts'
import { MEMBERS, within } from './tables.ts'

export interface Bearer {
  readonly claims: MemberClaims
  readonly viewerId: ViewerId
  readonly showId: ShowId
}

export type Taken = Outcome<null, 'MEMBER_LINK_USED' | 'MEMBER_LINK_MONEY' | 'SESSION_OVER'>

/** One answer for each, in their order. The same token from the same viewer again is granted, and changes nothing. */
export const takeTokens: Job<readonly Bearer[], readonly Taken[]> = {
  name: 'members.takeTokens',
  kind: 'write',
  async work(db, bearers, context) {
    await context.words.lockNames(db, [MEMBERS])
    await within(db)
      .deleteFrom('member_tokens')
      .where('over_at', '<', await context.now())
      .execute()
    const taken: Taken[] = []
    for (const bearer of bearers) taken.push(await take(db, bearer, context))
    return taken
  },
}

async function take(db: Kysely<Schema>, bearer: Bearer, context: JobContext): Promise<Taken> {
  const { claims, viewerId, showId } = bearer
  const shows = db.selectFrom('shows').select('currency').where('id', '=', showId)
  const show = await shows.executeTakeFirst()
  const currency = claims.storedValue?.currency
  if (currency !== undefined && show !== undefined && currency !== show.currency) return refuse('MEMBER_LINK_MONEY')
  if (await wasErased(db, viewerId)) return refuse('SESSION_OVER')
  const used = await use(db, bearer)
  if (used !== 'new') return used === viewerId ? grant(null) : refuse('MEMBER_LINK_USED')
  const place = { db, context }
  const memberId = await memberOf(place, claims.sub)
  for (const customerId of new Set(claims.replaces)) await joinInto(place, memberId, customerId)
  const told = toTold(claims)
  const update = within(db).updateTable('members').set(told)
  await update.where('id', '=', memberId).where('told_at', '<=', told.told_at).execute()
  await bind(place, { viewerId, memberId, by: 'token' })
  return grant(null)
}

/** What is left out is taken away. */
function toTold({ tier = null, points = null, storedValue, name = null, iat, sub }: MemberClaims) {
  const stored = { stored_minor: storedValue?.amountMinor ?? null, stored_currency: storedValue?.currency ?? null }
  return { tier, points, ...stored, name, told_of: sub, told_at: iat * 1000 }
}

/** `new`: nobody has used it, and now this viewer has; else who did. */
async function use(db: Kysely<Schema>, { claims, viewerId }: Bearer): Promise<'new' | ViewerId> {
  const hash = createHash('sha256').update(claims.jti).digest('base64url')
  const tokens = within(db).selectFrom('member_tokens').select('viewer_id').where('hash', '=', hash)
  const before = await tokens.executeTakeFirst()
  if (before !== undefined) return before.viewer_id
  // Until nobody would read it any more, whatever their clocks say.
  const over_at = (claims.exp + 2 * TOKEN_CLOCKS_SECONDS) * 1000
  await within(db).insertInto('member_tokens').values({ hash, viewer_id: viewerId, over_at }).execute()
  return 'new'
}
