// A sharer's month, or that of all, as a file for a spreadsheet: a line for each row of the ledger and for each payout.
import type { CommissionRate } from '@lantern/shared/contract/sharing.ts'
import type { LocalText } from '@lantern/shared/contract/things.ts'
import type { Kysely } from 'kysely'
import type { Job } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { CSV_MARK, csvLines, decimal, textCell } from '../../domain/csv.ts'
import { type LinesOf, readLinesWithin, type ToldLine } from './lines.ts'
import { within } from './tables.ts'

interface PaidOut {
  readonly at: number
  readonly sharer: string
  readonly currency: string
  readonly amountMinor: number
}

interface Statement {
  readonly lines: readonly ToldLine[]
  readonly payouts: readonly PaidOut[]
}

export const readStatement: Job<LinesOf, Statement> = {
  name: 'commission.readStatement',
  kind: 'read',
  work: async (db, asked) => ({ lines: await readLinesWithin(db, asked), payouts: await readPayouts(db, asked) }),
}

async function readPayouts(db: Kysely<Schema>, { sharerId, from, to }: LinesOf): Promise<PaidOut[]> {
  const payouts = within(db)
    .selectFrom('commission_payouts')
    .leftJoin('sharers', 'sharers.id', 'commission_payouts.sharer_id')
    .select(['commission_payouts.at', 'sharers.name as sharer', 'currency', 'amount_minor'])
    .where('commission_payouts.at', '>=', from)
    .where('commission_payouts.at', '<', to)
  const own = sharerId === null ? payouts : payouts.where('commission_payouts.sharer_id', '=', sharerId)
  const rows = await own.orderBy('commission_payouts.at').orderBy('commission_payouts.id').execute()
  return rows.map(({ amount_minor, sharer, ...row }) => ({ ...row, sharer: sharer ?? '', amountMinor: amount_minor }))
}

const HEADINGS = [
  ...['at', 'sharer', 'what', 'order', 'product', 'quantity', 'link', 'level', 'sold_by', 'rate', 'of', 'amount'],
  ...['currency', 'rules', 'confirmed_at'],
]

/** RFC 4180; moments in UTC, amounts with the places of their currency. */
export function toCsv({ lines, payouts }: Statement): string {
  const rows = [...lines.map(toRow), ...payouts.map(toPayoutRow)].sort((a, b) => a.at - b.at)
  return CSV_MARK + csvLines([HEADINGS, ...rows.map(({ cells }) => cells)])
}

interface Row {
  readonly at: number
  readonly cells: readonly string[]
}

function toRow(line: ToldLine): Row {
  const { at, currency } = line
  const cells = [
    moment(at),
    textCell(line.sharer),
    line.why,
    textCell(line.orderId),
    textCell(titleOf(line.title)),
    String(line.quantity),
    textCell(line.link ?? ''),
    String(line.level),
    textCell(line.by ?? ''),
    rateOf(line.rate, currency),
    decimal(line.baseMinor, currency),
    decimal(line.amountMinor, currency),
    currency,
    String(line.rules),
    moment(line.confirmedAt),
  ]
  return { at, cells }
}

/** What was paid out is taken off what is due. */
function toPayoutRow({ at, sharer, currency, amountMinor }: PaidOut): Row {
  const empty = Array.from({ length: 8 }, () => '')
  return {
    at,
    cells: [moment(at), textCell(sharer), 'paid_out', ...empty, decimal(-amountMinor, currency), currency, '', ''],
  }
}

const moment = (at: number) => new Date(at).toISOString()
const titleOf = (title: LocalText | null) => title?.en ?? Object.values(title ?? {})[0] ?? ''

function rateOf(rate: CommissionRate, currency: string): string {
  return rate.kind === 'percent' ? `${rate.hundredths / 100}%` : decimal(rate.minor, currency)
}
