// Prices that activities open, in a batch's working set: live holds that are behind them, and payments of which a part goes back.
import { sql } from 'kysely'
import { insertRows, updateRows } from '../../database/bulk.ts'
import { toLines } from '../../database/toThings.ts'
import type { PaymentRow, PriceRow } from '../../activities/schema.ts'
import { countPayment, offerOpened } from '../decide/openedPrices.ts'
import type { Drift } from '../ledger.ts'
import type { Behind, OpenedRows } from '../openedRows.ts'
import { inputsOf } from '../requests.ts'
import * as tables from '../priceTables.ts'
import type { WorkingSet } from '../workingSet.ts'
import type { Asked, Book, Needs, Opening, Reader } from './book.ts'

/** So many holds at once: a batch in which others buy stays short. */
const PAGE = 100
/** So many activities at once. */
const MOST_BEHIND = 2

/** A show's lock covers them. */
export const OPENED_PRICES: Book = {
  name: 'opened prices',
  rank: 95,
  locks: null,
  find: findBehind,
  open: async (reader, opening) => ({
    rows: await readOpened(reader, opening),
    adjust: offerOpened,
    moved: countPayment,
    save: saveOpened,
  }),
  check: checkPayments,
}

type Page = Pick<Needs, 'showIds' | 'holdIds' | 'offerIds' | 'saleIds' | 'owedIds' | 'behind'>
const NOTHING: Page = { showIds: [], holdIds: [], offerIds: [], saleIds: [], owedIds: [], behind: [] }

/** Asked by the sweep alone. */
async function findBehind(reader: Reader, { requests }: Asked): Promise<Partial<Needs>> {
  if (inputsOf(requests, 'moveDue').length === 0) return {}
  const prices = reader.db.selectFrom('activity_prices').selectAll().where('cursor', 'is not', null)
  const pages = [await findOwed(reader)]
  for (const row of await prices.limit(MOST_BEHIND).execute()) pages.push(await findLive(reader, row))
  return pages.reduce(
    (all, page) => ({
      showIds: [...all.showIds, ...page.showIds],
      holdIds: [...all.holdIds, ...page.holdIds],
      offerIds: [...all.offerIds, ...page.offerIds],
      saleIds: [...all.saleIds, ...page.saleIds],
      owedIds: [...all.owedIds, ...page.owedIds],
      behind: [...all.behind, ...page.behind],
    }),
    NOTHING,
  )
}

async function findLive({ db }: Reader, { activity_id, show_id, cursor }: PriceRow): Promise<Page> {
  const after = cursor ?? ''
  const live = db.selectFrom('holds').select(['id', 'lines']).where('show_id', '=', show_id)
  const rows = await live
    .where(sql<boolean>`state in ('held', 'paying')`)
    .where(sql<boolean>`id > ${after}`)
    .orderBy('id')
    .limit(PAGE)
    .execute()
  const behind: Behind = {
    activityId: activity_id,
    cursor: after,
    holdIds: rows.map(({ id }) => id),
    isLast: rows.length < PAGE,
  }
  return { ...NOTHING, ...linesOf(rows), showIds: [show_id], behind: [behind] }
}

/** What is late waits until staff have settled it. */
async function findOwed({ db }: Reader): Promise<Page> {
  const rows = await db
    .selectFrom('activity_payments as payments')
    .innerJoin('activities', 'activities.id', 'payments.activity_id')
    .innerJoin('holds', 'holds.id', 'payments.hold_id')
    .select(['holds.id', 'holds.lines', 'payments.show_id'])
    .where(sql<boolean>`payments.state = 'waiting'`)
    .where('activities.state', 'in', ['closed', 'settled', 'cancelled'])
    .where('holds.state', '<>', 'late_paid')
    .limit(PAGE)
    .execute()
  return { ...NOTHING, ...linesOf(rows), showIds: rows.map((row) => row.show_id), owedIds: rows.map(({ id }) => id) }
}

function linesOf(rows: readonly { readonly id: string; readonly lines: string }[]) {
  const lines = rows.flatMap((row) => toLines(row.lines))
  return {
    holdIds: rows.map(({ id }) => id),
    offerIds: lines.map(({ offerId }) => offerId),
    saleIds: lines.flatMap(({ saleId }) => saleId ?? []),
  }
}

async function readOpened({ db, words }: Reader, { needs, rows }: Opening): Promise<OpenedRows> {
  const ids = rows.activities.filter(({ kind }) => rows.kinds.get(kind)?.givesPrices).map(({ id }) => id)
  if (ids.length === 0) return { behind: [], prices: [], payments: [] }
  const ofThese = words.isOneOf('activity_id', ids)
  const waiting = db.selectFrom('activity_payments').selectAll().where(ofThese).where('state', '=', 'waiting')
  return {
    behind: needs.behind,
    prices: await db.selectFrom('activity_prices').selectAll().where(ofThese).execute(),
    payments: needs.owedIds.length === 0 ? [] : await waiting.where(words.isOneOf('hold_id', needs.owedIds)).execute(),
  }
}

async function saveOpened(to: Reader, { prices, payments }: WorkingSet): Promise<void> {
  await insertRows(to, tables.PRICES, prices.added())
  await updateRows(to, tables.PRICE_CHANGES, prices.updated())
  await insertRows(to, tables.PAYMENTS, payments.added())
  await updateRows(to, tables.PAYMENT_CHANGES, payments.updated())
}

/** Payments of which a part was to go back and whose order keeps it. */
async function checkPayments({ db }: Reader): Promise<Drift[]> {
  const query = sql<Pick<PaymentRow, 'activity_id' | 'hold_id' | 'due_minor'> & { kept: number | null }>`
    select p.activity_id, p.hold_id, p.due_minor, max(o.keep_minor) as kept
    from activity_payments p left join orders o on o.hold_id = p.hold_id and o.second = 0
      and o.keep_minor <= o.amount_minor - p.due_minor
    where p.state = 'asked' group by p.activity_id, p.hold_id, p.due_minor having max(o.keep_minor) is null`
  return (await query.execute(db)).rows.map(({ activity_id, hold_id, due_minor }) => ({
    invariant: 'I4',
    units: 1,
    what: `activity ${activity_id}: of hold ${hold_id} ${due_minor} were to go back, and its order keeps them`,
  }))
}
