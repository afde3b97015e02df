// The subscription that keeps the commission ledger: of every fact about a credited order the rows that it adds.
import type { Kysely } from 'kysely'
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import type { Schema } from '../../database/schema.ts'
import type { Fact } from '../../events/facts.ts'
import type { Subscription } from '../../events/subscription.ts'
import { readRulesOf } from '../../sharing/readSharing.ts'
import { type Credited, MONEY_FACTS, NOTHING_WRITTEN, rowsOf, toCredited, withRows, type Written } from './rowsOf.ts'
import { type CommissionRow, within } from './tables.ts'

/** Rules are never changed and no fact is older than the rules it names: so the same facts give the same rows at any time. */
export const COMMISSION: Subscription = {
  name: 'commission',
  types: MONEY_FACTS,
  take: (db, facts) => addRows(db, facts),
  rebuilding: {
    async clear(db) {
      await within(db).deleteFrom('commission_rows').execute()
    },
    fold(kept, facts) {
      const credited = facts.filter((fact) => toCredited(fact) !== null)
      // What is kept grows with the shop: most facts are nobody's, and leave it as it is, unread.
      return kept !== null && credited.length === 0 ? kept : JSON.stringify([...readKept(kept), ...credited])
    },
    restore: (db, _stream, kept) => addRows(db, readKept(kept)),
  },
}

/** Facts that were thrown away: those that commission follows from are kept whole. */
export const readKept = (kept: string | null): Fact[] => (kept === null ? [] : JSON.parse(kept))

const AT_ONCE = 500

async function addRows(db: Kysely<Schema>, facts: readonly Fact[]): Promise<void> {
  const rows = await makeRows(
    db,
    facts.flatMap((fact) => toCredited(fact) ?? []),
  )
  for (let start = 0; start < rows.length; start += AT_ONCE) {
    const some = rows.slice(start, start + AT_ONCE)
    await within(db).insertInto('commission_rows').values(some).execute()
  }
}

async function makeRows(db: Kysely<Schema>, facts: readonly Credited[]): Promise<CommissionRow[]> {
  if (facts.length === 0) return []
  const rules = await readRulesOf(
    db,
    facts.map(({ hold }) => hold.credit.rules),
  )
  const written = await readWritten(db, [...new Set(facts.map(({ hold }) => hold.holdId))])
  return facts.flatMap((fact) => {
    const ofFact = rules.get(fact.hold.credit.rules)
    if (ofFact === undefined) throw new Error(`no rules of version ${fact.hold.credit.rules}`)
    const before = written.get(fact.hold.holdId) ?? NOTHING_WRITTEN
    const rows = rowsOf(fact, before, ofFact)
    written.set(fact.hold.holdId, withRows(before, rows))
    return rows
  })
}

async function readWritten(db: Kysely<Schema>, holdIds: readonly HoldId[]): Promise<Map<HoldId, Written>> {
  const written = new Map<HoldId, Written>()
  const rows = await within(db)
    .selectFrom('commission_rows')
    .selectAll()
    .where('hold_id', 'in', [...holdIds])
    .orderBy('seq')
    .execute()
  for (const row of rows) written.set(row.hold_id, withRows(written.get(row.hold_id) ?? NOTHING_WRITTEN, [row]))
  return written
}
