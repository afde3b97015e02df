// Jobs about the codes that buyers show: what a viewer may show, a new code for it, and what a code stands for.
import { CODE_MS, CounterThing } from '@lantern/shared/contract/counter.ts'
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { grant, type Outcome, type RefusalCode, refuse } from '@lantern/shared/contract/refusals.ts'
import type { Kysely } from 'kysely'
import type { Job } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { readStanding } from './standing.ts'
import { within } from './tables.ts'

interface OfViewer {
  readonly viewerId: ViewerId
  readonly thing: CounterThing
}

/** `code` null: it needs a new one. */
export type OwnCode =
  | { readonly is: 'code'; readonly code: string | null; readonly until: number }
  | { readonly is: 'redeemed'; readonly at: number; readonly place: string }
  | { readonly is: 'no'; readonly why: RefusalCode }

const findRedemption = (db: Kysely<Schema>, { kind, ref }: CounterThing) =>
  db
    .selectFrom('redemptions')
    .select(['at', 'place'])
    .where('kind', '=', kind)
    .where('ref', '=', ref)
    .executeTakeFirst()

export const readOwnCode: Job<OfViewer, Outcome<OwnCode, 'COUNTER_NOT_YOURS' | 'COUNTER_CLOSED'>> = {
  name: 'counter.readOwnCode',
  kind: 'read',
  async work(db, { viewerId, thing }, context) {
    const now = await context.now()
    const standing = await readStanding(db, thing, now)
    if (standing?.viewerId !== viewerId) return refuse('COUNTER_NOT_YOURS')
    const before = await findRedemption(db, thing)
    if (before !== undefined) return grant({ is: 'redeemed', ...before })
    if (standing.why === 'COUNTER_CLOSED') return refuse('COUNTER_CLOSED')
    if (standing.why !== null) return grant({ is: 'no', why: standing.why })
    const codes = within(db).selectFrom('counter_codes').select(['code', 'until']).where('ref', '=', thing.ref)
    const own = codes.where('kind', '=', thing.kind).where('viewer_id', '=', viewerId)
    // In its second half it is still good, but not for long enough to be shown.
    const good = await own.where('until', '>', now + CODE_MS / 2).executeTakeFirst()
    return grant({ is: 'code', code: good?.code ?? null, until: good?.until ?? now })
  },
}

/** The ones before stay good to their end, for whoever is looking at one; those of before are thrown away. */
export const makeOwnCode: Job<OfViewer & { readonly code: string }, number> = {
  name: 'counter.makeOwnCode',
  kind: 'write',
  async work(db, { viewerId, thing, code }, context) {
    const { kind, ref } = thing
    const now = await context.now()
    const until = now + CODE_MS
    const standing = await readStanding(db, thing, now)
    if (standing?.viewerId !== viewerId) return until
    const old = within(db).deleteFrom('counter_codes').where('ref', '=', ref).where('kind', '=', kind)
    await old.where('until', '<=', now).execute()
    const row = { code, kind, ref, show_id: standing.showId, viewer_id: viewerId, until }
    await within(db).insertInto('counter_codes').values(row).execute()
    return until
  },
}

interface Reading {
  readonly code: string
  /** Null: of every show. */
  readonly showId: ShowId | null
  /** Of whoever redeems: what it stands for already is looked at although its code has run out since. */
  readonly id: string | null
}

export type Found = CounterThing & { readonly showId: ShowId }

export const findCode: Job<Reading, Outcome<Found, 'COUNTER_CODE_OLD' | 'COUNTER_OTHER_SHOW'>> = {
  name: 'counter.findCode',
  kind: 'read',
  async work(db, { code, showId, id }, context) {
    const row = await within(db).selectFrom('counter_codes').selectAll().where('code', '=', code).executeTakeFirst()
    if (row === undefined) return refuse('COUNTER_CODE_OLD')
    const { kind, ref, show_id, until } = row
    const isOld = until <= (await context.now()) && !(await isKnown(db, { id, ref }))
    if (isOld) return refuse('COUNTER_CODE_OLD')
    if (showId !== null && show_id !== showId) return refuse('COUNTER_OTHER_SHOW')
    return grant({ ...CounterThing.parse({ kind, ref }), showId: show_id })
  },
}

async function isKnown(db: Kysely<Schema>, { id, ref }: { readonly id: string | null; readonly ref: string }) {
  if (id === null) return false
  const known = db.selectFrom('redemptions').select('id').where('id', '=', id).where('ref', '=', ref)
  return (await known.executeTakeFirst()) !== undefined
}
