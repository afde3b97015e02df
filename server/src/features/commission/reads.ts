// Reads of the commission ledger: the rows of an order, and what a sharer and staff see of it.
import type { HoldId, ShowId, StaffId, ViewerId } from '@lantern/shared/contract/ids.ts'
import { DEFAULT_RULES, type SharerId, type SharingRules } from '@lantern/shared/contract/sharing.ts'
import type { StaffSharer } from '@lantern/shared/contract/commission.ts'
import type { MySharing, OwnSharing } from '@lantern/shared/features/commission/contract.ts'
import { MOST_ROWS, MOST_SHARERS } from '@lantern/shared/features/commission/limits.ts'
import { type Kysely, sql } from 'kysely'
import type { Job, JobContext } from '../../database/database.ts'
import type { Schema } from '../../database/schema.ts'
import { findSharer } from '../../sharing/people.ts'
import { readRules } from '../../sharing/readSharing.ts'
import type { SharerRow } from '../../sharing/schema.ts'
import { readNewestLines } from './lines.ts'
import { readMoney } from './money.ts'
import { type CommissionRow, within } from './tables.ts'

/** Of one order, in the order they came. */
export const readOrderRows: Job<{ holdId: HoldId }, CommissionRow[]> = {
  name: 'commission.readOrderRows',
  kind: 'read',
  work: (db, { holdId }) =>
    within(db)
      .selectFrom('commission_rows')
      .selectAll()
      .where('hold_id', '=', holdId)
      .orderBy('seq')
      .orderBy('offer_id')
      .orderBy('level')
      .execute(),
}

interface Asking {
  readonly viewerId: ViewerId
  readonly staffId: StaffId | null
  /** Whose link is meant. */
  readonly showId: ShowId
}

export interface Mine extends Omit<MySharing, 'me'> {
  /** The link may be missing: it is made when it is first wanted. */
  readonly me: (Omit<OwnSharing, 'page'> & { readonly id: SharerId; readonly keyNo: number }) | null
}

export const readMine: Job<Asking, Mine> = {
  name: 'commission.readMine',
  kind: 'read',
  async work(db, asking, context) {
    const sharer = await findSharer(db, asking)
    const rules = (await readRules(db))?.rules ?? DEFAULT_RULES
    if (sharer === undefined) return { terms: toTerms(rules), me: null }
    const own = await readOwn(db, sharer, await context.now())
    return { terms: toTerms(rules), me: { ...own, code: await readCode(db, sharer.id, asking.showId) } }
  },
}

/** Also of one that staff have voided: a sharer has one link without a name to a show. */
async function readCode(db: Kysely<Schema>, id: SharerId, showId: ShowId): Promise<string | null> {
  const links = db.selectFrom('sharer_links').select('code').where('sharer_id', '=', id).where('show_id', '=', showId)
  return (await links.where('name', 'is', null).executeTakeFirst())?.code ?? null
}

export function toTerms({ isOn, clickDays, orderDays, freezeDays, rates }: SharingRules): MySharing['terms'] {
  return { isOn, clickDays, orderDays, freezeDays, rates }
}

async function readOwn(db: Kysely<Schema>, { id, name, consent, over_at, key_no }: SharerRow, now: number) {
  const money = (await readMoney(db, { sharerId: id, now })).get(id) ?? []
  const lines = await readNewestLines(db, id, MOST_ROWS)
  const { opens, people } = await countOpens(db, id)
  return {
    id,
    keyNo: key_no,
    name,
    consent,
    isOver: over_at !== null,
    opens,
    people,
    holds: await countHolds(db, id),
    orders: await countOrders(db, id),
    money,
    lines,
  }
}

/** Of people who came by their links last. */
async function countHolds(db: Kysely<Schema>, id: SharerId): Promise<number> {
  const codes = db.selectFrom('sharer_links').select('code').where('sharer_id', '=', id)
  const credited = db.selectFrom('holds').where('credit', 'is not', null).where('via', 'in', codes)
  return (await credited.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n
}

/** Orders that still bring something. */
async function countOrders(db: Kysely<Schema>, id: SharerId): Promise<number> {
  const orders = within(db).selectFrom('commission_rows').select('hold_id').where('sharer_id', '=', id)
  const rows = await orders
    .groupBy('hold_id')
    .having(sql<boolean>`sum(amount_minor) > 0`)
    .execute()
  return rows.length
}

/** As the clicks say that are kept: without those of people who were erased. */
async function countOpens(db: Kysely<Schema>, id: SharerId): Promise<{ opens: number; people: number }> {
  const clicks = db.selectFrom('sharer_clicks').innerJoin('sharer_links', 'sharer_links.code', 'sharer_clicks.code')
  const own = clicks.where('sharer_links.sharer_id', '=', id)
  const counted = own.select(sql<number>`coalesce(sum(clicks), 0)`.as('opens'))
  return counted.select(sql<number>`count(distinct viewer_id)`.as('people')).executeTakeFirstOrThrow()
}

/** Those with confirmed money open, then the newest: whoever is owed something is never pushed out by newcomers. */
export const listSharers: Job<null, StaffSharer[]> = {
  name: 'commission.listSharers',
  kind: 'read',
  async work(db, _input, context) {
    const money = await readMoney(db, { sharerId: null, now: await context.now() })
    const rows = await readListed(db, money, context)
    const names = new Map(
      (await db.selectFrom('sharers').select(['id', 'name']).execute()).map((row) => [row.id, row.name]),
    )
    const clicks = await readClickSigns(db)
    const orders = await readOrderSigns(db)
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      staffId: row.staff_id,
      upper: row.upper_id === null ? null : (names.get(row.upper_id) ?? ''),
      joinedAt: row.joined_at,
      overAt: row.over_at,
      ...(clicks.get(row.id) ?? { opens: 0, people: 0, ownOpens: 0, mostOfOne: 0 }),
      ...(orders.get(row.id) ?? { orders: 0, lateBack: 0 }),
      money: money.get(row.id) ?? [],
    }))
  },
}

type Money = Awaited<ReturnType<typeof readMoney>>

async function readListed(db: Kysely<Schema>, money: Money, { words }: JobContext): Promise<SharerRow[]> {
  const open = [...money].flatMap(([id, sums]) => (sums.some((sum) => sum.confirmedMinor !== 0) ? [id] : []))
  const newest = db.selectFrom('sharers').selectAll().orderBy('joined_at', 'desc').orderBy('id').limit(MOST_SHARERS)
  const due = open.length === 0 ? [] : await newest.where(words.isOneOf('id', open)).execute()
  const known = new Set(due.map(({ id }) => id))
  const others = (await newest.execute()).filter(({ id }) => !known.has(id))
  return [...due, ...others].slice(0, MOST_SHARERS)
}

async function readClickSigns(db: Kysely<Schema>) {
  const rows = await db
    .selectFrom('sharer_clicks')
    .innerJoin('sharer_links', 'sharer_links.code', 'sharer_clicks.code')
    .innerJoin('sharers', 'sharers.id', 'sharer_links.sharer_id')
    .groupBy('sharers.id')
    .select('sharers.id')
    .select(sql<number>`sum(clicks)`.as('opens'))
    .select(sql<number>`count(distinct sharer_clicks.viewer_id)`.as('people'))
    .select(sql<number>`sum(case when sharer_clicks.viewer_id = sharers.viewer_id then clicks else 0 end)`.as('own'))
    .select(sql<number>`max(clicks)`.as('most'))
    .execute()
  return new Map(
    rows.map(({ id, opens, people, own, most }) => [id, { opens, people, ownOpens: own, mostOfOne: most }]),
  )
}

async function readOrderSigns(db: Kysely<Schema>) {
  const rows = await within(db)
    .selectFrom('commission_rows')
    .groupBy('sharer_id')
    .select('sharer_id')
    .select(sql<number>`count(distinct hold_id)`.as('orders'))
    .select(
      sql<number>`count(distinct case when why = 'reversed' and at >= confirmed_at then hold_id end)`.as('lateBack'),
    )
    .execute()
  return new Map(rows.map(({ sharer_id, orders, lateBack }) => [sharer_id, { orders, lateBack }]))
}
