// What viewers without history behind one address have left to do in a show: read for a whole batch, taken from, saved with it.
import type { ShowId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import { isPaced, leftOf, type Pace, type PacedShow, takePaced } from '../../domain/pace.ts'
import type { JobContext } from '../../database/database.ts'
import type { Schema, ShowRow } from '../../database/schema.ts'

export type PacedRow = Pick<ShowRow, 'id' | 'live_at' | 'created_at' | 'crowd'>

/** What a viewer did, or wants to do. */
export interface Deed {
  readonly showId: ShowId
  readonly viewerId: ViewerId
  /** The viewer's address, hashed. */
  readonly source?: string | null
  readonly issuedAt?: number
}

export interface AddressBudgets<D extends Deed> {
  /** Takes `cost` for one of the deeds, or answers the ms until there is so much; 0: taken, or not bound. */
  take(deed: D, cost: number): number
  /** Takes what there is of `wanted` and answers how much that was. */
  takeSome(deed: D, wanted: number): number
  save(): Promise<void>
}

interface Asked<D extends Deed> {
  readonly kind: 'comments' | 'likes'
  readonly pace: Pace
  readonly deeds: readonly D[]
  /** Locked: nobody else takes from their budgets meanwhile. */
  readonly shows: ReadonlyMap<ShowId, PacedShow>
}

interface Spender {
  readonly showId: ShowId
  readonly crowd: string
}

const COLUMNS = { show_id: 'text', crowd: 'text', kind: 'text', full_at: 'integer' } as const
const keyOf = ({ showId, crowd }: Spender) => `${showId} ${crowd}`

export async function openAddressBudgets<D extends Deed>(
  db: Kysely<Schema>,
  { kind, pace, deeds, shows }: Asked<D>,
  context: JobContext,
): Promise<AddressBudgets<D>> {
  const spenders = await findSpenders(db, { deeds, shows }, context)
  const known = await readFullAt(db, { kind, spenders: [...spenders.values()] }, context)
  const now = await context.now()
  const taken = new Map<string, Spender & { readonly fullAt: number }>()

  const fullAtOf = (spender: Spender) => known.get(keyOf(spender)) ?? 0
  const take = (deed: D, cost: number) => {
    const spender = spenders.get(deed)
    if (spender === undefined) return 0
    const { fullAt, waitMs } = takePaced(pace, fullAtOf(spender), { now, cost })
    if (waitMs > 0) return waitMs
    known.set(keyOf(spender), fullAt)
    taken.set(keyOf(spender), { ...spender, fullAt })
    return 0
  }
  return {
    take,
    takeSome: (deed, wanted) => {
      const spender = spenders.get(deed)
      const some = spender === undefined ? wanted : Math.min(wanted, leftOf(pace, fullAtOf(spender), now))
      if (some > 0) take(deed, some)
      return some
    },
    save: async () => {
      if (taken.size === 0) return
      const rows = [...taken.values()].map(({ showId, crowd, fullAt }) => [showId, crowd, kind, fullAt])
      const given = context.words.givenRows(COLUMNS, rows)
      await sql`insert into address_budgets (show_id, crowd, kind, full_at)
        select given.show_id, given.crowd, given.kind, given.full_at from ${given} where true
        on conflict (show_id, crowd, kind) do update set full_at = excluded.full_at`.execute(db)
    },
  }
}

/** Those of them that count against an address: without history, which is an old cookie or an order that is paid. */
async function findSpenders<D extends Deed>(
  db: Kysely<Schema>,
  { deeds, shows }: Pick<Asked<D>, 'deeds' | 'shows'>,
  { words }: JobContext,
): Promise<ReadonlyMap<D, Spender>> {
  const fresh = deeds.filter(({ showId, issuedAt }) => {
    const show = shows.get(showId)
    return show !== undefined && isPaced(show, { issuedAt, hasPaid: false })
  })
  if (fresh.length === 0) return new Map()
  const viewers = [...new Set(fresh.map(({ viewerId }) => viewerId))]
  const theirs = db.selectFrom('holds').select('viewer_id').where(words.isOneOf('viewer_id', viewers))
  const payers = new Set((await theirs.where('state', '=', 'paid').execute()).map((row) => row.viewer_id))
  const spenders = new Map<D, Spender>()
  for (const deed of fresh) {
    const { showId, viewerId, source: crowd } = deed
    if (typeof crowd === 'string' && !payers.has(viewerId)) spenders.set(deed, { showId, crowd })
  }
  return spenders
}

async function readFullAt(
  db: Kysely<Schema>,
  { kind, spenders }: { readonly kind: 'comments' | 'likes'; readonly spenders: readonly Spender[] },
  { words }: JobContext,
): Promise<Map<string, number>> {
  if (spenders.length === 0) return new Map()
  const query = db.selectFrom('address_budgets').selectAll().where('kind', '=', kind)
  const ofThem = query
    .where(words.isOneOf('show_id', [...new Set(spenders.map(({ showId }) => showId))]))
    .where(words.isOneOf('crowd', [...new Set(spenders.map(({ crowd }) => crowd))]))
  const rows = await ofThem.execute()
  return new Map(rows.map((row) => [keyOf({ showId: row.show_id, crowd: row.crowd }), row.full_at]))
}

/** Those that are full again say nothing; of locked shows alone. */
export async function forgetFull(db: Kysely<Schema>, showIds: readonly ShowId[], context: JobContext): Promise<void> {
  const full = db.deleteFrom('address_budgets').where(context.words.isOneOf('show_id', showIds))
  await full.where('full_at', '<=', await context.now()).execute()
}
