// Redemptions at the counter in a batch's working set: of what is to be redeemed, and what the ids of requests stand for.
import { insertRows } from '../../database/bulk.ts'
import type { RedemptionRow } from '../../rewards/schema.ts'
import { inputsOf } from '../requests.ts'
import * as tables from '../rewardTables.ts'
import { unique } from './book.ts'
import type { Book, Opening, Reader } from './book.ts'
import type { Drift } from '../ledger.ts'

/** An order's show covers what is redeemed of it, a coupon's own row what is redeemed of that. */
export const COUNTER: Book = {
  name: 'counter',
  rank: 105,
  locks: null,
  open: async (reader, opening) => ({
    rows: { redemptions: await readRedemptions(reader, opening), withLeader: await readWithLeader(reader, opening) },
    save: (to, { redemptions }) => insertRows(to, tables.REDEMPTIONS, redemptions.added()),
  }),
  check: checkRedemptions,
}

async function readRedemptions({ db, words }: Reader, { requests }: Opening): Promise<RedemptionRow[]> {
  const asked = inputsOf(requests, 'redeem')
  if (asked.length === 0) return []
  const rows = db.selectFrom('redemptions').selectAll()
  const [ids, refs] = [unique(asked.map(({ id }) => id)), unique(asked.map(({ ref }): string => ref))]
  const known = await rows.where(words.isOneOf('id', ids)).execute()
  const before = await rows.where(words.isOneOf('ref', refs)).execute()
  return [...new Map([...known, ...before].map((row) => [row.id, row])).values()]
}

// A type and not an interface: kysely joins it to the tables it knows.
type LeaderTables = {
  leader_pages: { group_id: string }
  hand_overs: { hold_id: string }
}

/** Of groups with a leader's page, what they have bought is in no shop; what a leader handed over is gone, also when the page is. */
async function readWithLeader({ db, words }: Reader, { requests, rows }: Opening): Promise<Set<string>> {
  const named = new Set(inputsOf(requests, 'redeem').map(({ ref }): string => ref))
  const holds = rows.holds.filter(({ id }) => named.has(id))
  if (holds.length === 0) return new Set()
  const tables = db.withTables<LeaderTables>()
  const ids = unique(holds.map(({ id }): string => id))
  const handed = await tables.selectFrom('hand_overs').select('hold_id').where(words.isOneOf('hold_id', ids)).execute()
  const groups = unique(holds.flatMap(({ group }) => group?.id ?? []))
  const pages = tables.selectFrom('leader_pages').select('group_id')
  const led = groups.length === 0 ? [] : await pages.where(words.isOneOf('group_id', groups)).execute()
  const ledIds = new Set(led.map(({ group_id }) => group_id))
  const ofLed = holds.filter(({ group }) => group !== undefined && ledIds.has(group.id)).map(({ id }) => id)
  return new Set([...handed.map(({ hold_id }) => hold_id), ...ofLed])
}

/** A coupon that was redeemed is used, and by no hold. */
async function checkRedemptions({ db }: Reader): Promise<Drift[]> {
  const rows = await db
    .selectFrom('redemptions')
    .leftJoin('rewards', 'rewards.id', 'redemptions.ref')
    .select(['redemptions.ref', 'state', 'hold_id'])
    .where('redemptions.kind', '=', 'coupon')
    .execute()
  const wrong = rows.filter(({ state, hold_id }) => state !== 'used' || hold_id !== null)
  return wrong.map(({ ref, state, hold_id }) => ({
    invariant: 'I7',
    units: 1,
    what: `coupon ${ref} was redeemed at the counter, it is ${state ?? 'gone'} with ${hold_id ?? 'no hold'}`,
  }))
}
