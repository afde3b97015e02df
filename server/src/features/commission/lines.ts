// Rows of the commission ledger as people read them: of what product, by which link, at which level, and why.
import type { HoldId } from '@lantern/shared/contract/ids.ts'
import type { SharerId } from '@lantern/shared/contract/sharing.ts'
import type { CommissionLine } from '@lantern/shared/contract/commission.ts'
import type { Kysely } from 'kysely'
import type { Schema } from '../../database/schema.ts'
import { toText } from '../../database/toThings.ts'
import { within } from './tables.ts'

/** With the name of whoever it brought something, or of whoever was brought by them: the link's own sharer. */
const told = (db: Kysely<Schema>) =>
  within(db)
    .selectFrom('commission_rows')
    .leftJoin('products', 'products.id', 'commission_rows.product_id')
    .leftJoin('sharer_links', 'sharer_links.code', 'commission_rows.link')
    .leftJoin('sharers', 'sharers.id', 'sharer_links.sharer_id')
    .leftJoin('sharers as earning', 'earning.id', 'commission_rows.sharer_id')
    .selectAll('commission_rows')
    .select(['products.title', 'sharer_links.name as link_name', 'sharers.name as by', 'earning.name as sharer'])

type Row = Awaited<ReturnType<ReturnType<typeof told>['execute']>>[number]

export interface ToldLine extends CommissionLine {
  /** Whom it brings it. */
  readonly sharer: string
}

const toLine = (row: Row): ToldLine => ({
  at: row.at,
  title: row.title === null ? null : toText(row.title),
  quantity: row.quantity,
  level: row.level,
  why: row.why,
  rate: JSON.parse(row.rate),
  baseMinor: row.base_minor,
  amountMinor: row.amount_minor,
  currency: row.currency,
  confirmedAt: row.confirmed_at,
  orderId: row.order_id,
  rules: row.rules,
  // What a link of somebody else is called is theirs.
  link: row.level === 1 ? row.link_name : null,
  by: row.level === 1 ? null : row.by,
  sharer: row.sharer ?? '',
})

export interface LinesOf {
  /** Null: of all. */
  readonly sharerId: SharerId | null
  readonly from: number
  readonly to: number
}

/** In the order they came. */
export async function readLinesWithin(db: Kysely<Schema>, { sharerId, from, to }: LinesOf): Promise<ToldLine[]> {
  const all = told(db).where('at', '>=', from).where('at', '<', to)
  const own = sharerId === null ? all : all.where('commission_rows.sharer_id', '=', sharerId)
  const rows = await own.orderBy('at').orderBy('seq').orderBy('offer_id').orderBy('level').execute()
  return rows.map(toLine)
}

export async function readLinesOfHold(db: Kysely<Schema>, holdId: HoldId): Promise<ToldLine[]> {
  const rows = told(db).where('hold_id', '=', holdId).orderBy('seq').orderBy('offer_id').orderBy('level')
  return (await rows.execute()).map(toLine)
}

/** The newest first. */
export async function readNewestLines(db: Kysely<Schema>, id: SharerId, most: number): Promise<CommissionLine[]> {
  const own = told(db).where('commission_rows.sharer_id', '=', id)
  const newest = own.orderBy('at', 'desc').orderBy('seq', 'desc').orderBy('offer_id').orderBy('level')
  const rows = await newest.limit(most).execute()
  return rows.map((row) => {
    const { sharer: _, ...line } = toLine(row)
    return line
  })
}
