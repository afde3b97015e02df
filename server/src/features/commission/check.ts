// Proves the commission ledger: every row once more from the log, and what stands in it for each order from the order itself.
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import type { Kysely } from 'kysely'
import type { Job } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { readToday } from '../../events/today.ts'
import { type Fact, readFacts } from '../../events/facts.ts'
import { SHOP, type Stream } from '../../events/stream.ts'
import { type Due, dueOf } from '../../domain/sharing/due.ts'
import { readRulesOf } from '../../sharing/readSharing.ts'
import type { Proof } from '../../domain/proof.ts'
import { keyOf, MONEY_FACTS, NOTHING_WRITTEN, rowsOf, toCredited, toSold, withRows, worthOf } from './rowsOf.ts'
import { COMMISSION, readKept } from './subscription.ts'
import { type CommissionRow, within } from './tables.ts'

const ALL = 1_000_000_000

/** In one transaction, so that nothing moves meanwhile. */
export const checkCommission: Job<null, Proof> = {
  name: 'commission.check',
  kind: 'read',
  async work(db) {
    const { facts, behind } = await readTaken(db)
    const rows = await within(db).selectFrom('commission_rows').selectAll().orderBy('seq').execute()
    const fromLog = await rowsFromLog(db, facts)
    const orders = await proveOrders(db, rows, behind > 0)
    const wrong = [...compare(fromLog, rows), ...orders.wrong]
    const credited = facts.filter((fact) => toCredited(fact) !== null)
    const counted = { facts: credited.length, orders: orders.proved, rows: rows.length }
    return { counted, wrong, behind }
  },
}

/** Those that the subscription has passed: what was kept of thrown away ones, then the log. */
async function readTaken(db: Kysely<Schema>): Promise<{ facts: Fact[]; behind: number }> {
  const kept = await db.selectFrom('checkpoints').selectAll().where('name', '=', COMMISSION.name).execute()
  const cursors = await db.selectFrom('subscription_cursors').selectAll().where('name', '=', COMMISSION.name).execute()
  const come = new Map<Stream, number>(cursors.map(({ stream, seq }) => [stream, seq]))
  const shows = await db.selectFrom('shows').select('id').orderBy('id').execute()
  const facts: Fact[] = []
  let behind = 0
  for (const { id: stream } of shows) {
    const before = kept.filter((one) => one.stream === stream).flatMap((one) => readKept(one.kept))
    const all = { stream, after: before.at(-1)?.seq ?? 0, upTo: ALL * 1000, types: MONEY_FACTS, limit: ALL }
    const logged = await readFacts(db, all)
    const taken = logged.filter(({ seq }) => seq <= (come.get(stream) ?? 0))
    behind += logged.length - taken.length
    facts.push(...before, ...taken)
  }
  return { facts: facts.filter(({ stream }) => stream !== SHOP), behind }
}

async function rowsFromLog(db: Kysely<Schema>, facts: readonly Fact[]): Promise<CommissionRow[]> {
  const credited = facts.flatMap((fact) => toCredited(fact) ?? [])
  const rules = await readRulesOf(
    db,
    credited.map(({ hold }) => hold.credit.rules),
  )
  const written = new Map<HoldId, typeof NOTHING_WRITTEN>()
  return credited.flatMap((fact) => {
    const ofFact = rules.get(fact.hold.credit.rules)
    if (ofFact === undefined) return []
    const before = written.get(fact.hold.holdId) ?? NOTHING_WRITTEN
    const rows = rowsOf(fact, before, ofFact)
    written.set(fact.hold.holdId, withRows(before, rows))
    return rows
  })
}

const nameOf = ({ seq, offer_id, level }: CommissionRow) => `fact ${seq}, line ${offer_id}, level ${level}`
const textOf = (row: CommissionRow) => JSON.stringify(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)))

function compare(expected: readonly CommissionRow[], found: readonly CommissionRow[]): string[] {
  const there = new Map(found.map((row) => [nameOf(row), textOf(row)]))
  const wanted = new Map(expected.map((row) => [nameOf(row), textOf(row)]))
  const lost = [...wanted.keys()].filter((name) => !there.has(name)).map((name) => `${name}: the row is not there`)
  const extra = [...there.keys()].filter((name) => !wanted.has(name)).map((name) => `${name}: nothing says this row`)
  const other = [...wanted].filter(([name, text]) => there.has(name) && there.get(name) !== text)
  return [...lost, ...extra, ...other.map(([name]) => `${name}: the row says something else than the log`)]
}

/** What each order's rows come to is what it is worth as its rows of the ledger of holds say today. */
async function proveOrders(db: Kysely<Schema>, rows: readonly CommissionRow[], isBehind: boolean) {
  const held = await db.selectFrom('holds').select(['id', 'show_id']).where('credit', 'is not', null).execute()
  const today = await readToday(
    db,
    held.map(({ id }) => id),
  )
  const credited = [...today.holds.values()].flatMap((hold) =>
    hold.credit === null ? [] : [{ ...hold, credit: hold.credit }],
  )
  const rules = await readRulesOf(
    db,
    credited.map(({ credit }) => credit.rules),
  )
  const showOf = new Map(held.map(({ id, show_id }) => [id, show_id]))
  const ofHold = Map.groupBy(rows, ({ hold_id }) => hold_id)
  const proofs = credited.flatMap((hold) => {
    const order = today.orders.get(hold.holdId)?.find(({ orderId, isSecond }) => !isSecond && orderId === hold.orderId)
    const [ofRules, showId] = [rules.get(hold.credit.rules), showOf.get(hold.holdId)]
    if (order === undefined || ofRules === undefined || showId === undefined) return []
    const due = dueOf(toSold({ hold }, showId), worthOf(order), ofRules)
    return [proveOrder(order.orderId, due, ofHold.get(hold.holdId) ?? [])]
  })
  return { proved: proofs.length, wrong: isBehind ? [] : proofs.flat() }
}

function proveOrder(orderId: string, dues: readonly Due[], rows: readonly CommissionRow[]): string[] {
  const { sums } = withRows(NOTHING_WRITTEN, rows)
  return dues.flatMap(({ offerId, level, amountMinor }) => {
    const written = sums.get(keyOf({ offer_id: offerId, level })) ?? 0
    if (written === amountMinor) return []
    return [`order ${orderId}, line ${offerId}, level ${level}: ${written} instead of ${amountMinor}`]
  })
}
