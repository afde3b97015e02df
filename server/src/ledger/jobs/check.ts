// Reads the database alone and lists what breaks I1, I2 and the database's half of I4.
import { sql } from 'kysely'
import type { Kysely } from 'kysely'
import type { Job, SqlWords } from '../../store/database.ts'
import type { Schema } from '../../store/schema.ts'
import type { Drift } from '../ledger.ts'

/** A pool's own counters beside what its holds come to. */
interface PoolSums {
  readonly pool: string
  readonly allotted: number
  readonly free: number
  readonly taken: number
  readonly paid: number
  readonly taken_by_holds: number
  readonly paid_by_holds: number
}

export const checkLedger: Job<null, Drift[]> = {
  name: 'ledger.check',
  kind: 'read',
  async work(db, _input, { words }) {
    const pools = [...(await sumOffers(db, words)), ...(await sumSales(db, words))]
    return [...pools.flatMap(checkPool), ...(await checkOrders(db)), ...(await checkLines(db))]
  },
}

function checkPool(sums: PoolSums): Drift[] {
  const { pool, allotted, free, taken, paid } = sums
  const drift: Drift[] = []
  const differ = (invariant: Drift['invariant'], units: number, what: string) => {
    if (units !== 0) drift.push({ invariant, units, what: `${pool}: ${what}` })
  }
  differ('I1', free + taken - allotted, `free ${free} + taken ${taken} is not allotted ${allotted}`)
  differ('I1', taken - sums.taken_by_holds, `taken is ${taken}, its holds take ${sums.taken_by_holds}`)
  differ('I2', Math.max(0, paid - allotted), `paid ${paid} is more than allotted ${allotted}`)
  differ('I1', paid - sums.paid_by_holds, `paid is ${paid}, its paid holds come to ${sums.paid_by_holds}`)
  return drift
}

async function sumOffers(db: Kysely<Schema>, words: SqlWords): Promise<PoolSums[]> {
  const query = sql<PoolSums>`
    select 'offer ' || o.id as pool, o.allotted, o.free, o.taken, o.paid,
      coalesce(l.taken, 0) as taken_by_holds, coalesce(l.paid, 0) as paid_by_holds
    from offers o left join (
      select offer_id, sum(takes * quantity) as taken,
        sum(case when hold_state = 'paid' then takes * quantity else 0 end) as paid
      from ${words.heldLines} group by offer_id) l on l.offer_id = o.id`
  return (await query.execute(db)).rows
}

async function sumSales(db: Kysely<Schema>, words: SqlWords): Promise<PoolSums[]> {
  const query = sql<PoolSums>`
    select 'sale ' || s.id as pool, s.allotted, s.free, s.taken, s.paid,
      coalesce(l.taken, 0) as taken_by_holds, coalesce(l.paid, 0) as paid_by_holds
    from flash_sales s left join (
      select sale_id, sum(takes_sale * quantity) as taken,
        sum(case when hold_state = 'paid' then takes_sale * quantity else 0 end) as paid
      from ${words.heldLines} where sale_id is not null group by sale_id) l on l.sale_id = s.id`
  return (await query.execute(db)).rows
}

/** Holds that are ordered, paid or late without exactly one order of their own, and such orders whose hold is not. */
async function checkOrders(db: Kysely<Schema>): Promise<Drift[]> {
  const query = sql<{ id: string; state: string; orders: number; own: number }>`
    select h.id, h.state, count(o.order_id) as orders,
      coalesce(sum(case when o.state = h.state and o.order_id = h.order_id then 1 else 0 end), 0) as own
    from holds h left join orders o on o.hold_id = h.id and o.second = 0 and o.state <> 'voided'
    where h.state in ('authorised', 'paid', 'late_paid') or o.state in ('authorised', 'paid', 'late_paid')
    group by h.id, h.state`
  const { rows } = await query.execute(db)
  return rows
    .filter((row) => row.orders !== 1 || row.own !== 1)
    .map((row) => ({
      invariant: 'I4',
      units: 1,
      what: `hold ${row.id} is ${row.state} and has ${row.own} order of its own`,
    }))
}

/** Offers whose number of people in line is not that of the places. */
async function checkLines(db: Kysely<Schema>): Promise<Drift[]> {
  const query = sql<{ id: string; waiting: number; places: number }>`
    select o.id, o.waiting, count(w.no) as places
    from offers o left join waits w on w.offer_id = o.id and w.state = 'waiting'
    group by o.id, o.waiting having o.waiting <> count(w.no)`
  return (await query.execute(db)).rows.map(({ id, waiting, places }) => ({
    invariant: 'waitlist',
    units: waiting - places,
    what: `offer ${id}: ${waiting} are said to wait, ${places} do`,
  }))
}
