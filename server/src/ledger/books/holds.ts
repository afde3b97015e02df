// Holds in a batch's working set: the named ones, and what those have who ask for more or may be served.
import { sql } from 'kysely'
import { COUNTING } from '../../domain/hold.ts'
import type { HoldRecord } from '../../domain/hold.ts'
import { insertRows, updateRows } from '../../database/bulk.ts'
import { toHoldRecord, toLines } from '../../database/toThings.ts'
import type { Flag, HoldRow } from '../../database/schema.ts'
import { inputsOf } from '../requests.ts'
import type { LedgerRequest } from '../requests.ts'
import * as tables from '../tables.ts'
import { unique } from './book.ts'
import type { Asked, Book, Needs, Opening, Reader } from './book.ts'

export const HOLDS: Book = {
  name: 'holds',
  rank: 50,
  locks: null,
  async find(reader, asked) {
    const { requests } = asked
    const asking = [...inputsOf(requests, 'place'), ...inputsOf(requests, 'joinWaitlist')]
    const changes = inputsOf(requests, 'change')
    const dueIds = await findDueHolds(reader, asked)
    const movingIds = findMovingIds(requests, dueIds)
    const fresh = asking.flatMap((input) => (input.issuedAt === undefined ? [] : (input.source ?? [])))
    return {
      ...(await findPools(reader, movingIds)),
      dueIds,
      holdIds: [...inputsOf(requests, 'place').map((place) => place.holdId), ...movingIds, ...ordersOf(requests)],
      viewerIds: [...asking, ...changes].map((input) => input.viewerId),
      crowds: [...fresh, ...(await findCrowds(reader, changes))],
    }
  },
  open: async (reader, opening) => ({
    rows: { holds: await readHolds(reader, opening), dueIds: opening.needs.dueIds },
    async save(to, { holds }) {
      await insertRows(to, tables.HOLDS, holds.added().map(toHoldRow))
      await updateRows(to, tables.HOLD_CHANGES, holds.updated().map(toHoldRow))
    },
  }),
}

/** Handed out at the counter: they do not move. */
const ordersOf = (requests: readonly LedgerRequest[]) =>
  inputsOf(requests, 'redeem').flatMap(({ kind, ref }) => (kind === 'order' ? ref : []))

async function findDueHolds({ db }: Reader, { requests, now }: Asked): Promise<string[]> {
  const limit = Math.max(0, ...inputsOf(requests, 'sweep').map((sweep) => sweep.limit))
  if (limit === 0) return []
  const due = db
    .selectFrom('holds')
    .select('id')
    .where('expires_at', '<=', await now())
    .where(sql<boolean>`state in ('held', 'paying')`)
  return (await due.orderBy('expires_at').limit(limit).execute()).map((row) => row.id)
}

function findMovingIds(requests: readonly LedgerRequest[], dueIds: readonly string[]): string[] {
  const inputs = [...inputsOf(requests, 'release'), ...inputsOf(requests, 'report'), ...inputsOf(requests, 'change')]
  const settled = inputsOf(requests, 'settleOrder')
  return unique([...[...inputs, ...settled].map((input) => input.holdId), ...dueIds])
}

type Pools = Pick<Needs, 'showIds' | 'offerIds' | 'saleIds'>

/** The show and the pools of each line. */
async function findPools({ db, words }: Reader, holdIds: readonly string[]): Promise<Pools> {
  if (holdIds.length === 0) return { showIds: [], offerIds: [], saleIds: [] }
  const rows = await db.selectFrom('holds').select(['show_id', 'lines']).where(words.isOneOf('id', holdIds)).execute()
  const lines = rows.flatMap((row) => toLines(row.lines))
  return {
    showIds: rows.map((row) => row.show_id),
    offerIds: lines.map(({ offerId }) => offerId),
    saleIds: lines.flatMap(({ saleId }) => saleId ?? []),
  }
}

/** Of holds that may grow. */
async function findCrowds({ db, words }: Reader, changes: readonly { holdId: string }[]): Promise<string[]> {
  if (changes.length === 0) return []
  const ids = changes.map(({ holdId }) => holdId)
  const holds = db.selectFrom('holds').select('crowd').where(words.isOneOf('id', ids))
  return (await holds.execute()).flatMap(({ crowd }) => crowd ?? [])
}

/** Looked up by one column each. */
async function readHolds({ db, words }: Reader, { needs, rows: before }: Opening): Promise<HoldRecord[]> {
  const holds = db.selectFrom('holds').selectAll()
  const { holdIds, crowds } = needs
  const viewers = unique([...needs.viewerIds, ...before.waits.map((wait) => wait.viewer_id)])
  const named = holdIds.length === 0 ? [] : await holds.where(words.isOneOf('id', holdIds)).execute()
  const counting = holds.where(words.isOneOf('viewer_id', viewers)).where('state', 'in', [...COUNTING])
  const own = viewers.length === 0 ? [] : await counting.execute()
  const crowd = holds.where(words.isOneOf('crowd', crowds)).where(sql<boolean>`state in ('held', 'paying')`)
  const beside = crowds.length === 0 ? [] : await crowd.where('crowd', 'is not', null).execute()
  const rows = new Map<string, HoldRow>([...named, ...own, ...beside].map((row) => [row.id, row]))
  return [...rows.values()].map(toHoldRecord)
}

const flag = (is: boolean): Flag => (is ? 1 : 0)

function toHoldRow(hold: HoldRecord): HoldRow {
  return {
    id: hold.id,
    show_id: hold.showId,
    viewer_id: hold.viewerId,
    viewer_name: hold.viewerName,
    via: hold.via,
    state: hold.state,
    currency: hold.currency,
    total_minor: hold.totalMinor,
    granted_at: hold.grantedAt,
    expires_at: hold.expiresAt,
    extended: flag(hold.extended),
    waited: flag(hold.waited),
    source: hold.source,
    crowd: hold.crowd,
    asked: hold.asked,
    order_id: hold.orderId,
    lines: JSON.stringify(hold.lines),
    credit: hold.credit === null ? null : JSON.stringify(hold.credit),
    group_id: hold.group?.id ?? null,
    group_terms: hold.group === undefined ? null : JSON.stringify(hold.group),
    version: hold.version,
  }
}
